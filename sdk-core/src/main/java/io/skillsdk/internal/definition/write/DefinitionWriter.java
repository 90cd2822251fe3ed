package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.definition.edit.YamlEditor;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.Routing;
import io.skillsdk.internal.definition.model.RoutingRule;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.model.Tag;
import io.skillsdk.internal.definition.model.TypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes definitions in the key order and style of the vendor's template. Deterministic. */
public final class DefinitionWriter {

    private DefinitionWriter() {}

    /**
     * Writes a definition.
     *
     * @param definition the definition
     * @return the text of a skill.yaml
     */
    public static String write(SkillDefinition definition) {
        return YamlEditor.write("skill.yaml", tree(definition));
    }

    static Map<String, @Nullable Object> tree(SkillDefinition definition) {
        return new Keys()
                .put("camel", definition.camel())
                .put("name", definition.name())
                .put("title", definition.title())
                .put("description", definition.description())
                .putAll("tags", definition.tags(), DefinitionWriter::label)
                .putAll("inputs", definition.inputs(), DefinitionWriter::input)
                .putAll("outputs", definition.outputs(), DefinitionWriter::output)
                .putAll("properties", definition.properties(), DefinitionWriter::property)
                .putAll("actions", definition.actions(), DefinitionWriter::container)
                .and(definition.other());
    }

    /**
     * Writes a named type.
     *
     * @param type the type
     * @return the text of its file
     */
    public static String write(TypeDefinition type) {
        return YamlEditor.write(type.name() + ".yaml", tree(type));
    }

    static Map<String, @Nullable Object> tree(TypeDefinition type) {
        return new Keys()
                .put("camel", type.camel())
                .put("name", type.name())
                .put("title", type.title())
                .put("description", type.description())
                .putAll("parameters", type.parameters(), DefinitionWriter::parameter)
                .and(type.other());
    }

    static Map<String, @Nullable Object> parameter(Parameter parameter) {
        return new Keys()
                .put("name", parameter.name())
                .put("type", parameter.type())
                .put("title", parameter.title())
                .put("description", parameter.description())
                .put("format", parameter.format())
                .put("required", parameter.required())
                .and(parameter.other());
    }

    static Map<String, @Nullable Object> property(Property property) {
        return new Keys()
                .put("name", property.name())
                .put("title", property.title())
                .put("description", property.description())
                .put("required", property.required())
                .put("type", property.type())
                .put("defaultValue", property.defaultValue())
                .put("validValues", property.validValues().isEmpty() ? null : property.validValues())
                .put("secure", property.secure())
                .put("qualifiedBy", property.qualifiedBy())
                .and(property.other());
    }

    static Map<String, @Nullable Object> input(Input input) {
        return new Keys()
                .put("name", input.name())
                .put("title", input.title())
                .put("description", input.description())
                .put("parameters", parameters(input.parameters()))
                .put("routing", input.routing() == null ? null : routing(input.routing()))
                .and(input.other());
    }

    static Map<String, @Nullable Object> output(Output output) {
        return new Keys()
                .put("name", output.name())
                .put("title", output.title())
                .put("description", output.description())
                .put("parameters", parameters(output.parameters()))
                .and(output.other());
    }

    static Map<String, @Nullable Object> container(ActionDeclaration action) {
        return new Keys()
                .put("name", action.name())
                .put("type", action.type())
                .put("image", action.image())
                .put("environmentVariables", action.environmentVariables())
                .put("command", action.command().isEmpty() ? null : action.command())
                .put("port", action.port())
                .put("podSpec", action.podSpec())
                .and(action.other());
    }

    private static Map<String, @Nullable Object> label(Tag label) {
        return new Keys()
                .put("label", label.label())
                .put("value", label.value())
                .and(Map.of());
    }

    static @Nullable Object parameters(Parameters parameters) {
        if (parameters instanceof Parameters.Listed listed) {
            return listed.all().stream().map(DefinitionWriter::parameter).toList();
        }
        return parameters instanceof Parameters.Reference reference
                ? new Keys().put("$ref", reference.ref()).and(reference.other())
                : null;
    }

    static Map<String, @Nullable Object> routing(Routing routing) {
        return new Keys()
                .put("all", target(routing.all()))
                .put("property", routing.property())
                .put("field", routing.field())
                .putAll("rules", routing.rules(), DefinitionWriter::rule)
                .put("default", target(routing.byDefault()))
                .and(routing.other());
    }

    private static Map<String, @Nullable Object> rule(RoutingRule rule) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("match", rule.match());
        Map<String, @Nullable Object> target = target(rule.target());
        if (target != null) {
            keys.putAll(target);
        }
        return keys;
    }

    private static @Nullable Map<String, @Nullable Object> target(@Nullable RoutingTarget target) {
        return target == null
                ? null
                : new Keys()
                        .put("action", target.action())
                        .put("runtime", target.runtime())
                        .put("output", target.output())
                        .and(target.other());
    }

    /** Keys in order, those without a value left out. */
    private static final class Keys {

        private final Map<String, @Nullable Object> keys = new LinkedHashMap<>();

        Keys put(String key, @Nullable Object value) {
            if (value != null) {
                keys.put(key, value);
            }
            return this;
        }

        <T> Keys putAll(String key, List<T> values, Function<T, Map<String, @Nullable Object>> write) {
            if (!values.isEmpty()) {
                List<Object> all = new ArrayList<>();
                values.forEach(value -> all.add(write.apply(value)));
                keys.put(key, all);
            }
            return this;
        }

        Map<String, @Nullable Object> and(Map<String, @Nullable Object> other) {
            keys.putAll(other);
            return keys;
        }
    }
}
