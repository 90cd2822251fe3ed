package io.skillsdk.internal.conformance.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/** One connection to a daemon, for any number of requests one after another. */
public final class Connection implements AutoCloseable {

    /** The documentation gives a daemon 30 seconds for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Socket socket;

    private final InputStream in;

    private final String host;

    private Connection(Socket socket, String host) throws IOException {
        this.socket = socket;
        this.host = host;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public static Connection open(URI daemon) throws IOException {
        int port = daemon.getPort() < 0 ? 80 : daemon.getPort();
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(daemon.getHost(), port), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            return new Connection(socket, daemon.getRawAuthority());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    public Reply call(Request request) throws IOException {
        send(request);
        return reply(request);
    }

    /** Sends a request whole; its head and its body are segments of their own, as a client library sends them. */
    public void send(Request request) throws IOException {
        socket.getOutputStream().write(request.head(host));
        socket.getOutputStream().flush();
        socket.getOutputStream().write(request.content());
        socket.getOutputStream().flush();
    }

    public Reply reply(Request request) throws IOException {
        try {
            return new ReplyReader(in).read(request.method().equals("HEAD"));
        } catch (SocketTimeoutException e) {
            throw new IOException("there was no answer within " + PATIENCE.toSeconds() + " seconds", e);
        }
    }

    /** Whether the daemon closes the connection without sending anything more; waits for it. */
    public boolean isClosedSilently() {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            // reset: closed as well
            return true;
        }
    }

    /** How long to wait for the next byte. */
    public void patience(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is not needed any more
        }
    }
}
