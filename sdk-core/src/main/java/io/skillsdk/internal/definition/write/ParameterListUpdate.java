package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Brings a list of parameters in step: what has drifted changes, all else stays. */
public final class ParameterListUpdate {

    private final TextEdits edits;

    private final YamlValue.Sequence sequence;

    private final Map<String, YamlValue.Mapping> existing = new LinkedHashMap<>();

    public ParameterListUpdate(TextEdits edits, YamlValue.Sequence sequence) {
        this.edits = edits;
        this.sequence = sequence;
        for (YamlValue item : sequence.items()) {
            if (item instanceof YamlValue.Mapping parameter && parameter.get("name") instanceof YamlValue.Scalar name) {
                existing.put(name.text(), parameter);
            }
        }
    }

    public void apply(List<Parameter> wanted) {
        if (!TextEdits.isBlock(sequence.node())) {
            replaceFlow(wanted);
            return;
        }
        Map<String, Parameter> byName = new LinkedHashMap<>();
        wanted.forEach(parameter -> byName.put(String.valueOf(parameter.name()), parameter));
        List<String> gone = new ArrayList<>(existing.keySet());
        gone.removeAll(byName.keySet());
        List<String> added = new ArrayList<>(byName.keySet());
        added.removeAll(existing.keySet());
        if (gone.size() == 1 && added.size() == 1) {
            rename(gone.get(0), added.get(0));
            gone.clear();
            added.clear();
        }
        gone.forEach(name -> delete(existing.get(name)));
        byName.forEach((name, parameter) -> {
            YamlValue.Mapping item = existing.get(name);
            if (item != null) {
                update(item, parameter);
            }
        });
        insert(wanted, added);
    }

    private void rename(String from, String to) {
        YamlValue.Mapping item = existing.remove(from);
        if (item != null && item.get("name") != null) {
            edits.replace(item.get("name").node(), DefinitionWriter.scalar(to));
            existing.put(to, item);
        }
    }

    private void delete(YamlValue.@Nullable Mapping item) {
        if (item != null) {
            edits.deleteLines(
                    edits.dashLine((SequenceNode) sequence.node(), item.node()), TextEdits.lastLine(item.node()));
        }
    }

    private void update(YamlValue.Mapping item, Parameter wanted) {
        if (!isSameType(text(item, "type"), wanted.type())) {
            set(item, "type", String.valueOf(wanted.type()));
        }
        boolean required = "true".equalsIgnoreCase(text(item, "required"));
        if (required != Boolean.TRUE.equals(wanted.required())) {
            set(item, "required", Boolean.TRUE.equals(wanted.required()));
        }
    }

    private static boolean isSameType(@Nullable String declared, @Nullable String wanted) {
        return declared == null
                || wanted == null
                || declared.equalsIgnoreCase(wanted)
                || (declared.equalsIgnoreCase("number") && wanted.equals("integer"))
                || (declared.equalsIgnoreCase("enum") && wanted.equals("string"));
    }

    private void set(YamlValue.Mapping item, String key, Object value) {
        YamlValue present = item.get(key);
        if (present != null) {
            edits.replace(present.node(), DefinitionWriter.scalar(value));
        } else {
            int indent = TextEdits.start(item.node()).getColumn();
            edits.insertAfter(
                    TextEdits.lastLine(item.node()),
                    " ".repeat(indent) + key + ": " + DefinitionWriter.scalar(value) + "\n");
        }
    }

    private void insert(List<Parameter> wanted, List<String> added) {
        int indent = TextEdits.start(sequence.node()).getColumn();
        YamlValue.Mapping before = null;
        for (Parameter parameter : wanted) {
            String name = String.valueOf(parameter.name());
            if (!added.contains(name)) {
                before = existing.get(name);
                continue;
            }
            String item = DefinitionWriter.item(DefinitionWriter.parameter(parameter), indent);
            if (before != null) {
                edits.insertAfter(TextEdits.lastLine(before.node()), item);
            } else {
                edits.insertBefore(TextEdits.start(sequence.node()).getLine(), item);
            }
        }
    }

    private void replaceFlow(List<Parameter> wanted) {
        boolean same = existing.size() == wanted.size()
                && wanted.stream().allMatch(parameter -> {
                    YamlValue.Mapping item = existing.get(String.valueOf(parameter.name()));
                    return item != null
                            && isSameType(text(item, "type"), parameter.type())
                            && "true".equalsIgnoreCase(text(item, "required"))
                                    == Boolean.TRUE.equals(parameter.required());
                });
        if (!same) {
            List<Map<String, @Nullable Object>> items = new ArrayList<>();
            wanted.forEach(parameter -> items.add(DefinitionWriter.parameter(parameter)));
            edits.replace(sequence.node(), DefinitionWriter.flow(items));
        }
    }

    private static @Nullable String text(YamlValue.Mapping item, String key) {
        return item.get(key) instanceof YamlValue.Scalar scalar ? scalar.text() : null;
    }
}
