package io.skillsdk.examples.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs commands as a user types them, one after another, in one folder; a daemon that they start serves until it is closed. */
final class Shell implements AutoCloseable {

    /** What a command printed, both streams, and its exit code. */
    record Outcome(int exitCode, String output) {}

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

    private final Path folder;

    private final List<Process> daemons = new ArrayList<>();

    private String address = "localhost:5000";

    Shell(Path folder) {
        this.folder = folder;
    }

    /** Runs a command to its end. The port of the daemon that was started last stands for 5000, which may be taken here. */
    Outcome run(String command) throws Exception {
        Path output = Files.createTempFile(folder, "command", ".out");
        Process process = builder(command.replace("localhost:5000", address))
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("%s ends", command)
                    .isTrue();
            return new Outcome(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    /** Starts a daemon with the command that a user types, on a free port, and waits until it serves. */
    void serve(String command) throws IOException {
        Process process = builder("exec " + command).start();
        daemons.add(process);
        BufferedReader output = process.inputReader();
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.append(line).append('\n');
            Matcher serving = ADDRESS.matcher(line);
            if (serving.find()) {
                address = "127.0.0.1:" + serving.group(1);
                return;
            }
        }
        throw new AssertionError(command + " has ended without serving:\n" + seen);
    }

    /** Ends the daemon that was started last as the platform does, with SIGTERM. */
    int stop() throws InterruptedException {
        Process daemon = daemons.get(daemons.size() - 1);
        daemon.destroy();
        assertThat(daemon.waitFor(60, TimeUnit.SECONDS)).as("the daemon ends").isTrue();
        return daemon.exitValue();
    }

    private ProcessBuilder builder(String command) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        Path java = Path.of(System.getProperty("java.home"), "bin");
        builder.environment().merge("PATH", java.toString(), (path, first) -> first + ":" + path);
        builder.environment().put("DAEMON_HOST", "127.0.0.1");
        builder.environment().put("DAEMON_PORT", "0");
        return builder;
    }

    @Override
    public void close() {
        daemons.forEach(Process::destroyForcibly);
    }
}
