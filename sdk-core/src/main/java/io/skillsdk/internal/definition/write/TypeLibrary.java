package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.definition.edit.TreePath;
import io.skillsdk.internal.definition.workspace.TypeIndex;
import io.skillsdk.internal.yaml.YamlReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The named types that a skill can refer to: its own, and those of the workspace that belong to no other skill. */
final class TypeLibrary {

    /**
     * A type that is there.
     *
     * @param file the file it is in
     * @param type the type
     * @param owned whether it is this skill's alone, and may be changed
     */
    record Found(Path file, Item type, boolean owned) {}

    private final SkillPlace place;

    private final Map<Path, Item> files = new HashMap<>();

    private TypeIndex.@Nullable Types types;

    TypeLibrary(SkillPlace place) {
        this.place = place;
    }

    /** Finds a type by its name, alone or with a namespace: among the skill's own first; null where there is none. */
    @Nullable Found find(String name) {
        TypeIndex.Located located = types().find(name);
        if (located == null) {
            return null;
        }
        Path file = located.file().path();
        Item root = files.computeIfAbsent(
                file,
                path -> new Item(
                        TreePath.ROOT,
                        YamlReader.read(path.toString(), YamlReader.readText(path))
                                .plain()));
        TreePath at = located.file().alone() ? TreePath.ROOT : TreePath.of("types", located.index());
        Map<?, ?> keys = (Map<?, ?>) Objects.requireNonNull(at.in(root.keys()));
        boolean own = types().own().stream().anyMatch(owned -> owned.path().equals(file));
        return new Found(file, new Item(at, keys), own || place.isAlone(name));
    }

    /** Whether another skill has a type of that name. */
    boolean isOfAnother(String name) {
        return types().isOfAnother(name);
    }

    private TypeIndex.Types types() {
        TypeIndex.Types known = types;
        if (known == null) {
            known = place.types();
            // all or nothing: with one of its types broken, a skill cannot be brought in sync
            known.unreadable().values().stream().findFirst().ifPresent(e -> {
                throw e;
            });
            types = known;
        }
        return known;
    }
}
