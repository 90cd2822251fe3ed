package io.skillsdk.internal.fabric.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.internal.fabric.wire.Budget;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import io.skillsdk.internal.fabric.wire.WireFault;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stand-in over HTTP, on this machine, for tests. */
public final class StandInServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StandInServer.class);

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final StandInPlatform platform;

    private final HttpServer server;

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stand-in");
        thread.setDaemon(true);
        return thread;
    });

    /** Serves a stand-in on a free port of the loopback interface. */
    public StandInServer(StandInPlatform platform) throws IOException {
        this.platform = platform;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** What answers. */
    public StandInPlatform platform() {
        return platform;
    }

    /** The endpoint, without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        // an exchange that is closed without an answer cuts the connection
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            WireAnswer answer = answer(exchange, body);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            answer.headers().forEach((name, value) -> {
                if (head || !name.equals("content-length")) {
                    exchange.getResponseHeaders().add(name, value);
                }
            });
            exchange.sendResponseHeaders(answer.status(), head ? -1 : length(answer));
            if (!head) {
                try (InputStream from = answer.body()) {
                    from.transferTo(exchange.getResponseBody());
                }
            }
        } catch (WireFault | FabricException e) {
            LOG.debug("Cut on purpose: {}", e.getMessage());
        }
    }

    private WireAnswer answer(HttpExchange exchange, byte[] body) throws WireFault {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (token == null || !token.startsWith("Bearer ")) {
            return Reply.refused(401, "The request carries no bearer token");
        }
        URI uri = exchange.getRequestURI();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return platform.answer(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                uri.getRawQuery(),
                type == null ? "" : type,
                body,
                Budget.of(LONGEST, LONGEST));
    }

    /** As the JDK's server wants it: 0 for chunks, -1 for nothing. */
    private static long length(WireAnswer answer) {
        return answer.length() < 0 ? 0 : answer.length() == 0 ? -1 : answer.length();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
