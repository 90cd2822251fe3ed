package io.skillsdk.internal.fabric.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does what a script says, byte by byte: it stalls, cuts and lies as no library would. */
public final class RawServer implements AutoCloseable {

    /** What a connection does once a request has been read. */
    public interface Script {
        /** Writes; returns whether the connection stays open. */
        boolean answer(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    /** A request as it came. */
    public record Request(String line, List<String> headers, byte[] body) {
        public String header(String name) {
            return headers.stream()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(header -> header.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final ServerSocket socket;

    private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();

    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private final AtomicInteger connections = new AtomicInteger();

    private final CountDownLatch closed = new CountDownLatch(1);

    public RawServer(Script... scripts) throws IOException {
        this.scripts.addAll(List.of(scripts));
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept).start();
    }

    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    public List<Request> requests() {
        return requests;
    }

    public int connections() {
        return connections.get();
    }

    /** The last script goes on for ever. */
    private Script next() {
        Script script = scripts.size() > 1 ? scripts.poll() : scripts.peek();
        return script == null ? json(200, "{}") : script;
    }

    public static Script json(int status, String json) {
        return reply(status + " X", "application/json", json);
    }

    public static Script reply(String status, String type, String body, String... headers) {
        return (request, out) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            boolean head = request.line().startsWith("HEAD ");
            out.write(("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + more + "Content-Length: "
                            + bytes.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            if (!head) {
                out.write(bytes);
            }
            out.flush();
            return true;
        };
    }

    /** Closes without a word. */
    public static Script cut() {
        return (request, out) -> false;
    }

    /** Writes this, and then nothing until the server is closed. */
    public Script stall(String begin) {
        return (request, out) -> {
            out.write(begin.getBytes(StandardCharsets.UTF_8));
            out.flush();
            closed.await();
            return false;
        };
    }

    public void script(Script... more) {
        scripts.addAll(List.of(more));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                open.add(connection);
                daemon(() -> serve(connection)).start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            boolean goesOn = true;
            while (goesOn) {
                Request request = read(in);
                if (request == null) {
                    return;
                }
                requests.add(request);
                goesOn = next().answer(request, connection.getOutputStream());
            }
        } catch (IOException | InterruptedException e) {
            // the client went, or the test is over
        } finally {
            open.remove(connection);
        }
    }

    private static Request read(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            return null;
        }
        List<String> headers = new CopyOnWriteArrayList<>();
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            headers.add(header);
        }
        Request head = new Request(line, headers, new byte[0]);
        String length = head.header("content-length");
        byte[] body = new byte[0];
        if (length != null) {
            body = in.readNBytes(Integer.parseInt(length));
        } else if ("chunked".equals(head.header("transfer-encoding"))) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                all.write(in.readNBytes(size));
                line(in);
            }
            line(in);
            body = all.toByteArray();
        }
        return new Request(line, headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
