package io.skillsdk.daemon;

import io.skillsdk.testing.FabricServer;
import io.skillsdk.testing.InMemoryFabric;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Clients that post one call after another, each with a session of its own, which tells how often it has run and where. */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI uri;

    private final FabricServer platform;

    private final AtomicInteger next = new AtomicInteger();

    /** Call to what answered: the process of an answer, or what went wrong. */
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    private final List<Thread> clients = new ArrayList<>();

    private volatile boolean ended;

    private final String name;

    private Load(String name, int port, FabricServer platform) {
        this.name = name;
        this.uri = URI.create("http://127.0.0.1:" + port + "/invoke");
        this.platform = platform;
    }

    /** Begins to post calls of this name. */
    static Load on(String name, int port, FabricServer platform) {
        Load load = new Load(name, port, platform);
        for (int i = 0; i < CLIENTS; i++) {
            Thread thread = new Thread(load::post, "client-" + i);
            thread.setDaemon(true);
            load.clients.add(thread);
            thread.start();
        }
        return load;
    }

    private void post() {
        while (!ended) {
            String id = name + "-" + next.incrementAndGet();
            answers.put(id, answer(id));
        }
    }

    private String answer(String id) {
        Map<String, Object> envelope = new LinkedHashMap<>(platform.envelope(Map.of()));
        envelope.put("sessionId", id);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(envelope)))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? JsonMapper.shared()
                            .readTree(response.body())
                            .at("/payload")
                            .asString()
                    : response.statusCode() + " " + response.body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            return "the test has ended";
        }
    }

    /** How many calls this process has answered so far. */
    long answeredBy(long pid) {
        return answers.values().stream().filter(String.valueOf(pid)::equals).count();
    }

    /** Calls that no process has answered: with what came instead. */
    Map<String, String> lost() {
        Map<String, String> lost = new LinkedHashMap<>();
        answers.forEach((id, answer) -> {
            if (!answer.matches("\\d+")) {
                lost.put(id, answer);
            }
        });
        return lost;
    }

    /** The processes in which a call has run, once for each run. */
    static List<String> runs(InMemoryFabric platform, String id) {
        return platform.sessionOf(id).values().stream().map(String::valueOf).toList();
    }

    /** All calls that have ended. */
    List<String> calls() {
        return List.copyOf(answers.keySet());
    }

    @Override
    public void close() {
        end();
    }

    /** Posts no more, and waits for the last answers. */
    void end() {
        ended = true;
        try {
            for (Thread each : clients) {
                each.join(PATIENCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
