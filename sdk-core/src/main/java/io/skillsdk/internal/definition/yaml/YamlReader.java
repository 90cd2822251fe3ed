package io.skillsdk.internal.definition.yaml;

import io.skillsdk.definition.DefinitionException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML safely: no types but those of JSON, no alias bombs, no depth or size without end. */
public final class YamlReader {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setMaxAliasesForCollections(20)
            .setCodePointLimit(1024 * 1024)
            .build();

    private static final int MAX_DEPTH = 50;

    private static final String MERGE = "<<";

    private final String name;

    private YamlReader(String name) {
        this.name = name;
    }

    public static String readText(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new DefinitionException(file + ": there is no such file.", e);
        } catch (CharacterCodingException e) {
            throw new DefinitionException(file + ": is not encoded in UTF-8. Save it as UTF-8.", e);
        } catch (IOException e) {
            throw new DefinitionException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads a document whose top level is a mapping. */
    public static YamlValue.Mapping read(String name, String text) {
        return new YamlReader(name).read(text);
    }

    private YamlValue.Mapping read(String text) {
        Optional<Node> root;
        try {
            root = new Compose(SETTINGS).composeString(text);
        } catch (MarkedYamlEngineException e) {
            throw new DefinitionException(place(e.getProblemMark()) + "is not valid YAML: " + e.getProblem() + ".", e);
        } catch (StackOverflowError e) {
            throw new DefinitionException(name + ": is nested deeper than " + MAX_DEPTH + " levels.", e);
        } catch (YamlEngineException e) {
            throw new DefinitionException(name + ": is not valid YAML: " + e.getMessage(), e);
        }
        if (root.isEmpty()) {
            throw new DefinitionException(
                    name + ": is empty. A definition is expected, which starts with 'camel: 1.0.0'.");
        }
        if (value(root.get(), 0) instanceof YamlValue.Mapping mapping) {
            return mapping;
        }
        throw new DefinitionException(place(root.get().getStartMark())
                + "is not a definition: keys and values such as 'name: …' are expected.");
    }

    private YamlValue value(Node node, int depth) {
        if (depth > MAX_DEPTH) {
            throw new DefinitionException(
                    place(node.getStartMark()) + "is nested deeper than " + MAX_DEPTH + " levels.");
        }
        if (node instanceof ScalarNode scalar) {
            return new YamlValue.Scalar(node, scalar.getValue(), plain(scalar));
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlValue> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(value(item, depth + 1)));
            return new YamlValue.Sequence(node, items);
        }
        return mapping((MappingNode) node, depth);
    }

    private YamlValue mapping(MappingNode node, int depth) {
        Map<String, YamlValue.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new DefinitionException(place(tuple.getKeyNode().getStartMark()) + "has a key that is no text.");
            }
            YamlValue.Entry entry = new YamlValue.Entry(key, value(tuple.getValueNode(), depth + 1));
            if (entries.put(key.getValue(), entry) != null) {
                throw new DefinitionException(place(key.getStartMark()) + "the key '" + key.getValue()
                        + "' is there twice. Remove one of them.");
            }
        }
        merge(entries);
        return new YamlValue.Mapping(node, entries);
    }

    /** The entries of {@code <<: *base}, where the mapping has none of its own (YAML 1.1, as the platform reads). */
    private static void merge(Map<String, YamlValue.Entry> entries) {
        YamlValue.Entry merge = entries.get(MERGE);
        if (merge == null || !isPlain(merge.key())) {
            return;
        }
        List<YamlValue> bases =
                merge.value() instanceof YamlValue.Sequence several ? several.items() : List.of(merge.value());
        if (!bases.isEmpty() && bases.stream().allMatch(YamlValue.Mapping.class::isInstance)) {
            entries.remove(MERGE);
            bases.forEach(base -> ((YamlValue.Mapping) base).entries().forEach(entries::putIfAbsent));
        }
    }

    private static boolean isPlain(Node key) {
        return key instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    private @Nullable Object plain(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        if (tag.equals(Tag.STR)) {
            return text;
        }
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return text.equalsIgnoreCase("true");
        }
        if (tag.equals(Tag.INT)) {
            return whole(text);
        }
        if (tag.equals(Tag.FLOAT)) {
            return decimal(text);
        }
        throw new DefinitionException(
                place(scalar.getStartMark()) + "has the tag " + tag.getValue() + ". Only plain values are expected.");
    }

    private static Object whole(String text) {
        try {
            BigInteger number = text.startsWith("0x")
                    ? new BigInteger(text.substring(2), 16)
                    : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
            return number.bitLength() < 32
                    ? (Object) number.intValue()
                    : number.bitLength() < 64 ? number.longValue() : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Object decimal(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return text; // .inf and .nan
        }
    }

    private String place(Optional<Mark> mark) {
        return name + mark.map(m -> ":" + (m.getLine() + 1)).orElse("") + ": ";
    }
}
