package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.model.TypeDefinition;
import io.skillsdk.internal.definition.yaml.YamlReader;
import io.skillsdk.internal.definition.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Updates the text of a definition in place. */
public final class DefinitionUpdate {

    private final YamlValue.Mapping root;

    private final TextEdits edits;

    private final Map<String, List<Parameter>> referenced = new LinkedHashMap<>();

    public DefinitionUpdate(String name, String text) {
        this.root = YamlReader.read(name, text);
        this.edits = new TextEdits(text);
    }

    /** Brings a skill.yaml in step with what the actions say. */
    public String apply(SkillDefinition wanted) {
        List<YamlValue.Mapping> inputs = items("inputs");
        boolean one = wanted.inputs().size() == 1 && !inputs.isEmpty();
        StringBuilder newInputs = new StringBuilder();
        for (Input input : wanted.inputs()) {
            List<YamlValue.Mapping> matching = one ? inputs : named(inputs, input.name());
            matching.forEach(item -> updateParameters(item, input.parameters()));
            if (matching.isEmpty()) {
                newInputs.append(DefinitionWriter.item(DefinitionWriter.input(input), indent("inputs")));
            }
        }
        append("inputs", newInputs);
        updateOutputs(wanted);
        updateProperties(wanted);
        for (YamlValue.Mapping action : items("actions")) {
            updateIf(action, "port", wanted.actions().get(0).port(), port -> port);
        }
        return edits.apply();
    }

    /** Brings the parameters of a named type in step. */
    public String apply(TypeDefinition wanted) {
        List<YamlValue.Mapping> types = items("types");
        if (types.isEmpty()) {
            updateParameters(root, new Parameters.Listed(wanted.parameters()));
        }
        named(types, wanted.name()).forEach(type -> updateParameters(type, new Parameters.Listed(wanted.parameters())));
        return edits.apply();
    }

    /** The types that inputs and outputs refer to by name, with the parameters that they should have. */
    public Map<String, List<Parameter>> referenced() {
        return referenced;
    }

    private void updateOutputs(SkillDefinition wanted) {
        List<YamlValue.Mapping> outputs = items("outputs");
        boolean one = wanted.outputs().size() == 1 && outputs.size() == 1;
        StringBuilder newOutputs = new StringBuilder();
        for (Output output : wanted.outputs()) {
            List<YamlValue.Mapping> matching = one ? outputs : named(outputs, output.name());
            matching.forEach(item -> updateParameters(item, output.parameters()));
            if (matching.isEmpty()) {
                newOutputs.append(DefinitionWriter.item(DefinitionWriter.output(output), indent("outputs")));
            }
        }
        append("outputs", newOutputs);
    }

    private void updateProperties(SkillDefinition wanted) {
        StringBuilder newProperties = new StringBuilder();
        for (Property property : wanted.properties()) {
            List<YamlValue.Mapping> matching = named(items("properties"), property.name());
            for (YamlValue.Mapping item : matching) {
                if (!isServed(item, property)) {
                    updateIf(item, "defaultValue", property.defaultValue(), DefinitionUpdate::normal);
                }
            }
            if (matching.isEmpty()) {
                newProperties.append(DefinitionWriter.item(DefinitionWriter.property(property), indent("properties")));
            }
        }
        append("properties", newProperties);
    }

    /** Where several actions are served, a default that leads to any of them is in step. */
    private static boolean isServed(YamlValue.Mapping item, Property wanted) {
        return item.get("defaultValue") instanceof YamlValue.Scalar value
                && (value.text().contains("{{")
                        || wanted.validValues().stream()
                                .anyMatch(valid -> normal(valid).equals(normal(value.text()))));
    }

    private static String normal(String value) {
        return value.split("\\?", 2)[0].replaceAll("^/+|/+$", "").toLowerCase(Locale.ROOT);
    }

    private void updateIf(
            YamlValue.Mapping item, String key, @Nullable Object wanted, Function<String, String> normal) {
        if (wanted == null) {
            return;
        }
        YamlValue present = item.get(key);
        if (present == null) {
            int column = TextEdits.start(item.node()).getColumn();
            edits.insertAfter(
                    TextEdits.lastLine(item.node()),
                    " ".repeat(column) + key + ": " + DefinitionWriter.scalar(wanted) + "\n");
        } else if (present instanceof YamlValue.Scalar scalar
                && !normal.apply(scalar.text()).equals(normal.apply(wanted.toString()))) {
            edits.replace(scalar.node(), DefinitionWriter.scalar(wanted));
        }
    }

    private void updateParameters(YamlValue.Mapping owner, Parameters wanted) {
        if (!(wanted instanceof Parameters.Listed listed)) {
            return;
        }
        YamlValue present = owner.get("parameters");
        if (present instanceof YamlValue.Sequence sequence) {
            new ParameterListUpdate(edits, sequence).apply(listed.all());
        } else if (present instanceof YamlValue.Mapping reference
                && reference.get("$ref") instanceof YamlValue.Scalar ref) {
            referenced.put(ref.text().substring(ref.text().lastIndexOf('/') + 1), listed.all());
        }
    }

    private List<YamlValue.Mapping> items(String section) {
        return root.get(section) instanceof YamlValue.Sequence sequence
                ? sequence.items().stream()
                        .filter(YamlValue.Mapping.class::isInstance)
                        .map(YamlValue.Mapping.class::cast)
                        .toList()
                : List.of();
    }

    private static List<YamlValue.Mapping> named(List<YamlValue.Mapping> items, @Nullable String name) {
        return items.stream()
                .filter(item -> item.get("name") instanceof YamlValue.Scalar scalar
                        && scalar.text().equals(name))
                .toList();
    }

    private int indent(String section) {
        YamlValue present = root.get(section);
        return present instanceof YamlValue.Sequence sequence
                        && !sequence.items().isEmpty()
                ? TextEdits.start(sequence.node()).getColumn()
                : 2;
    }

    private void append(String section, StringBuilder items) {
        if (items.isEmpty()) {
            return;
        }
        YamlValue present = root.get(section);
        if (present instanceof YamlValue.Sequence sequence && !sequence.items().isEmpty()) {
            edits.insertAfter(TextEdits.lastLine(sequence.node()), items.toString());
        } else if (present == null) {
            edits.insertAfter(TextEdits.lastLine(root.node()), "\n" + section + ":\n" + items);
        } else {
            YamlValue.Entry entry = root.entries().get(section);
            if (entry != null) {
                edits.replace(present.node(), "\n" + items.substring(0, items.length() - 1));
            }
        }
    }
}
