package io.skillsdk.internal.json.type;

import io.skillsdk.internal.json.shape.JsonShape;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JavaType;

/** The types that a description reaches. */
public final class ReachableTypes {

    private final Set<JavaType> types = new LinkedHashSet<>();

    private final Set<JsonShape> seen = new HashSet<>();

    private ReachableTypes() {}

    public static Set<JavaType> of(JavaType type, JsonShape shape) {
        ReachableTypes reachable = new ReachableTypes();
        reachable.add(type);
        reachable.visit(shape);
        return reachable.types;
    }

    private void add(JavaType type) {
        if (!types.add(type)) {
            return;
        }
        for (int i = 0; i < type.containedTypeCount(); i++) {
            add(type.containedType(i));
        }
        if (type.isArrayType()) {
            add(type.getContentType());
        }
    }

    private void visit(JsonShape shape) {
        add((JavaType) shape.type());
        if (shape instanceof JsonShape.Array array) {
            visit(array.element());
        } else if (shape instanceof JsonShape.Dictionary dictionary) {
            visit(dictionary.value());
        } else if (shape instanceof JsonShape.Structure structure && seen.add(structure)) {
            structure.members().values().forEach(member -> visit(member.shape()));
        } else if (shape instanceof JsonShape.Tuple tuple) {
            tuple.members().forEach(member -> visit(member.shape()));
        } else if (shape instanceof JsonShape.Choice choice) {
            choice.variants().values().forEach(this::visitVariant);
        }
    }

    private void visitVariant(JsonShape variant) {
        if (!types.contains((JavaType) variant.type())) {
            visit(variant);
        }
    }
}
