package io.skillsdk.internal.definition.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.definition.Finding;
import io.skillsdk.definition.Severity;
import io.skillsdk.definition.SkillDefinitions;
import io.skillsdk.internal.definition.edit.Change;
import io.skillsdk.internal.definition.edit.Changes;
import io.skillsdk.internal.definition.edit.TreePath;
import io.skillsdk.internal.definition.edit.YamlStyles;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code describe --write}, then {@code check}: over generated actions, styles of YAML, and real kinds of files. */
@Tag("one-jdk")
class WriteThenCheckTest {

    private static final DaemonEndpoint ENDPOINT = DaemonEndpoint.ofClassPath();

    private static final int ACTIONS = 40;

    private static final List<Object> GENERATED = GeneratedActions.make(ACTIONS);

    /** What a file's author has to decide, and no code can say. */
    private static final Set<String> OF_AUTHOR =
            Set.of("name-long", "name-invalid", "message-missing", "message-input-unknown", "action-folder-missing");

    private static final Pattern PART = Pattern.compile("^(inputs|outputs|actions)\\[\\d+]");

    @TempDir
    Path workspace;

    private static SkillWriter writer(Object actions) {
        return new SkillWriter(ActionCatalog.of(ENDPOINT.defaults(), List.of(actions)), ENDPOINT);
    }

