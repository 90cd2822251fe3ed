package io.skillsdk.internal.docs;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.tools.ToolProvider;

/** A program that is developed, in a process of its own: the command dev. */
final class DevUnderTest implements AutoCloseable {

    private final Path source;

    private final Process process;

    private final int port;

    private DevUnderTest(Path source, Process process, int port) {
        this.source = source;
        this.process = process;
        this.port = port;
    }

    /** Starts a skill with one action, whose title is given. */
    static DevUnderTest start(Path folder, String title) throws IOException {
        Path source = folder.resolve("src/main/java/Titled.java");
        Files.createDirectories(source.getParent());
        write(source, title);
        Path classes = Files.createDirectories(folder.resolve("target/classes"));
        String classPath = System.getProperty("java.class.path");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classPath, "-d", classes.toString(), source.toString());
        if (failed != 0) {
            throw new AssertionError("The program does not compile.");
        }
        int port = freePort();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath + File.pathSeparator + classes,
                "Titled",
                "dev",
                "--daemon.host=127.0.0.1",
                "--daemon.port=" + port);
        return new DevUnderTest(
                source,
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start(),
                port);
    }

    String url() {
        await().atMost(Duration.ofMinutes(3)).until(this::answers);
        return "http://127.0.0.1:" + port;
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("It has ended with " + process.exitValue());
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Saves the program with another title of its action. */
    void retitle(String title) throws IOException {
        write(source, title);
    }

    private static void write(Path source, String title) throws IOException {
        Files.writeString(source, """
                import io.skillsdk.SkillAction;
                import io.skillsdk.daemon.SkillDaemon;

                public final class Titled {
                    @SkillAction(title = "%s")
                    public String titled() {
                        return "done";
                    }

                    public static void main(String[] args) {
                        SkillDaemon.run(args, new Titled());
                    }
                }
                """.formatted(title));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
