package io.skillsdk.internal.definition.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.definition.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files around a skill.yaml, and the types in them. */
class TypeIndexTest {

    @TempDir
    private Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String type(String... names) {
        StringBuilder types = new StringBuilder("camel: 1.0.0\ntypes:\n");
        for (String name : names) {
            types.append("  - name: ").append(name).append("\n    title: t\n");
        }
        return types.toString();
    }

    private Workspace skill(String name) throws IOException {
        write("skills/" + name + "/skill.yaml", "camel: 1.0.0\nname: " + name + "\n");
        return Workspace.around(root.resolve("skills/" + name + "/skill.yaml"));
    }

    @Test
    void aSkillHasTheTypesBesideItAndThoseOfItsFolder() throws IOException {
        Workspace skill = skill("count");
        write("skills/count/types.yaml", type("Beside"));
        write("skills/count/types/more.yml", type("Within"));
        write("types/count/types.yaml", type("OfFolder"));
        write("types/types.yaml", type("Shared"));
        write("types/other/types.yaml", type("OfOther"));
        TypeIndex.Types types = new TypeIndex().of(skill, "count", Set.of("other"));
        assertThat(types.names()).containsExactlyInAnyOrder("Beside", "Within", "OfFolder", "Shared");
        assertThat(types.own()).hasSize(3);
        assertThat(types.find("Shared")).isNotNull();
        assertThat(types.find("OfOther")).isNull();
        assertThat(types.isOfAnother("OfOther")).isTrue();
        assertThat(types.isComplete()).isTrue();
    }

    @Test
    void aTypeIsFoundWithOrWithoutItsNamespace() throws IOException {
        Workspace skill = skill("count");
        write("types/count/types.yaml", type("Plain", "default/Named"));
        TypeIndex.Types types = new TypeIndex().of(skill, "count", Set.of());
        assertThat(types.find("Plain")).isNotNull();
        assertThat(types.find("default/Plain")).isNotNull();
        assertThat(types.find("Named")).isNotNull();
        assertThat(types.find("default/Named")).isNotNull();
        assertThat(types.find("amed")).isNull();
        assertThat(types.find("")).isNull();
    }

    @Test
    void ofTwoTypesWithOneNameTheFirstCountsAndTheIndexIsNotComplete() throws IOException {
        Workspace skill = skill("count");
        write("skills/count/types.yaml", type("Same"));
        write("types/count/types.yaml", type("Same"));
        TypeIndex.Types types = new TypeIndex().of(skill, "count", Set.of());
        assertThat(types.isComplete()).isFalse();
        assertThat(types.find("Same").file()).isEqualTo(types.own().get(0));
    }

    @Test
    void aFileThatCannotBeReadIsNamedWhereItIsTheSkillsOwn() throws IOException {
        Workspace skill = skill("count");
        write("types/count/bad.yaml", "a: [");
        write("types/bad.yaml", "a: [");
        write("types/count/good.yaml", type("Good"));
        TypeIndex.Types types = new TypeIndex().of(skill, "count", Set.of());
        assertThat(types.unreadable().keySet()).containsExactly(root.resolve("types/count/bad.yaml"));
        assertThat(types.find("Good")).isNotNull();
        assertThat(types.isComplete()).isFalse();
    }

    @Test
    void anotherSkillWhoseNameBeginsTheSameHasItsOwnTypes() throws IOException {
        Workspace skill = skill("count");
        write("types/count-all/types.yaml", type("OfCountAll"));
        TypeIndex.Types types = new TypeIndex().of(skill, "count", Set.of("count-all"));
        assertThat(types.names()).isEmpty();
    }

    @Test
    void definitionsAreFoundInAWorkspaceASkillOrAFile() throws IOException {
        skill("a");
        skill("b");
        write("skills/b/target/classes/other.yaml", "camel: 1.0.0\n");
        Path a = root.resolve("skills/a/skill.yaml");
        Path b = root.resolve("skills/b/skill.yaml");
        assertThat(Workspace.definitions(root)).containsExactly(a, b);
        assertThat(Workspace.definitions(root.resolve("skills"))).containsExactly(a, b);
        assertThat(Workspace.definitions(root.resolve("skills/b"))).containsExactly(b);
        assertThat(Workspace.definitions(a)).containsExactly(a);
    }

    @Test
    void whereThereIsNoDefinitionThatIsSaid() throws IOException {
        Files.createDirectories(root.resolve("empty"));
        assertThatThrownBy(() -> Workspace.definitions(root.resolve("empty")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("has no skill.yaml");
        assertThatThrownBy(() -> Workspace.definitions(root.resolve("nowhere")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("there is no such file or folder");
    }

    @Test
    void theFoldersOfAWorkspaceAreFoundFromItsSkill() throws IOException {
        Workspace skill = skill("group/count");
        write("skills/group/count/actions/count/pom.xml", "<project/>");
        write("skills/group/count/invoke/request/a.json", "{}");
        assertThat(skill.root()).isEqualTo(root);
        assertThat(skill.folderName()).isEqualTo("count");
        assertThat(skill.actionNames()).containsExactly("count");
        assertThat(skill.messageFolders()).containsExactly(root.resolve("skills/group/count/invoke/request"));
        Workspace alone = Workspace.around(root.resolve("alone/skill.yaml"));
        assertThat(alone.root()).isNull();
        assertThat(alone.actionFolders()).isNull();
        assertThat(alone.actionNames()).isEmpty();
        assertThat(alone.typesFolder()).isEqualTo(root.resolve("alone/types"));
        assertThat(skill("count").typesFolder()).isEqualTo(root.resolve("types/count"));
    }
}
