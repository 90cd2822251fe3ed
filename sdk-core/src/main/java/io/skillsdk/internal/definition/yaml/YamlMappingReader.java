package io.skillsdk.internal.definition.yaml;

import io.skillsdk.internal.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of one mapping leniently, and remembers where each was. A value of another kind than expected is left out,
 * and told as a fault. What is not taken stays as {@link #other}.
 */
public final class YamlMappingReader {

    private static final Pattern YES = Pattern.compile("t[rue]{1,4}|y|yes|on|1");

    private static final Pattern NO = Pattern.compile("f[alse]{1,5}|n|no|off|0");

    private final String path;

    private final YamlValue.Mapping mapping;

    private final Places places;

    private final Set<String> taken = new TreeSet<>();

    /** The keys that are there, by those that are meant. */
    private final Map<String, String> meant = new LinkedHashMap<>();

    public YamlMappingReader(String path, YamlValue.Mapping mapping, Places places) {
        this.path = path;
        this.mapping = mapping;
        this.places = places;
        places.put(path, mapping.node().getStartMark());
        mapping.entries()
                .forEach((key, entry) -> places.put(below(key), entry.key().getStartMark()));
    }

    /** Has keys that resemble known ones count as those, and notes them. */
    YamlMappingReader knowing(KnownKeys known) {
        mapping.entries().forEach((key, entry) -> {
            String other = known.meant(key, mapping.entries());
            if (other != null && !meant.containsKey(other)) {
                places.misspelling(new Misspelling(below(key), key, other));
                if (places.isRecovering()) {
                    meant.put(other, key);
                    places.put(below(other), entry.key().getStartMark());
                }
            }
        });
        return this;
    }

    private @Nullable YamlValue value(String key) {
        return mapping.get(meant.getOrDefault(key, key));
    }

    private String below(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private @Nullable YamlValue take(String key) {
        taken.add(meant.getOrDefault(key, key));
        return value(key);
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
        refuse(below(key), value, "text");
        return null;
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
        places.fault(below(key), places.of(below(key)), "is '" + text + "', but true or false is expected.");
        String word = text.toLowerCase(Locale.ROOT);
        boolean isClear = places.isRecovering()
                && (YES.matcher(word).matches() || NO.matcher(word).matches());
        return isClear ? Boolean.valueOf(YES.matcher(word).matches()) : null;
    }

    /** A value as it is. */
    @Nullable Object plain(String key) {
        YamlValue value = take(key);
        return value == null ? null : value.plain();
    }

    /** A value as it is, with the places of all that is in it. */
    @Nullable Object plainWithPlaces(String key) {
        YamlValue value = take(key);
        if (value != null) {
            place(below(key), value);
        }
        return value == null ? null : value.plain();
    }

    private void place(String part, YamlValue value) {
        if (value instanceof YamlValue.Mapping keys) {
            keys.entries().forEach((key, entry) -> {
                places.put(part + "." + key, entry.key().getStartMark());
                place(part + "." + key, entry.value());
            });
        } else if (value instanceof YamlValue.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                YamlValue item = sequence.items().get(i);
                places.put(part + "[" + i + "]", item.node().getStartMark());
                place(part + "[" + i + "]", item);
            }
        }
    }

    /** A list of scalars. One scalar is a list of one; where slips are noted, it is one. */
    List<String> listOfTexts(String key) {
        YamlValue value = value(key);
        if (places.isRecovering()
                && value instanceof YamlValue.Scalar scalar
                && scalar.plain() != null
                && !scalar.text().isBlank()) {
            refuse(below(key), value, "a list");
            taken.add(meant.getOrDefault(key, key));
            return List.of(scalar.text().strip().split("[\\s,]+"));
        }
        return texts(key);
    }

    /** A list of scalars, or one scalar as a list of one. */
    public List<String> texts(String key) {
        YamlValue value = take(key);
        if (value instanceof YamlValue.Sequence sequence) {
            List<String> texts = new ArrayList<>();
            for (YamlValue item : sequence.items()) {
                if (item instanceof YamlValue.Scalar scalar) {
                    texts.add(scalar.text());
                } else {
                    refuse(below(key), item, "text");
                }
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
            refuse(below(key), value, "a list");
            return List.of();
        }
        List<T> all = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            String itemPath = below(key) + "[" + i + "]";
            YamlValue item = sequence.items().get(i);
            if (item instanceof YamlValue.Mapping keys) {
                all.add(read.apply(itemPath, new YamlMappingReader(itemPath, keys, places)));
            } else {
                refuse(itemPath, item, "keys and values");
                // what comes after it keeps its number
                all.add(read.apply(itemPath, new YamlMappingReader(itemPath, empty(item), places)));
            }
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
            return new YamlMappingReader(below(key), object, places);
        }
        refuse(below(key), value, "keys and values");
        return null;
    }

    /** Whether the key is there with a mapping. */
    public boolean isObject(String key) {
        return value(key) instanceof YamlValue.Mapping;
    }

    /** All keys that were not taken, as plain values. */
    public Map<String, @Nullable Object> other() {
        Map<String, @Nullable Object> other = new LinkedHashMap<>(mapping.plain());
        other.keySet().removeAll(taken);
        meant.forEach((key, present) -> {
            if (other.containsKey(present)) {
                other.put(key, other.remove(present));
            }
        });
        return other;
    }

    private static YamlValue.Mapping empty(YamlValue instead) {
        return new YamlValue.Mapping(instead.node(), Map.of());
    }

    private void refuse(String part, YamlValue value, String expected) {
        String found = value instanceof YamlValue.Mapping
                ? "keys and values"
                : value instanceof YamlValue.Sequence ? "a list" : "text";
        places.fault(part, value.place(), "has " + found + ", but " + expected + " is expected.");
    }
}
