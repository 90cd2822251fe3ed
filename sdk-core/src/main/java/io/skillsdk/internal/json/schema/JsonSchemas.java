package io.skillsdk.internal.json.schema;

import static io.skillsdk.internal.json.schema.SchemaKeywords.orNull;
import static io.skillsdk.internal.json.schema.SchemaKeywords.ordered;

import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JavaType;

/**
 * Makes the JSON Schemas of a document. Structures become schemas of their own, which the others refer to. One document,
 * one thread.
 */
public final class JsonSchemas {

    private final SchemaNames names = new SchemaNames();

    private final Map<String, Object> components = new LinkedHashMap<>();

    private final Set<String> variants = new HashSet<>();

    /** What tells a structure from others, by the name of its schema. */
    private final Map<String, String> valueOf = new HashMap<>();

    private final Map<String, String> otherNames = new HashMap<>();

    /** Makes schemas for a new document. */
    public JsonSchemas() {}

    /** The schemas that others refer to, by name, in the order in which they came up. */
    public Map<String, Object> components() {
        return Collections.unmodifiableMap(components);
    }

    /**
     * Adds a schema to refer to.
     *
     * @param name its name, if no other has it
     * @return the reference
     */
    public Map<String, Object> add(String name, Map<String, Object> schema) {
        String free = names.free(name);
        components.put(free, schema);
        return SchemaKeywords.reference(free);
    }

    /** The schema of what is read or written; a reference where it is a structure. */
    public Map<String, Object> of(JsonShape shape, Direction direction) {
        if (shape.type() instanceof JavaType type
                && !(shape instanceof JsonShape.Choice)
                && !JacksonRules.describe(type, direction)) {
            return shape instanceof JsonShape.Scalar scalar && type.isEnumType()
                    ? ordered("description", scalar.expectation())
                    : new LinkedHashMap<>();
        }
        if (shape instanceof JsonShape.Scalar scalar) {
            return ScalarSchemas.of(scalar, direction);
        }
        if (shape instanceof JsonShape.Structure structure) {
            return reference(structure, direction);
        }
        if (shape instanceof JsonShape.Choice choice) {
            return choice(choice, direction);
        }
        return container(shape, direction);
    }

    /** The same with what is said of it beside its type: constraints, words and an example. */
    public Map<String, Object> ofMember(Member member, Direction direction) {
        Map<String, Object> schema = of(member.shape(), direction);
        if (!member.required() && !isPrimitive(member.shape())) {
            schema = orNull(schema);
        }
        schema = SchemaKeywords.constrained(schema, member.constraints());
        if (!member.title().isEmpty()) {
            schema.put("title", member.title());
        }
        if (!member.description().isEmpty()) {
            schema.put("description", member.description());
        }
        if (!member.example().isEmpty()) {
            schema.put("examples", List.of(JsonExamples.spoken(member)));
        }
        return schema;
    }

    /** A schema with constraints on the value. */
    public Map<String, Object> constrained(Map<String, Object> schema, Map<String, Object> constraints) {
        return SchemaKeywords.constrained(schema, constraints);
    }

