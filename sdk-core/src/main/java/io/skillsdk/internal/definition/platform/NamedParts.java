package io.skillsdk.internal.definition.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names of parts of a definition that others refer to.
 *
 * @param names the names
 * @param isComplete whether each part has a name of its own; where one has not, which is a finding itself, any name that
 *     is referred to may be meant to be it
 */
public record NamedParts(Set<String> names, boolean isComplete) {

    public static <T> NamedParts of(List<T> parts, Function<T, @Nullable String> name) {
        List<String> all = new ArrayList<>(parts.stream()
                .map(name)
                .filter(Objects::nonNull)
                .filter(one -> !one.isBlank())
                .toList());
        Set<String> names = new TreeSet<>(all);
        return new NamedParts(names, names.size() == parts.size());
    }

    boolean isEmpty() {
        return names.isEmpty() && isComplete;
    }

    boolean mayHave(String name) {
        return !isComplete || names.contains(name) || NameChecks.isPlaceholder(name);
    }
}
