package io.skillsdk.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A generated project's jar, serving on a free port until it is closed. */
final class Daemon implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

    private final Process process;

    private final int port;

    private Daemon(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Daemon start(Path jar) throws IOException {
        Process process = new ProcessBuilder(
                        java(), "-jar", jar.toString(), "--daemon.host=127.0.0.1", "--daemon.port=0")
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.append(line).append('\n');
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return new Daemon(process, Integer.parseInt(address.group(1)));
            }
        }
        throw new IOException("The daemon has ended without serving:\n" + seen);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    int port() {
        return port;
    }

    /** Ends it as the platform does, with SIGTERM. */
    int stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the daemon ends").isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