    private Map<String, Object> container(JsonShape shape, Direction direction) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (shape instanceof JsonShape.Array array) {
            schema.put("type", "array");
            schema.put("items", element(array.element(), direction));
        } else if (shape instanceof JsonShape.Dictionary dictionary) {
            schema.put("type", "object");
            if (direction == Direction.READ) {
                schema.putAll(MapKeys.schema(dictionary));
            }
            schema.put("additionalProperties", element(dictionary.value(), direction));
            if (dictionary.isEntry()) {
                schema.put("minProperties", 1);
                schema.put("maxProperties", 1);
            }
        } else if (shape instanceof JsonShape.Tuple tuple) {
            schema.put("type", "array");
            schema.put(
                    "prefixItems",
                    tuple.members().stream()
                            .map(member -> (Object) ofMember(member, direction))
                            .toList());
            int least = requiredPlaces(tuple);
            if (least > 0) {
                schema.put("minItems", least);
            }
        }
        return schema;
    }

    /** How long an array is at least: up to the last member that must be there. */
    private static int requiredPlaces(JsonShape.Tuple tuple) {
        int places = tuple.members().size();
        while (places > 0 && !tuple.members().get(places - 1).required()) {
            places--;
        }
        return places;
    }

    private Map<String, Object> element(JsonShape shape, Direction direction) {
        Map<String, Object> schema = of(shape, direction);
        return isPrimitive(shape) ? schema : orNull(schema);
    }

    private Map<String, Object> reference(JsonShape.Structure structure, Direction direction) {
        String name = names.of(structure, direction);
        if (!components.containsKey(name)) {
            components.put(name, Map.of()); // its place, should it contain itself
            components.put(name, structure(structure, Map.of(), direction));
        }
        return SchemaKeywords.reference(name);
    }

    /**
     * The schema of a structure.
     *
     * @param told the member that tells it from others, by its name; empty for none
     */
    private Map<String, Object> structure(
            JsonShape.Structure structure, Map<String, Object> told, Direction direction) {
        Map<String, Object> properties = new LinkedHashMap<>(told);
        Set<String> required = new LinkedHashSet<>(told.keySet());
        List<Object> underOneOfItsNames = new ArrayList<>();
        for (Member member : structure.members().values()) {
            Map<String, Object> schema = ofMember(member, direction);
            properties.putIfAbsent(member.name(), schema);
            List<String> aliases = direction == Direction.READ ? member.aliases() : List.of();
            aliases.forEach(alias -> properties.putIfAbsent(alias, deprecated(schema)));
            if (member.required() && aliases.isEmpty()) {
                required.add(member.name());
            } else if (member.required()) {
                underOneOfItsNames.add(anyName(member.name(), aliases));
            }
        }
        Map<String, Object> schema = ordered("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", List.copyOf(required));
        }
        if (!underOneOfItsNames.isEmpty()) {
            schema.put("allOf", underOneOfItsNames);
        }
        return schema;
    }

    private static Map<String, Object> deprecated(Map<String, Object> schema) {
        return SchemaKeywords.with(schema, Map.of("deprecated", true));
    }

    private static Map<String, Object> anyName(String name, List<String> aliases) {
        List<Object> names = new ArrayList<>();
        names.add(ordered("required", List.of(name)));
        aliases.forEach(alias -> names.add(ordered("required", List.of(alias))));
        return ordered("anyOf", names);
    }

    private Map<String, Object> choice(JsonShape.Choice choice, Direction direction) {
        List<Object> alternatives = new ArrayList<>();
        Map<String, Object> mapping = new TreeMap<>();
        choice.variants().forEach((value, shape) -> {
            Map<String, Object> variant = variant(choice.discriminator(), value, shape, direction);
            alternatives.add(variant);
            mapping.put(value, variant.get("$ref"));
        });
        Map<String, Object> schema = ordered("oneOf", alternatives);
        Map<String, Object> discriminator = ordered("propertyName", choice.discriminator());
        discriminator.put("mapping", mapping);
        schema.put("discriminator", discriminator);
        return choice.fallback() == null ? schema : ordered("anyOf", List.of(schema, of(choice.fallback(), direction)));
    }

    /** One structure of several, with the member that tells it from the others. */
    private Map<String, Object> variant(String discriminator, String value, JsonShape shape, Direction direction) {
        Map<String, Object> kind = SchemaKeywords.with(ordered("type", "string"), Map.of("const", value));
        if (!(shape instanceof JsonShape.Structure structure)) {
            Map<String, Object> told = ordered("properties", ordered(discriminator, kind));
            told.put("required", List.of(discriminator));
            return add(value, told);
        }
        String name = nameOf(structure, value, direction);
        if (variants.add(name)) {
            components.putIfAbsent(name, Map.of());
            components.put(name, structure(structure, ordered(discriminator, kind), direction));
        }
        return SchemaKeywords.reference(name);
    }

    /** A structure that goes by several names has a schema for each. */
    private String nameOf(JsonShape.Structure structure, String value, Direction direction) {
        String name = names.of(structure, direction);
        String told = valueOf.putIfAbsent(name, value);
        return told == null || told.equals(value)
                ? name
                : otherNames.computeIfAbsent(name + " " + value, any -> names.free(name));
    }

    private static boolean isPrimitive(JsonShape shape) {
        return shape.type() instanceof JavaType type && type.isPrimitive();
    }
}
