package io.skillsdk.internal.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** A value of a YAML file together with its place in the file. */
public sealed interface YamlValue {

    /** The node it was read from. */
    Node node();

    /** The value as String, Integer, Long, Double, Boolean, List, Map or null. */
    @Nullable Object plain();

    /** Its first line, from 1. */
    default int line() {
        return node().getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** Where it starts. */
    default Place place() {
        return node().getStartMark()
                .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Place.START);
    }

    /** A string, number, boolean or null, with its text as written. */
    record Scalar(Node node, String text, @Nullable Object plain) implements YamlValue {}

    /** A sequence. */
    record Sequence(Node node, List<YamlValue> items) implements YamlValue {
        @Override
        public Object plain() {
            List<@Nullable Object> plain = new ArrayList<>();
            items.forEach(item -> plain.add(item.plain()));
            return plain;
        }
    }

    /** A mapping, in the order in which it is written. */
    record Mapping(Node node, Map<String, Entry> entries) implements YamlValue {
        @Override
        public Map<String, @Nullable Object> plain() {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            entries.forEach((key, entry) -> plain.put(key, entry.value.plain()));
            return plain;
        }

        public @Nullable YamlValue get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value;
        }
    }

    /** A key of a mapping with its value. */
    record Entry(Node key, YamlValue value) {}
}
