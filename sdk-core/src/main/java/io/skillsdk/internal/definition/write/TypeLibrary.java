package io.skillsdk.internal.definition.write;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.edit.TreePath;
import io.skillsdk.internal.definition.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The named types that a skill can refer to: its own, and those of the rest of the workspace, which it only reads. */
final class TypeLibrary {

    /**
     * A type that is there.
     *
     * @param file the file it is in
     * @param type the type
     * @param owned whether it is this skill's, and may be changed
     */
    record Found(Path file, Item type, boolean owned) {}

    private final SkillPlace place;

    private final Map<Path, Map<String, Item>> files = new LinkedHashMap<>();

    TypeLibrary(SkillPlace place) {
        this.place = place;
    }

    /**
     * Finds a type by its name, alone or with a namespace: among the skill's own first.
     *
     * @throws DefinitionException when a file of the skill's own types cannot be read
     */
    @Nullable Found find(String name) {
        Found own = find(name, ownFiles(), true);
        if (own != null) {
            return own;
        }
        return find(name, otherFiles(), false);
    }

    private @Nullable Found find(String name, Set<Path> among, boolean own) {
        String alone = name.substring(name.lastIndexOf('/') + 1);
        for (String wanted : new LinkedHashSet<>(List.of(name, alone))) {
            for (Path file : among) {
                Item type = types(file, own).get(wanted);
                if (type != null) {
                    return new Found(file, type, own || place.isAlone(file, name));
                }
            }
        }
        return null;
    }

    /** The text of a file that is among them. */
    String text(Path file) {
        return YamlReader.readText(file);
    }

    private Set<Path> ownFiles() {
        Set<Path> all = new LinkedHashSet<>();
        place.ownTypeFolders().forEach(folder -> all.addAll(yamlFiles(folder, 5)));
        yamlFiles(place.folder(), 1).stream()
                .filter(file -> file.getFileName().toString().matches("(?:.*\\.)?types\\.ya?ml"))
                .forEach(all::add);
        return all;
    }

    private Set<Path> otherFiles() {
        Path types = place.typesFolder();
        return types == null ? Set.of() : yamlFiles(types, 6);
    }

    private Map<String, Item> types(Path file, boolean own) {
        Map<String, Item> known = files.get(file);
        if (known == null) {
            known = read(file, own);
            files.put(file, known);
        }
        return known;
    }

    private static Map<String, Item> read(Path file, boolean own) {
        Map<String, Item> types = new LinkedHashMap<>();
        try {
            Item root = new Item(
                    TreePath.ROOT,
                    YamlReader.read(file.toString(), YamlReader.readText(file)).plain());
            List<Item> all = root.has("types") ? root.items("types") : List.of(root);
            all.stream().filter(type -> type.name() != null).forEach(type -> types.putIfAbsent(type.name(), type));
        } catch (DefinitionException e) {
            if (own) {
                throw e;
            }
        }
        return types;
    }

    private static Set<Path> yamlFiles(Path folder, int depth) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder, depth)) {
            all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .forEach(found::add);
        } catch (IOException e) {
            throw new DefinitionException(folder + ": cannot be listed: " + FileReasons.of(e), e);
        }
        found.sort(null);
        return new LinkedHashSet<>(found);
    }
}
