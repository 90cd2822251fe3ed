package io.skillsdk.internal.fabric.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.skillsdk.internal.fabric.SessionForm;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The stand-in over HTTP, on this machine. */
public final class FabricStandIn implements AutoCloseable {

    private final StandInPlatform platform;

    private final HttpServer server;

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stand-in");
        thread.setDaemon(true);
        return thread;
    });

    public FabricStandIn(Clock clock, SessionForm form) throws IOException {
        platform = new StandInPlatform(clock, form);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public StandInPlatform platform() {
        return platform;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            byte[] body = exchange.getRequestBody().readAllBytes();
            String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                    .orElse("");
            WireAnswer answer =
                    platform.answer(exchange.getRequestMethod(), uri.getRawPath(), uri.getRawQuery(), type, body);
            answer.headers().forEach((name, value) -> {
                if (!name.equals("content-length")
                        || exchange.getRequestMethod().equals("HEAD")) {
                    exchange.getResponseHeaders().add(name, value);
                }
            });
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(
                    answer.status(), head ? -1 : answer.length() < 0 ? 0 : answer.length() == 0 ? -1 : answer.length());
            if (!head) {
                try (InputStream from = answer.body()) {
                    from.transferTo(exchange.getResponseBody());
                }
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
