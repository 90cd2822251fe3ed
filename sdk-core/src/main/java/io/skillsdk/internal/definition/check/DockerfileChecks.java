package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.yaml.Place;
import io.skillsdk.internal.definition.yaml.Places;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks a Dockerfile by the rules of the platform's builder, and against the port of the skill. */
final class DockerfileChecks {

    private record Instruction(int line, String name, String rest) {}

    private final FindingCollector findings;

    private final @Nullable String port;

    private final boolean ofOurs;

    /**
     * Makes the checks.
     *
     * @param port the daemon's port; null where it is not known, or for a job
     * @param ofOurs whether the image has the classes that are on the class path here
     */
    DockerfileChecks(FindingCollector findings, Path file, @Nullable String port, boolean ofOurs) {
        this.findings = findings.in(file, new Places());
        this.port = port;
        this.ofOurs = ofOurs;
    }

    void run(String text) {
        List<String> exposed = new ArrayList<>();
        int exposedAt = 0;
        for (Instruction instruction : read(text)) {
            switch (instruction.name) {
                case "RUN" -> checkRun(instruction);
                case "COPY", "ADD" -> checkCopy(instruction);
                case "ENV" -> checkEnvironment(instruction);
                case "CMD", "ENTRYPOINT" -> checkCommand(instruction);
                case "EXPOSE" -> {
                    exposedAt = instruction.line;
                    Arrays.stream(instruction.rest.split("\\s+", -1))
                            .map(word -> word.split("/", 2)[0])
                            .filter(Ports::isPort)
                            .forEach(exposed::add);
                }
                default -> {}
            }
        }
        if (port != null && !exposed.isEmpty() && !exposed.contains(port)) {
            differs(exposedAt, "EXPOSE names the port " + String.join(", ", exposed));
        }
    }

    private void checkRun(Instruction run) {
        if (run.rest.startsWith("--mount")) {
            buildKit(run.line, "RUN --mount");
        } else if (run.rest.startsWith("<<")) {
            buildKit(run.line, "a heredoc");
        }
    }

    private void checkCopy(Instruction copy) {
        if (copy.rest.contains("--chmod=")) {
            buildKit(copy.line, copy.name + " --chmod");
        } else if (copy.rest.startsWith("<<")) {
            buildKit(copy.line, "a heredoc");
        }
    }

    private void buildKit(int line, String what) {
        findings.addAt(
                Rule.DOCKERFILE_BUILDKIT,
                new Place(line, 1),
                "The platform's builder does not know " + what + "; write it without.");
    }

    private void checkEnvironment(Instruction env) {
        for (String pair : env.rest.split("\\s+", -1)) {
            String value = pair.startsWith("DAEMON_PORT=") ? pair.substring("DAEMON_PORT=".length()) : null;
            if (value == null && env.rest.startsWith("DAEMON_PORT ")) {
                value = env.rest.substring("DAEMON_PORT ".length()).strip();
            }
            String plain = value == null ? null : value.replace("\"", "").replace("'", "");
            if (plain != null && port != null && Ports.isPort(plain) && !plain.equals(port)) {
                differs(env.line, "ENV DAEMON_PORT sets the port " + plain);
                return;
            }
        }
    }

    private void checkCommand(Instruction command) {
        List<String> words = Arrays.stream(command.rest.split("[\\s\",\\[\\]]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        String own = Ports.inCommand(words);
        if (own != null && port != null && Ports.isPort(own) && !own.equals(port)) {
            differs(command.line, command.name + " sets the port " + own);
        }
        String missing = ofOurs ? MainClasses.missing(words) : null;
        if (missing != null) {
            findings.addAt(
                    Rule.COMMAND_CLASS,
                    new Place(command.line, 1),
                    "There is no class " + missing + "; name the one with the main method.");
        }
    }

    private void differs(int line, String what) {
        findings.addAt(
                Rule.DAEMON_PORT_DIFFERS,
                new Place(line, 1),
                what + ", but daemon.port is " + port + "; make them the same.");
    }

    private static List<Instruction> read(String text) {
        List<Instruction> all = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        int started = 0;
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.startsWith("#") || (line.isEmpty() && pending.isEmpty())) {
                continue;
            }
            if (pending.isEmpty()) {
                started = i + 1;
            }
            if (line.endsWith("\\") && i + 1 < lines.length) {
                pending.append(line, 0, line.length() - 1).append(' ');
                continue;
            }
            String whole = pending.append(line).toString().strip();
            pending.setLength(0);
            String[] parts = whole.split("\\s+", 2);
            all.add(new Instruction(
                    started, parts[0].toUpperCase(Locale.ROOT), parts.length == 1 ? "" : parts[1].strip()));
        }
        return all;
    }
}
