package io.skillsdk.internal.definition.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the image of a Dockerfile has: of its last stage, and of the stages that this one is built upon. */
final class DockerfileStages {

    private static final String PORT = "DAEMON_PORT";

    private final List<DockerfileText.Instruction> image;

    private DockerfileStages(List<DockerfileText.Instruction> image) {
        this.image = image;
    }

    static DockerfileStages of(List<DockerfileText.Instruction> all) {
        Map<String, List<DockerfileText.Instruction>> stages = new HashMap<>();
        List<DockerfileText.Instruction> stage = new ArrayList<>();
        for (DockerfileText.Instruction one : all) {
            if (!one.name().equals("FROM")) {
                stage.add(one);
                continue;
            }
            List<String> words =
                    one.words().stream().filter(word -> !word.startsWith("--")).toList();
            stage = new ArrayList<>(words.isEmpty() ? List.of() : stages.getOrDefault(lower(words.get(0)), List.of()));
            if (words.size() > 2 && words.get(1).equalsIgnoreCase("as")) {
                stages.put(lower(words.get(2)), stage);
            }
        }
        return new DockerfileStages(stage);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** All instructions of a name. */
    List<DockerfileText.Instruction> all(String name) {
        return image.stream().filter(one -> one.name().equals(name)).toList();
    }

    /** The last instruction of a name, which is the one that counts; null for none. */
    DockerfileText.@Nullable Instruction last(String name) {
        List<DockerfileText.Instruction> all = all(name);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** The last instruction that sets the daemon's port in the environment; null for none. */
    DockerfileText.@Nullable Instruction portVariable() {
        return all("ENV").stream()
                .filter(env -> port(env) != null)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** The port that an {@code ENV} sets, in either of its forms: {@code NAME=value …} and {@code NAME value}. */
    static @Nullable String port(DockerfileText.Instruction env) {
        List<String> words = env.words();
        if (!words.isEmpty() && words.get(0).equals(PORT)) {
            return String.join(" ", words.subList(1, words.size()));
        }
        boolean pairs = !words.isEmpty() && words.get(0).contains("=");
        return words.stream()
                .filter(word -> pairs && word.startsWith(PORT + "="))
                .map(word -> word.substring(PORT.length() + 1))
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
