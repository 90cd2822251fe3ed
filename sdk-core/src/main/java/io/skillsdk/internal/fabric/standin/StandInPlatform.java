package io.skillsdk.internal.fabric.standin;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.Budget;
import io.skillsdk.internal.fabric.wire.UploadStream;
import io.skillsdk.internal.fabric.wire.Wire;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import io.skillsdk.internal.fabric.wire.WireFault;
import io.skillsdk.internal.fabric.wire.WireRequest;
import io.skillsdk.internal.text.PercentEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A platform in memory. Thread-safe. */
public final class StandInPlatform implements Wire {

    /** An endpoint that leads to it, from which the other services' addresses follow. */
    public static final String ENDPOINT = "http://cortex-internal.stand-in";

    private static final String API = "/fabric/v4/";

    private static final String INSIDE = "/internal/";

    private final Clock clock;

    private final Map<String, ProjectData> projects = new ConcurrentHashMap<>();

    private final Map<String, Routes> routes;

    private final Map<String, Routes> inside =
            Map.of("secrets", new SecretRoutes(true), "connections", new ConnectionRoutes(true));

    private final StandInFaults faults = new StandInFaults();

    private volatile @Nullable Function<JsonDocument, JsonDocument> graphql;

    /** Makes an empty platform. */
    public StandInPlatform(Clock clock, SessionForm form) {
        this.clock = clock;
        this.routes = Map.of(
                "sessions", new SessionRoutes(form),
                "secrets", new SecretRoutes(false),
                "connections", new ConnectionRoutes(false),
                "content", new ContentRoutes(),
                "experiments", new ExperimentRoutes(),
                "models", new DocumentRoutes("models", ProjectData::models),
                "types", new DocumentRoutes("types", ProjectData::types),
                "skillinvoke", new InvokeRoutes("skill", "inputs", ProjectData::skills),
                "agentinvoke", new InvokeRoutes("agent", "services", ProjectData::agents),
                "activations", new ActivationRoutes());
    }

    /** A project, made when it is first asked for. */
    public ProjectData project(String id) {
        return projects.computeIfAbsent(id, key -> ProjectData.empty(key, clock));
    }

    /** What it does wrong on purpose, and what it was asked. */
    public StandInFaults faults() {
        return faults;
    }

    /** What answers GraphQL: the request to the whole answer. */
    public void graphql(Function<JsonDocument, JsonDocument> answering) {
        graphql = answering;
    }

    @Override
    public WireAnswer exchange(WireRequest request, Budget budget) throws WireFault {
        URI uri = URI.create(request.url());
        byte[] body = read(request.body());
        String contentType = request.body() == null ? "" : request.body().contentType();
        return answer(request.method(), uri.getRawPath(), uri.getRawQuery(), contentType, body, budget);
    }

    /** Answers a request that came by whatever way, or does wrong what it was told to. */
    public WireAnswer answer(
            String method, String path, @Nullable String query, String contentType, byte[] body, Budget budget)
            throws WireFault {
        faults.asked(method + " " + path.replaceFirst("^/fabric/v4/(projects/[^/]*/)?", ""));
        WireAnswer wrong = faults.next(method, area(path), budget);
        return wrong == null ? answer(method, path, query, contentType, body) : wrong;
    }

    private WireAnswer answer(String method, String path, @Nullable String query, String contentType, byte[] body) {
        try {
            return route(method, path, query, contentType, body);
        } catch (Refusal e) {
            return Reply.refused(e);
        } catch (FabricException | IllegalArgumentException e) {
            return Reply.refused(400, String.valueOf(e.getMessage()));
        }
    }

    private WireAnswer route(String method, String path, @Nullable String query, String contentType, byte[] body) {
        if (path.equals(API + "graphql")) {
            Function<JsonDocument, JsonDocument> answering = graphql;
            if (answering == null) {
                throw new Refusal(404, "Nothing answers GraphQL here");
            }
            return Reply.json(answering.apply(new StandInCall(method, List.of(), Map.of(), "", body).object()));
        }
        boolean internal = path.startsWith(INSIDE);
        if (!internal && !path.startsWith(API)) {
            throw new Refusal(404, "Not Found");
        }
        List<String> segments = segments(path.substring(internal ? INSIDE.length() : API.length()));
        if (segments.size() < 3 || !segments.get(0).equals("projects")) {
            throw new Refusal(404, "Not Found");
        }
        Routes found = (internal ? inside : routes).get(segments.get(2));
        if (found == null) {
            throw new Refusal(404, "Not Found");
        }
        StandInCall call =
                new StandInCall(method, segments.subList(3, segments.size()), query(query), contentType, body);
        return found.answer(project(segments.get(1)), call);
    }

    private static String area(String path) {
        List<String> segments = segments(path);
        int projects = segments.indexOf("projects");
        return projects >= 0 && projects + 2 < segments.size() ? segments.get(projects + 2) : "graphql";
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(decode(segment));
            }
        }
        return segments;
    }

    private static Map<String, String> query(@Nullable String query) {
        Map<String, String> values = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        }
        return values;
    }

    /** Percent signs only: a plus is a plus. */
    private static String decode(String text) {
        return PercentEncoding.decode(text);
    }

    private static byte[] read(@Nullable ContentBody body) throws WireFault {
        if (body == null) {
            return new byte[0];
        }
        try (InputStream stream = new UploadStream(body.open(), body.length())) {
            return stream.readAllBytes();
        } catch (IOException | RuntimeException e) {
            throw new WireFault(WireFault.Kind.BODY_FAILED, "its body failed", e);
        }
    }
}
