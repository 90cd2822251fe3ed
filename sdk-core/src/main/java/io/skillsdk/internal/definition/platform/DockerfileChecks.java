package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.yaml.Nearest;
import io.skillsdk.internal.definition.yaml.Places;
import io.skillsdk.internal.yaml.Place;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a Dockerfile by the rules of the platform's builder, and for the port of the skill. */
public final class DockerfileChecks {

    private static final List<String> INSTRUCTIONS = List.of(
            "FROM",
            "RUN",
            "CMD",
            "LABEL",
            "MAINTAINER",
            "EXPOSE",
            "ENV",
            "ADD",
            "COPY",
            "ENTRYPOINT",
            "VOLUME",
            "USER",
            "WORKDIR",
            "ARG",
            "ONBUILD",
            "STOPSIGNAL",
            "HEALTHCHECK",
            "SHELL");

    private static final Set<String> NEW_OPTIONS = Set.of(
            "--chmod",
            "--link",
            "--parents",
            "--exclude",
            "--mount",
            "--network",
            "--security",
            "--device",
            "--checksum",
            "--keep-git-dir",
            "--unpack");

    private final FindingCollector findings;

    private final @Nullable PortClaims ports;

    private final boolean ofOurs;

    /**
     * Makes the checks.
     *
     * @param ports takes what is said of the daemon's port; null for a job
     * @param ofOurs whether the image has the classes that are on the class path here
     */
    public DockerfileChecks(FindingCollector findings, Path file, @Nullable PortClaims ports, boolean ofOurs) {
        this.findings = findings.in(file, new Places());
        this.ports = ports;
        this.ofOurs = ofOurs;
    }

    public void run(String text) {
        List<DockerfileText.Instruction> all = DockerfileText.read(text);
        boolean known = true;
        for (DockerfileText.Instruction one : all) {
            known &= INSTRUCTIONS.contains(one.name());
            switch (one.name()) {
                case "RUN" -> checkOptions(one);
                case "COPY", "ADD" -> {
                    checkOptions(one);
                    checkSources(one);
                }
                default -> {
                    if (!INSTRUCTIONS.contains(one.name())) {
                        findings.addAt(
                                Rule.DOCKERFILE_MALFORMED,
                                new Place(one.line(), 1),
                                "There is no instruction '" + one.name() + "'; "
                                        + (Nearest.to(one.name(), INSTRUCTIONS) == null
                                                ? "use one of Docker's."
                                                : Nearest.hint(one.name(), INSTRUCTIONS, "")));
                    }
                }
            }
        }
        if (known && all.stream().noneMatch(one -> one.name().equals("FROM"))) {
            findings.addAt(
                    Rule.DOCKERFILE_MALFORMED,
                    Place.START,
                    "The Dockerfile has no FROM; begin with the image that yours builds upon.");
        }
        checkImage(DockerfileStages.of(all));
    }

    /** What a stage that only builds something says of ports and commands is not of the image. */
    private void checkImage(DockerfileStages image) {
        List<DockerfileText.Instruction> exposes = image.all("EXPOSE");
        if (!exposes.isEmpty()) {
            List<String> exposed = exposes.stream()
                    .flatMap(one -> one.words().stream())
                    .map(word -> word.split("/", 2)[0])
                    .toList();
            claim(exposes.get(0), "EXPOSE names the port ", exposed);
        }
        DockerfileText.Instruction env = image.portVariable();
        String port = env == null ? null : DockerfileStages.port(env);
        if (env != null && port != null) {
            claim(env, "ENV DAEMON_PORT sets the port ", List.of(port));
        }
        for (String name : List.of("ENTRYPOINT", "CMD")) {
            DockerfileText.Instruction command = image.last(name);
            if (command != null) {
                checkCommand(command);
            }
        }
    }

    private void checkOptions(DockerfileText.Instruction one) {
        for (String word : one.rest().split("\\s+", -1)) {
            if (!word.startsWith("--")) {
                break;
            }
            String option = word.split("=", 2)[0];
            if (NEW_OPTIONS.contains(option)) {
                buildKit(one.line(), one.name() + " " + option);
                return;
            }
        }
        if (one.hasHeredoc()) {
            buildKit(one.line(), "a heredoc");
        }
    }

    private void buildKit(int line, String what) {
        findings.addAt(
                Rule.DOCKERFILE_BUILDKIT,
                new Place(line, 1),
                "The platform's builder does not know " + what + "; write it without.");
    }

    /** The last word is the destination; what comes out of another stage is not of the context. */
    private void checkSources(DockerfileText.Instruction one) {
        List<String> words = one.words();
        if (words.stream().anyMatch(word -> word.startsWith("--from"))) {
            return;
        }
        List<String> plain =
                words.stream().filter(word -> !word.startsWith("--")).toList();
        for (String source : plain.subList(0, Math.max(0, plain.size() - 1))) {
            String path = source.contains("://") ? "" : withinContext(source);
            boolean above = path.equals("..") || path.startsWith("../");
            boolean dotted = path.startsWith(".") && !above;
            if (above || dotted) {
                findings.addAt(
                        Rule.DOCKERFILE_CONTEXT,
                        new Place(one.line(), 1),
                        above
                                ? "'" + source + "' is outside of the action's folder, and only that is sent to the"
                                        + " builder; copy it there first."
                                : "'" + source + "' starts with a dot, and such entries of the action's folder are not"
                                        + " sent to the builder; rename it.");
            }
        }
    }

    /** A path as the builder goes it from the top of the context, where it starts with a slash or not. */
    private static String withinContext(String source) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : source.split("/", -1)) {
            if (step.equals("..") && !steps.isEmpty() && !steps.peekLast().equals("..")) {
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    private void checkCommand(DockerfileText.Instruction command) {
        // a command may be one text for a shell
        List<String> words = command.words().stream()
                .flatMap(word -> Arrays.stream(word.strip().split("\\s+", -1)))
                .toList();
        String port = Ports.inCommand(words);
        claim(command, command.name() + " sets the port ", port == null ? List.of() : List.of(port));
        String missing = ofOurs ? MainClasses.missing(words) : null;
        if (missing != null) {
            findings.addAt(
                    Rule.COMMAND_CLASS,
                    new Place(command.line(), 1),
                    "There is no class " + missing + "; name the one with the main method.");
        }
    }

    private void claim(DockerfileText.Instruction one, String what, List<String> named) {
        if (ports != null) {
            ports.addAt(findings, new Place(one.line(), 1), what, named);
        }
    }
}
