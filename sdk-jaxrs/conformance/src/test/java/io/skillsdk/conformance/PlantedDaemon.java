package io.skillsdk.conformance;

import io.skillsdk.internal.conformance.json.JsonText;
import io.skillsdk.internal.conformance.json.NotJsonException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A daemon that does all as it should, but for one fault that a test plants. */
final class PlantedDaemon implements Closeable {

    /** A request: its body read as JSON where it is an object, else empty members. */
    record Got(String method, String target, Map<String, String> headers, String body, Map<?, ?> envelope) {
        boolean isCall() {
            return method.equals("POST") && target.equals("/invoke") && envelope.containsKey("payload");
        }
    }

    /** What a test plants. */
    @FunctionalInterface
    interface Fault {
        /** The bytes of a wrong answer; null to do as it should, {@code ""} to close without one. */
        String answer(Got request);
    }

    static final String RIGHT = FaultyDaemon.answer("200 OK", "{\"payload\": {\"ok\": true}}");

    private final ServerSocket server;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private final Fault fault;

    PlantedDaemon(Fault fault) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.fault = fault;
        thread(this::accept).start();
    }

    URI action() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/invoke");
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "planted-daemon");
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                thread(() -> serve(socket)).start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            for (Got request = read(socket.getInputStream());
                    request != null;
                    request = read(socket.getInputStream())) {
                String planted = fault.answer(request);
                String answer = planted == null ? right(request) : planted;
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                if (answer.isEmpty() || answer.contains("Connection: close")) {
                    return;
                }
            }
        } catch (IOException e) {
            // the suite closes connections as it likes
        } finally {
            open.remove(socket);
        }
    }

    /** What a daemon should answer. */
    private static String right(Got request) {
        String path = request.target().replaceFirst("\\?.*", "");
        if (path.equals("/ready") && request.method().equals("GET")) {
            return FaultyDaemon.answer("200 OK", "{}");
        }
        if (!path.equals("/invoke")) {
            return error("404 Not Found", "nothing is here");
        }
        if (!request.method().equals("POST")) {
            return error("405 Method Not Allowed", "use POST");
        }
        if (request.envelope().isEmpty()) {
            // where the body ends is not certain
            return error("400 Bad Request", "not a JSON object").replaceFirst("\r\n", "\r\nConnection: close\r\n");
        }
        boolean valid = request.envelope().get("payload") instanceof Map<?, ?> payload && !payload.containsKey("bad");
        return valid ? RIGHT : error("422 Unprocessable Content", "the payload is not valid");
    }

    static String error(String status, String detail) {
        return FaultyDaemon.answer(status, "{\"payload\": {\"error\": \"" + detail + "\"}}");
    }

    private static Got read(InputStream in) throws IOException {
        String start = line(in);
        if (start == null) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String body = new String(
                in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))), StandardCharsets.UTF_8);
        String[] parts = start.split(" ", 3);
        return new Got(parts[0], parts[1], headers, body, envelope(body));
    }

    private static Map<?, ?> envelope(String body) {
        try {
            return JsonText.read(body) instanceof Map<?, ?> members ? members : Map.of();
        } catch (NotJsonException e) {
            return Map.of();
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** As a process that is killed: the port is gone, and so is what was under way. */
    void kill() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
