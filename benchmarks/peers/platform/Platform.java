import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * Stands in for the platform: sessions and one large file. A project named {@code slow} is answered after 50 ms. Run as a source file:
 * {@code java Platform.java PORT}.
 */
final class Platform {

    private static final long BYTES = 300L * 1024 * 1024;

    private static final byte[] SESSION = "{\"success\":true,\"state\":{\"k\":\"v\"}}".getBytes(StandardCharsets.UTF_8);

    private Platform() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])), 2000);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", Platform::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.contains("/projects/slow/")) {
                Thread.sleep(50);
            }
            if (path.contains("/content/")) {
                exchange.sendResponseHeaders(200, BYTES);
                byte[] part = new byte[1 << 16];
                try (OutputStream out = exchange.getResponseBody()) {
                    for (long left = BYTES; left > 0; left -= part.length) {
                        out.write(part);
                    }
                }
            } else {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, SESSION.length);
                exchange.getResponseBody().write(SESSION);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
