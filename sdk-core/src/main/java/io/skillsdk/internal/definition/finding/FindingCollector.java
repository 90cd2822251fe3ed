package io.skillsdk.internal.definition.finding;

import io.skillsdk.definition.Finding;
import io.skillsdk.internal.definition.yaml.Places;
import io.skillsdk.internal.yaml.Place;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the findings on one definition, and on the files beside it, each once. */
public final class FindingCollector {

    private final Path file;

    private final Places places;

    private final Set<Finding> all;

    public FindingCollector(Path file, Places places) {
        this(file, places, new LinkedHashSet<>());
    }

    private FindingCollector(Path file, Places places, Set<Finding> all) {
        this.file = file;
        this.places = places;
        this.all = all;
    }

    /** Collects into the same list what is found in another file. */
    public FindingCollector in(Path other, Places placesOfOther) {
        return new FindingCollector(named(other), placesOfOther, all);
    }

    /** A finding on a part. What is missing of a part that was left out, or that is as it is as that was, is none. */
    public void add(Rule rule, String part, String message) {
        if (rule != Rule.VALUE_MALFORMED && places.isFaulty(part)) {
            return;
        }
        add(rule, file, places.of(part), part, message);
    }

    /** Whether the file has a part. */
    public boolean has(String part) {
        return places.has(part);
    }

    /** Whether a part was left out, as it is of another kind than expected. */
    public boolean isFaulty(String part) {
        return places.isFaulty(part);
    }

    public void addAt(Rule rule, Place place, String message) {
        add(rule, file, place, "", message);
    }

    /** A finding in a file beside the definition, named the way the definition was. */
    public void addIn(Path other, Rule rule, String message) {
        addIn(other, Place.START, rule, message);
    }

    /** A finding at a place in a file beside the definition. */
    public void addIn(Path other, Place place, Rule rule, String message) {
        add(rule, named(other), place, "", message);
    }

    private void add(Rule rule, Path in, Place place, String part, String message) {
        all.add(new Finding(
                rule.id(),
                rule.severity(),
                in,
                place.line(),
                place.column(),
                Printable.of(part),
                Printable.of(message)));
    }

    private Path named(Path other) {
        if (!other.isAbsolute()) {
            return other;
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null || file.isAbsolute()
                ? other
                : file.resolveSibling(folder.relativize(other)).normalize();
    }

    public List<Finding> all() {
        return all.stream()
                .sorted(Comparator.comparing(Finding::file)
                        .thenComparing(Finding::line)
                        .thenComparing(Finding::column))
                .toList();
    }
}
