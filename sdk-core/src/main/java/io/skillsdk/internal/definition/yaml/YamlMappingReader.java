package io.skillsdk.internal.definition.yaml;

import io.skillsdk.definition.DefinitionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the keys of one mapping leniently, and remembers where each was. What nobody takes stays as {@link #other}. */
public final class YamlMappingReader {

    private final String file;

    private final String path;

    private final YamlValue.Mapping mapping;

    private final Map<String, Integer> lines;

    private final Set<String> taken = new TreeSet<>();

    public YamlMappingReader(String file, String path, YamlValue.Mapping mapping, Map<String, Integer> lines) {
        this.file = file;
        this.path = path;
        this.mapping = mapping;
        this.lines = lines;
        lines.put(path, mapping.line());
        mapping.entries()
                .forEach((key, entry) -> lines.put(
                        below(key),
                        entry.key()
                                .getStartMark()
                                .map(mark -> mark.getLine() + 1)
                                .orElse(mapping.line())));
    }

    private String below(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private @Nullable YamlValue take(String key) {
        taken.add(key);
        return mapping.get(key);
    }

    /** The text of a scalar; null when it is absent or null. */
    @Nullable String text(String key) {
        YamlValue value = take(key);
        if (value == null || value.plain() == null) {
            return null;
        }
        if (value instanceof YamlValue.Scalar scalar) {
            return scalar.text();
        }
        throw unexpected(key, value, "text");
    }

    /** A boolean, also as text: {@code required: "true"}. */
    @Nullable Boolean flag(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text.equalsIgnoreCase("true");
        }
        throw new DefinitionException(
                file + ":" + line(key) + ": " + below(key) + " is '" + text + "', but true or false is expected.");
    }

    /** A value as it is. */
    @Nullable Object plain(String key) {
        YamlValue value = take(key);
        return value == null ? null : value.plain();
    }

    /** A list of scalars, or one scalar as a list of one. */
    public List<String> texts(String key) {
        YamlValue value = take(key);
        if (value instanceof YamlValue.Sequence sequence) {
            List<String> texts = new ArrayList<>();
            for (YamlValue item : sequence.items()) {
                if (!(item instanceof YamlValue.Scalar scalar)) {
                    throw unexpected(key, item, "text");
                }
                texts.add(scalar.text());
            }
            return texts;
        }
        return value instanceof YamlValue.Scalar scalar && scalar.plain() != null ? List.of(scalar.text()) : List.of();
    }

    /** A list of mappings, each read by a function of its fields. */
    public <T> List<T> list(String key, BiFunction<String, YamlMappingReader, T> read) {
        YamlValue value = take(key);
        if (value == null || value.plain() == null || "".equals(value.plain())) {
            return List.of();
        }
        if (!(value instanceof YamlValue.Sequence sequence)) {
            throw unexpected(key, value, "a list");
        }
        List<T> all = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            String itemPath = below(key) + "[" + i + "]";
            if (!(sequence.items().get(i) instanceof YamlValue.Mapping item)) {
                throw unexpected(key + "[" + i + "]", sequence.items().get(i), "keys and values");
            }
            all.add(read.apply(itemPath, new YamlMappingReader(file, itemPath, item, lines)));
        }
        return all;
    }

    /** A mapping; null when it is absent or null. */
    @Nullable YamlMappingReader object(String key) {
        YamlValue value = take(key);
        if (value == null || value.plain() == null || "".equals(value.plain())) {
            return null;
        }
        if (value instanceof YamlValue.Mapping object) {
            return new YamlMappingReader(file, below(key), object, lines);
        }
        throw unexpected(key, value, "keys and values");
    }

    /** Whether the key is there with a mapping. */
    public boolean isObject(String key) {
        return mapping.get(key) instanceof YamlValue.Mapping;
    }

    /** All keys that nobody took, as plain values. */
    public Map<String, @Nullable Object> other() {
        Map<String, @Nullable Object> other = new LinkedHashMap<>(mapping.plain());
        other.keySet().removeAll(taken);
        return other;
    }

    private int line(String key) {
        return lines.getOrDefault(below(key), mapping.line());
    }

    private DefinitionException unexpected(String key, YamlValue value, String expected) {
        String found = value instanceof YamlValue.Mapping
                ? "keys and values"
                : value instanceof YamlValue.Sequence ? "a list" : "text";
        return new DefinitionException(file + ":" + value.line() + ": " + below(key) + " has " + found + ", but "
                + expected + " is expected.");
    }
}
