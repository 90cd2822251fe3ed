package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.DescribedActions;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.resolve.SkillRouting;
import io.skillsdk.internal.definition.workspace.Workspace;
import io.skillsdk.internal.definition.yaml.DefinitionFile;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.routing.ActionCatalog;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the skill that actions are behind: in a workspace of several skills, the others are the business of their own code.
 * It is the one that was chosen, or else the only one with a daemon, the one whose folder has the code, or the one whose
 * inputs resemble the actions most.
 */
final class SkillOfActions {

    private final ActionCatalog catalog;

    private final List<?> instances;

    private final @Nullable String chosen;

    SkillOfActions(ActionCatalog catalog, List<?> instances, @Nullable String chosen) {
        this.catalog = catalog;
        this.instances = instances;
        this.chosen = chosen;
    }

    /**
     * The file of the skill, or none where it is not clear.
     *
     * @param unreadable whether there are definitions that cannot be read, of which one may be meant
     */
    Set<Path> find(List<DefinitionFile> files, boolean unreadable) {
        if (chosen != null) {
            return files.stream()
                    .filter(file -> chosen.equals(Neighbours.nameOf(file))
                            || chosen.equals(Workspace.around(file.path()).folderName()))
                    .map(DefinitionFile::path)
                    .collect(Collectors.toSet());
        }
        List<DefinitionFile> daemons = files.stream()
                .filter(file -> new SkillRouting(file.definition()).leadsToDaemon())
                .toList();
        if (daemons.isEmpty()) {
            // a single file that is being written leads nowhere yet
            return files.size() == 1 ? Set.of(files.get(0).path()) : Set.of();
        }
        boolean open = unreadable
                || files.stream()
                        .anyMatch(file -> file.definition().inputs().stream()
                                .allMatch(input -> SkillRouting.legs(input).isEmpty()));
        if (daemons.size() == 1) {
            return open && likeness(daemons.get(0)) == 0
                    ? Set.of()
                    : Set.of(daemons.get(0).path());
        }
        List<DefinitionFile> around = daemons.stream().filter(this::hasTheCode).toList();
        if (!around.isEmpty()) {
            return around.stream().map(DefinitionFile::path).collect(Collectors.toSet());
        }
        return mostAlike(
                daemons.stream().filter(file -> !isOfAnotherLanguage(file)).toList());
    }

    private boolean hasTheCode(DefinitionFile file) {
        Path folder = Workspace.around(file.path()).folder();
        return instances.stream()
                .map(SkillOfActions::location)
                .anyMatch(location -> location != null && location.startsWith(folder));
    }

    private static @Nullable Path location(Object instance) {
        try {
            Class<?> type = instance instanceof DescribedActions described ? described.type() : instance.getClass();
            CodeSource source = type.getProtectionDomain().getCodeSource();
            URI uri = source == null || source.getLocation() == null
                    ? null
                    : source.getLocation().toURI();
            return uri == null ? null : Path.of(uri).toAbsolutePath().normalize();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException | SecurityException e) {
            return null;
        }
    }

    private static boolean isOfAnotherLanguage(DefinitionFile file) {
        Workspace workspace = Workspace.around(file.path());
        List<Path> actions = workspace.actionFolders();
        return actions != null
                && actions.stream()
                        .anyMatch(folder -> Files.exists(folder.resolve("requirements.txt"))
                                || Files.exists(folder.resolve("main.py"))
                                || Files.exists(folder.resolve("package.json")));
    }

    private Set<Path> mostAlike(List<DefinitionFile> files) {
        Path best = null;
        int most = 0;
        for (DefinitionFile file : files) {
            int likeness = likeness(file);
            if (likeness > most) {
                most = likeness;
                best = file.path();
            } else if (likeness == most) {
                best = null;
            }
        }
        return best == null ? Set.of() : Set.of(best);
    }

    /** How many names the definition has in common with the actions. */
    private int likeness(DefinitionFile file) {
        Set<String> names = new HashSet<>();
        Set<String> members = new HashSet<>();
        for (Action action : catalog.actions()) {
            names.add(action.name());
            names.add(action.output());
            if (action.payload().shape() instanceof JsonShape.Structure structure) {
                members.addAll(structure.members().keySet());
            }
        }
        catalog.properties().forEach(property -> names.add(property.name()));
        int likeness = 0;
        for (Input input : file.definition().inputs()) {
            likeness += input.name() != null && names.contains(input.name()) ? 2 : 0;
            likeness += (int) SkillRouting.legs(input).stream()
                    .filter(leg -> leg.target().output() != null
                            && names.contains(leg.target().output()))
                    .count();
            if (input.parameters() instanceof Parameters.Listed listed) {
                likeness += (int) listed.all().stream()
                        .filter(parameter -> parameter.name() != null && members.contains(parameter.name()))
                        .count();
            }
        }
        likeness += (int) file.definition().properties().stream()
                .filter(property -> property.name() != null && names.contains(property.name()))
                .count();
        return likeness;
    }
}
