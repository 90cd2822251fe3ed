package io.skillsdk.conformance;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A daemon that does the same with each request, whatever it is. */
final class FaultyDaemon implements Closeable {

    private final ServerSocket server;

    /** From a request's body to the bytes of the answer, head and all. */
    private final UnaryOperator<String> answer;

    private FaultyDaemon(UnaryOperator<String> answer) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answer = answer;
        Thread accepting = new Thread(this::accept, "faulty-daemon");
        accepting.setDaemon(true);
        accepting.start();
    }

    static FaultyDaemon answering(UnaryOperator<String> answer) throws IOException {
        return new FaultyDaemon(answer);
    }

    static FaultyDaemon answering(int status, String reason, String body) throws IOException {
        return new FaultyDaemon(request -> answer(status + " " + reason, body));
    }

    static String answer(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    URI action() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/invoke");
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread answering = new Thread(() -> serve(socket), "faulty-daemon-connection");
                answering.setDaemon(true);
                answering.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        // one character is one byte here, so that lengths are those of the requests
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int length = 0;
                for (; line != null && !line.isEmpty(); line = in.readLine()) {
                    if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                        length = Integer.parseInt(line.substring(15).strip());
                    }
                }
                char[] body = new char[length];
                for (int read = 0; read < length; ) {
                    int more = in.read(body, read, length - read);
                    if (more < 0) {
                        return;
                    }
                    read += more;
                }
                String said = answer.apply(new String(body));
                socket.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
                if (said.contains("Connection: close")) {
                    return;
                }
            }
        } catch (IOException e) {
            // the suite closes connections as it likes
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
