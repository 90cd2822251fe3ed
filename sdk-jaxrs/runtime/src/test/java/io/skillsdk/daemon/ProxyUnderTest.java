package io.skillsdk.daemon;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A proxy in front of a daemon, as in a cluster: it keeps connections to the daemon and sends requests of many clients over each. */
final class ProxyUnderTest implements AutoCloseable {

    /** What is installed. */
    enum Program {
        NGINX("nginx", """
                daemon off; master_process off; worker_processes 1; pid DIR/nginx.pid; error_log stderr error;
                events { worker_connections 256; }
                http {
                  access_log off;
                  client_body_temp_path DIR/body; proxy_temp_path DIR/proxy; fastcgi_temp_path DIR/f; uwsgi_temp_path DIR/u;
                  scgi_temp_path DIR/s; client_header_timeout 3s; client_body_timeout 3s; proxy_read_timeout 20s;
                  upstream daemon { server 127.0.0.1:DAEMON; keepalive 1; }
                  server {
                    listen 127.0.0.1:PORT;
                    location / {
                      proxy_pass http://daemon; proxy_http_version 1.1; proxy_set_header Connection "";
                      proxy_set_header Host $host; proxy_request_buffering BUFFERED; proxy_ignore_client_abort on;
                    }
                  }
                }
                """),

        HAPROXY("haproxy", """
                global
                  maxconn 256
                defaults
                  mode http
                  option http-keep-alive
                  http-reuse always
                  timeout connect 10s
                  timeout client 3s
                  timeout server 20s
                  timeout http-request 3s
                frontend clients
                  bind 127.0.0.1:PORT
                  default_backend daemon
                backend daemon
                  server daemon 127.0.0.1:DAEMON pool-max-conn 1
                """),

        /** Before replicas, as a Service: it asks each whether it is ready, and sends no request twice. */
        BALANCER("haproxy", """
                global
                  maxconn 256
                defaults
                  mode http
                  option http-keep-alive
                  option redispatch 1
                  retries 3
                  timeout connect 10s
                  timeout client 60s
                  timeout server 60s
                  timeout check 1s
                frontend clients
                  bind 127.0.0.1:PORT
                  default_backend replicas
                backend replicas
                  option httpchk GET /health/ready
                  http-check expect status 200
                  default-server inter 200ms fall 2 rise 1
                SERVERS
                """);

        private final String command;

        private final String configuration;

        Program(String command, String configuration) {
            this.command = command;
            this.configuration = configuration;
        }

        /** Where it is; the test is aborted, and says so, when it is not installed. */
        private Path path() {
            Path found = Stream.of("/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin")
                    .map(folder -> Path.of(folder, command))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                String message = "*** " + command
                        + " is not installed: no requests are sent through it. Try: apt-get install " + command;
                System.err.println(message);
                Assumptions.abort(message);
            }
            return found;
        }
    }

    private static final int ATTEMPTS = 5;

    private final Process process;

    private final int port;

    private final Path log;

    private ProxyUnderTest(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts a proxy with files in a folder of its own. */
    static ProxyUnderTest start(Program program, SkillDaemon daemon, Path folder) throws IOException {
        return start(
                program,
                folder,
                text -> text.replace("DAEMON", String.valueOf(daemon.port()))
                        .replace("BUFFERED", daemon.port() % 2 == 0 ? "on" : "off"));
    }

    /** Starts one before replicas at these ports. */
    static ProxyUnderTest balance(List<Integer> ports, Path folder) throws IOException {
        String servers = ports.stream()
                .map(port -> "  server replica" + port + " 127.0.0.1:" + port + " check")
                .collect(Collectors.joining("\n"));
        return start(Program.BALANCER, folder, text -> text.replace("SERVERS", servers));
    }

    private static ProxyUnderTest start(Program program, Path folder, UnaryOperator<String> configured)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            ProxyUnderTest proxy = startOn(freePort(), program, folder, configured);
            await().until(() -> proxy.accepts() || !proxy.process.isAlive());
            if (proxy.process.isAlive()) {
                return proxy;
            }
            if (attempt == ATTEMPTS) { // until then, another process may have taken its port
                throw new IOException(Files.readString(folder.resolve("log")));
            }
        }
    }

    private static ProxyUnderTest startOn(int port, Program program, Path folder, UnaryOperator<String> configured)
            throws IOException {
        Path path = program.path();
        Path configuration = folder.resolve(program.command + ".conf");
        Files.writeString(
                configuration,
                configured
                        .apply(program.configuration)
                        .replace("DIR", folder.toString())
                        .replace("PORT", String.valueOf(port)));
        List<String> command = program == Program.NGINX
                ? List.of(path.toString(), "-p", folder.toString(), "-c", configuration.toString())
                : List.of(path.toString(), "-db", "-f", configuration.toString());
        return new ProxyUnderTest(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start(),
                port,
                folder.resolve("log"));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** What it has printed. */
    String said() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
