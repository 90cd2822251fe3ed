package io.skillsdk.internal.yaml;

import io.skillsdk.definition.DefinitionException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
            // for placeholders such as {{name}}; other such keys are refused below
            .setMaxAliasesForCollections(20)
            .setAllowNonScalarKeys(true)
            .setCodePointLimit(1024 * 1024)
            .build();

    private static final int MAX_DEPTH = 50;

    private static final String MERGE = "<<";

    /** What the library says of what comes behind the first document. */
    private static final String SEVERAL_DOCUMENTS = "but found another document";

    private static final int MAX_BYTES = 1024 * 1024;

    /** With what aliases stand for counted as often as they do. */
    private static final int MAX_VALUES = 200_000;

    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.(?:inf|Inf|INF|nan|NaN|NAN)");

    /** Longer ones take long to read, and are no numbers of a definition. */
    private static final int MAX_DIGITS = 100;

    private final String name;

    private int values;

    private YamlReader(String name) {
        this.name = name;
    }

    /** Reads a text file of at most 1 MiB. */
    public static String readText(Path file) {
        return FileTexts.read(file, MAX_BYTES);
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
            if (SEVERAL_DOCUMENTS.equals(e.getProblem())) {
                throw failure(e.getProblemMark(), "has several documents. Keep one of them.", e);
            }
            throw failure(e.getProblemMark(), "is not valid YAML: " + e.getProblem() + ".", e);
        } catch (StackOverflowError e) {
            throw failure(Optional.empty(), "is nested deeper than " + MAX_DEPTH + " levels.", e);
        } catch (YamlEngineException e) {
            throw failure(Optional.empty(), "is not valid YAML: " + e.getMessage(), e);
        } catch (NumberFormatException e) {
            // from the library, for an escape of a character by its number at the end of the text
            throw failure(Optional.empty(), "is not valid YAML: an escape in quotes is not complete.", e);
        }
        if (root.isEmpty()) {
            throw failure(
                    Optional.empty(), "is empty. A definition is expected, which starts with 'camel: 1.0.0'.", null);
        }
        if (value(root.get(), 0) instanceof YamlValue.Mapping mapping) {
            return mapping;
        }
        throw failure(
                root.get().getStartMark(),
                "is not a definition: keys and values such as 'name: …' are expected.",
                null);
    }

    private YamlValue value(Node node, int depth) {
        if (depth > MAX_DEPTH) {
            throw failure(node.getStartMark(), "is nested deeper than " + MAX_DEPTH + " levels.", null);
        }
        if (++values > MAX_VALUES) {
            throw failure(
                    node.getStartMark(), "has more than " + MAX_VALUES + " values, those of aliases counted.", null);
        }
        if (node instanceof ScalarNode scalar) {
            return new YamlValue.Scalar(node, scalar.getValue(), plain(scalar));
        }
        if (!node.getTag().equals(node instanceof SequenceNode ? Tag.SEQ : Tag.MAP)) {
            throw tagged(node);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlValue> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(value(item, depth + 1)));
            return new YamlValue.Sequence(node, items);
        }
        String placeholder = placeholder((MappingNode) node);
        return placeholder == null
                ? mapping((MappingNode) node, depth)
                : new YamlValue.Scalar(node, placeholder, placeholder);
    }

    /** What is left of a template, such as {@code name: {{skillname}}}: for YAML a mapping in a mapping. */
    private static @Nullable String placeholder(MappingNode node) {
        return node.getValue().size() == 1
                        && node.getValue().get(0).getKeyNode() instanceof MappingNode inner
                        && inner.getValue().size() == 1
                        && inner.getValue().get(0).getKeyNode() instanceof ScalarNode name
                ? "{{" + name.getValue() + "}}"
                : null;
    }

    private YamlValue mapping(MappingNode node, int depth) {
        Map<String, YamlValue.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw failure(tuple.getKeyNode().getStartMark(), "has a key that is not text.", null);
            }
            YamlValue.Entry entry = new YamlValue.Entry(key, value(tuple.getValueNode(), depth + 1));
            if (entries.put(key.getValue(), entry) != null) {
                throw failure(
                        key.getStartMark(),
                        "the key '" + key.getValue() + "' is there twice. Remove one of them.",
                        null);
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
        if (bases.stream().allMatch(YamlValue.Mapping.class::isInstance)) {
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
            if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
                return text.equalsIgnoreCase("true");
            }
            throw mistagged(scalar);
        }
        try {
            if (tag.equals(Tag.INT)) {
                return whole(text);
            }
            if (tag.equals(Tag.FLOAT)) {
                return decimal(text);
            }
        } catch (NumberFormatException e) {
            throw mistagged(scalar);
        }
        throw tagged(scalar);
    }

    private DefinitionException tagged(Node node) {
        return failure(
                node.getStartMark(),
                "has the tag " + node.getTag().getValue() + ". Only plain values are expected.",
                null);
    }

    private DefinitionException mistagged(ScalarNode scalar) {
        return failure(
                scalar.getStartMark(),
                "has the value '" + scalar.getValue() + "', which is not of its tag "
                        + scalar.getTag().getValue() + ".",
                null);
    }

    private static Object whole(String text) {
        if (text.length() > MAX_DIGITS) {
            return text;
        }
        BigInteger number = text.startsWith("0x")
                ? new BigInteger(text.substring(2), 16)
                : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
        return number.bitLength() < 32
                ? (Object) number.intValue()
                : number.bitLength() < 64 ? number.longValue() : text;
    }

    /** What JSON has no number for, such as {@code .inf} and {@code 1e999}, is text. */
    private static Object decimal(String text) {
        if (NO_NUMBER.matcher(text).matches()) {
            return text;
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? (Object) number : text;
    }

    private DefinitionException failure(Optional<Mark> mark, String problem, @Nullable Throwable cause) {
        return new DefinitionException(name, mark.map(m -> m.getLine() + 1).orElse(0), problem, cause);
    }
}
