package io.skillsdk.daemon;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A daemon in a process of its own. */
final class DaemonUnderTest implements AutoCloseable {

    private static final Pattern SERVING = Pattern.compile(" on http://127.0.0.1:(\\d+), \\d+ ms");

    private final Process process;

    private final List<String> said = new CopyOnWriteArrayList<>();

    private int port;

    private DaemonUnderTest(Process process) {
        this.process = process;
    }

    /** Starts it, on a free port, and waits until it serves. */
    static DaemonUnderTest start(Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlogback.configurationFile=logback-process.xml",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--daemon.host=127.0.0.1",
                "--daemon.port=0"));
        command.addAll(List.of(args));
        DaemonUnderTest daemon = new DaemonUnderTest(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        daemon.awaitPort();
        return daemon;
    }

    private void awaitPort() throws IOException {
        BufferedReader out = process.inputReader();
        String line;
        while (port == 0 && (line = out.readLine()) != null) {
            said.add(line);
            Matcher serving = SERVING.matcher(line);
            if (serving.find()) {
                port = Integer.parseInt(serving.group(1));
            }
        }
        if (port == 0) {
            throw new AssertionError("It never said where it serves: " + said);
        }
        Thread reader = new Thread(() -> out.lines().forEach(said::add), "said");
        reader.setDaemon(true);
        reader.start();
    }

    int port() {
        return port;
    }

    /** All lines that it has printed. */
    List<String> said() {
        return said;
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.toHandle().destroy(); // unlike the process itself, it leaves the output open
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("It has not ended: " + said);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
