package io.skillsdk.internal.definition.check;

import io.skillsdk.definition.Finding;
import io.skillsdk.definition.Severity;
import io.skillsdk.internal.definition.yaml.DefinitionFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the findings on one definition. */
final class FindingCollector {

    private final DefinitionFile file;

    private final List<Finding> all = new ArrayList<>();

    FindingCollector(DefinitionFile file) {
        this.file = file;
    }

    void error(String id, String part, String message) {
        all.add(new Finding(id, Severity.ERROR, file.path(), file.line(part), part, message));
    }

    void warning(String id, String part, String message) {
        all.add(new Finding(id, Severity.WARNING, file.path(), file.line(part), part, message));
    }

    /** A finding in a file beside the definition, named the way the definition was. */
    void errorIn(Path other, String id, String message) {
        Path folder = file.path().toAbsolutePath().normalize().getParent();
        Path named = folder == null ? other : file.path().resolveSibling(folder.relativize(other));
        all.add(new Finding(id, Severity.ERROR, named, 1, "", message));
    }

    List<Finding> all() {
        return all.stream()
                .sorted(Comparator.comparing(Finding::file).thenComparing(Finding::line))
                .toList();
    }
}
