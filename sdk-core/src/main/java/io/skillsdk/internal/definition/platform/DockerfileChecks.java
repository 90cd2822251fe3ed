package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.yaml.Nearest;
import io.skillsdk.internal.definition.yaml.Places;
import io.skillsdk.internal.yaml.Place;
import java.nio.file.Path;
import java.util.Arrays;
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

    private static final Set<String> NEW_OPTIONS = Set.of("--chmod", "--link", "--parents", "--exclude", "--mount");

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
                case "ENV" -> checkEnvironment(one);
                case "CMD", "ENTRYPOINT" -> checkCommand(one);
                case "EXPOSE" -> claim(one, "EXPOSE names the port ", exposed(one));
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
    }

    private void checkOptions(DockerfileText.Instruction one) {
        for (String word : one.rest().split("\\s+", -1)) {
            if (word.startsWith("<<")) {
                buildKit(one.line(), "a heredoc");
                return;
            }
            if (!word.startsWith("--")) {
                return;
            }
            String option = word.split("=", 2)[0];
            if (NEW_OPTIONS.contains(option)) {
                buildKit(one.line(), one.name() + " " + option);
                return;
            }
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
            String path = source.startsWith("./") ? source.substring(2) : source;
            boolean above = path.equals("..") || path.startsWith("../");
            boolean dotted = path.startsWith(".") && path.length() > 1 && !above;
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

    private static List<String> exposed(DockerfileText.Instruction one) {
        return Arrays.stream(one.rest().split("\\s+", -1))
                .map(word -> word.split("/", 2)[0])
                .toList();
    }

    private void checkEnvironment(DockerfileText.Instruction env) {
        for (String pair : env.rest().split("\\s+", -1)) {
            String value = pair.startsWith("DAEMON_PORT=") ? pair.substring("DAEMON_PORT=".length()) : null;
            if (value == null && env.rest().startsWith("DAEMON_PORT ")) {
                value = env.rest().substring("DAEMON_PORT ".length()).strip();
            }
            if (value != null) {
                claim(
                        env,
                        "ENV DAEMON_PORT sets the port ",
                        List.of(value.replace("\"", "").replace("'", "")));
                return;
            }
        }
    }

    private void checkCommand(DockerfileText.Instruction command) {
        List<String> words = command.words();
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
