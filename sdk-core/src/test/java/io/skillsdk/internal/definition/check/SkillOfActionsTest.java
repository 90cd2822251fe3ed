package io.skillsdk.internal.definition.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.definition.yaml.DefinitionFile;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import io.skillsdk.internal.routing.ActionCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which skill of a workspace the actions of this jar are behind. */
class SkillOfActionsTest {

    @TempDir
    Path workspace;

    private final List<DefinitionFile> files = new ArrayList<>();

    private DefinitionFile skill(String folder, String name, String runtime, String... inputs) throws IOException {
        Path path = Files.createDirectories(workspace.resolve("skills").resolve(folder))
                .resolve("skill.yaml");
        StringBuilder yaml = new StringBuilder("name: " + name + "\ninputs:\n");
        for (String input : inputs) {
            yaml.append("  - {name: ")
                    .append(input)
                    .append(", routing: {all: {action: a, runtime: ")
                    .append(runtime)
                    .append(", output: ")
                    .append(input)
                    .append("}}}\n");
        }
        Files.writeString(path, yaml);
        DefinitionFile read = DefinitionReader.readAsMeant(path);
        files.add(read);
        return read;
    }

    private List<String> find(@Nullable String chosen, boolean unreadable) {
        List<?> instances = List.of(new Shop());
        ActionCatalog catalog = ActionCatalog.of(ActionDefaults.PLATFORM, instances);
        return new SkillOfActions(catalog, instances, chosen)
                .find(files, unreadable).stream()
                        .map(path -> workspace
                                .resolve("skills")
                                .relativize(path)
                                .getParent()
                                .toString())
                        .toList();
    }

    @Test
    void theOnlyDaemonIsTheOne() throws IOException {
        skill("job", "job", "cortex/jobs", "order");
        skill("one", "one", "cortex/daemons", "any");
        assertThat(find(null, false)).containsExactly("one");
    }

    @Test
    void whereOneCannotBeReadTheOtherMustResembleTheActions() throws IOException {
        skill("one", "one", "cortex/daemons", "any");
        assertThat(find(null, true)).isEmpty();
        files.clear();
        skill("two", "two", "cortex/daemons", "order");
        assertThat(find(null, true)).containsExactly("two");
    }

    @Test
    void ofSeveralTheMostAlikeIsTheOne() throws IOException {
        skill("a", "a", "cortex/daemons", "order");
        skill("b", "b", "cortex/daemons", "order", "cancel");
        skill("c", "c", "cortex/daemons", "train");
        assertThat(find(null, false)).containsExactly("b");
    }

    @Test
    void whereTwoAreAlikeNoneIs() throws IOException {
        skill("a", "a", "cortex/daemons", "order");
        skill("b", "b", "cortex/daemons", "order");
        assertThat(find(null, false)).isEmpty();
        files.clear();
        skill("c", "c", "cortex/daemons", "x");
        skill("d", "d", "cortex/daemons", "y");
        assertThat(find(null, false)).isEmpty();
    }

    @Test
    void aSkillOfAnotherLanguageIsNotThisOne() throws IOException {
        skill("a", "a", "cortex/daemons", "order");
        skill("b", "b", "cortex/daemons", "order", "cancel");
        Path python = Files.createDirectories(workspace.resolve("skills/b/actions/b"));
        Files.writeString(python.resolve("requirements.txt"), "flask");
        assertThat(find(null, false)).containsExactly("a");
    }

    @Test
    void theOneThatIsChosenIsItByNameOrFolder() throws IOException {
        skill("a", "first", "cortex/jobs", "x");
        skill("b", "second", "cortex/daemons", "order");
        assertThat(find("first", false)).containsExactly("a");
        assertThat(find("a", false)).containsExactly("a");
        assertThat(find("third", false)).isEmpty();
    }

    @Test
    void aSingleFileThatLeadsNowhereYetIsTheOne() throws IOException {
        skill("a", "a", "cortex/jobs", "x");
        assertThat(find(null, false)).containsExactly("a");
        skill("b", "b", "cortex/jobs", "x");
        assertThat(find(null, false)).isEmpty();
    }
}