    private static List<Path> kinds() {
        List<Path> files = new ArrayList<>(yaml(Path.of("src/test/resources/definition-kinds")));
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            files.addAll(yaml(at.resolve("shared/corpus/skills")));
        }
        return files.stream()
                .filter(file -> !file.toString().endsWith(".types.yaml"))
                .toList();
    }

    private static List<Path> yaml(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path put(String folder, String text) throws IOException {
        Path skillYaml = workspace.resolve(folder).resolve("skills/some-skill/skill.yaml");
        Files.createDirectories(skillYaml.getParent());
        return Files.writeString(skillYaml, text);
    }

    /** Writes; then nothing is wrong but what was told, and nothing is left to write. */
    private static void writeAndCheck(Path skillYaml, Object actions, Set<String> before, String what) {
        WritePlan plan = writer(actions).plan(skillYaml);
        plan.apply();
        List<Finding> findings = SkillDefinitions.check(skillYaml, actions).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> !OF_AUTHOR.contains(finding.id()) && !before.contains(finding.id()))
                .filter(finding -> plan.notes().stream().noneMatch(note -> isAbout(note, finding)))
                .toList();
        assertThat(findings)
                .as("%s%n%s%n%s", what, plan.notes(), text(skillYaml))
                .isEmpty();
        assertThat(writer(actions).plan(skillYaml).files())
                .as("%s, again%n%s", what, text(skillYaml))
                .isEmpty();
    }

    /** Whether a note told of a finding: of the same input, output or action. */
    private static boolean isAbout(String note, Finding finding) {
        Matcher part = PART.matcher(finding.part());
        return part.find() && note.contains(part.group());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> ids(Path skillYaml) {
        Set<String> ids = new HashSet<>();
        SkillDefinitions.check(skillYaml).forEach(finding -> ids.add(finding.id()));
        return ids;
    }

    @Test
    void whatIsDerivedFromAnyActionsIsInSync() {
        for (int i = 0; i < ACTIONS; i++) {
            Path skillYaml = workspace.resolve("skills/skill" + i + "/skill.yaml");
            writeAndCheck(skillYaml, GENERATED.get(i), Set.of(), "actions " + i);
        }
    }

    @Test
    void aDefinitionFollowsItsActionsWhateverTheyBecome() {
        for (int i = 0; i + 1 < ACTIONS; i++) {
            Path skillYaml = workspace.resolve("skills/skill" + i + "/skill.yaml");
            writer(GENERATED.get(i)).plan(skillYaml).apply();
            writeAndCheck(skillYaml, GENERATED.get(i + 1), Set.of(), "actions " + i);
        }
    }

    @Test
    void filesOfAnyKindAndStyleAreBroughtInSync() throws IOException {
        List<Path> kinds = kinds();
        assertThat(kinds).hasSizeGreaterThan(10);
        int round = 0;
        for (Path kind : kinds) {
            String text = Files.readString(kind);
            Map<?, ?> tree = YamlReader.read(kind.toString(), text).plain();
            for (int style = 0; style < 12; style++) {
                String written = style == 0 ? text : YamlStyles.write(tree, new Random(style));
                Path skillYaml = put("skill" + round, written);
                Object actions = GENERATED.get(round % ACTIONS);
                writeAndCheck(
                        skillYaml, actions, ids(skillYaml), kind.getFileName() + ", style " + style + "\n" + written);
                assertThat(foreign(YamlReader.read("f", text(skillYaml)).plain()))
                        .as("%s, style %s", kind, style)
                        .containsAll(foreign(tree));
                round++;
            }
        }
    }

    @Test
    void aDefinitionWithAnythingMissingOrOddIsBroughtInSyncOrRefusedAsItIs() throws IOException {
        List<Path> kinds = kinds();
        int written = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            Path kind = kinds.get(seed % kinds.size());
            Object tree = Changes.apply(
                    YamlReader.read(kind.toString(), Files.readString(kind)).plain(), List.of());
            for (int i = random.nextInt(4); i >= 0; i--) {
                tree = damaged(tree, random);
            }
            String text = YamlStyles.write((Map<?, ?>) tree, random);
            Path skillYaml = put("damaged" + seed, text);
            Object actions = GENERATED.get(seed % ACTIONS);
            try {
                writer(actions).plan(skillYaml).apply();
            } catch (DefinitionException e) {
                assertThat(skillYaml).hasContent(text);
                continue;
            }
            written++;
            assertThat(writer(actions).plan(skillYaml).files())
                    .as("seed %s, again:%n%s%n%s", seed, text, text(skillYaml))
                    .isEmpty();
        }
        assertThat(written).isGreaterThan(200);
    }

    private static Object damaged(Object tree, Random random) {
        List<TreePath> places = new ArrayList<>();
        collect(tree, TreePath.ROOT, places);
        TreePath at = places.get(random.nextInt(places.size()));
        Object odd = Arrays.asList(null, "", 5, "odd", List.of(), Map.of(), "{{x}}", true)
                .get(random.nextInt(8));
        return Changes.apply(tree, List.of(random.nextBoolean() ? new Change.Remove(at) : new Change.Replace(at, odd)));
    }

    private static void collect(Object value, TreePath at, List<TreePath> places) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                places.add(at.then(key));
                collect(inner, at.then(key), places);
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                places.add(at.then(i));
                collect(list.get(i), at.then(i), places);
            }
        }
    }

    /** What belongs to jobs and external APIs, and what no program knows. */
    private static List<Object> foreign(Map<?, ?> tree) {
        List<Object> foreign = new ArrayList<>();
        tree.forEach((key, value) -> {
            if (key.toString().startsWith("x-") || key.equals("tags")) {
                foreign.add(String.valueOf(value));
            }
        });
        items(tree, "actions").stream()
                .filter(action -> "job".equals(action.get("type")))
                .forEach(foreign::add);
        items(tree, "inputs").stream()
                .filter(input -> !String.valueOf(input.get("routing")).contains("cortex/daemons"))
                .filter(input -> String.valueOf(input.get("routing")).contains("runtime=cortex/"))
                .forEach(foreign::add);
        return foreign;
    }

    private static List<Map<?, ?>> items(Map<?, ?> tree, String section) {
        List<Map<?, ?>> items = new ArrayList<>();
        if (tree.get(section) instanceof List<?> list) {
            list.forEach(item -> items.add((Map<?, ?>) item));
        }
        return items;
    }
}
