package io.skillsdk.internal.json.answer;

import io.skillsdk.internal.json.mapper.AnswerableOnly;
import io.skillsdk.internal.json.mapper.Declared;
import io.skillsdk.internal.json.mapper.Json;
import io.skillsdk.internal.json.mapper.Unanswerable;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShapes;
import io.skillsdk.internal.json.type.PayloadType;
import io.skillsdk.internal.json.type.ReachableTypes;
import io.skillsdk.internal.json.type.TypeTraps;
import io.skillsdk.internal.json.type.UnbindableTypeException;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import tools.jackson.databind.JavaType;

/** What an action is declared to return: results are written by it. */
public final class ResultType {

    private final JavaType type;

    private ResultType(JavaType type) {
        this.type = type;
    }

    /**
     * Takes a type that has something to write.
     *
     * @throws UnbindableTypeException when its author means it otherwise than Jackson does
     * @throws UnwritableTypeException when it cannot be meant as an answer, with what to return instead
     */
    public static ResultType of(Type declared) {
        JavaType type = Json.MAPPER.constructType(declared);
        JsonShape shape = JsonShapes.written(type);
        TypeTraps.check(ReachableTypes.of(type, shape));
        refuse(type, new HashSet<>());
        refuseMembers(shape, Collections.newSetFromMap(new IdentityHashMap<>()));
        return new ResultType(type);
    }

    /** What is written of it. */
    public JsonShape shape() {
        return JsonShapes.written(type);
    }

    /** Whether its type says that there may be nothing, which is answered as {@code {}}. */
    public boolean isOptional() {
        return type.isReferenceType();
    }

    /** The type's name with its arguments, without packages. */
    public String describe() {
        return PayloadType.describe(type);
    }

    Object declare(Object value) {
        return type.isJavaLangObject() || type.isPrimitive() ? value : new Declared(value, type);
    }

    private static void refuse(JavaType type, Set<JavaType> seen) {
        if (!seen.add(type)) {
            return;
        }
        String instead = Unanswerable.insteadOf(type.getRawClass());
        if (instead != null) {
            throw new UnwritableTypeException(PayloadType.describe(type) + " is not an answer. " + instead);
        }
        for (int i = 0; i < type.containedTypeCount(); i++) {
            refuse(type.containedType(i), seen);
        }
        if (type.isArrayType()) {
            refuse(type.getContentType(), seen);
        }
    }

    private static void refuseMembers(JsonShape shape, Set<JsonShape> seen) {
        if (shape instanceof JsonShape.Array array) {
            refuseMembers(array.element(), seen);
        } else if (shape instanceof JsonShape.Dictionary dictionary) {
            refuseMembers(dictionary.value(), seen);
        } else if (shape instanceof JsonShape.Tuple tuple) {
            tuple.members().forEach(member -> refuseMembers(member.shape(), seen));
        } else if (shape instanceof JsonShape.Choice choice && seen.add(choice)) {
            choice.variants().values().forEach(variant -> refuseMembers(variant, seen));
        } else if (shape instanceof JsonShape.Anything && AnswerableOnly.refuses((JavaType) shape.type())) {
            refuse((JavaType) shape.type(), new HashSet<>());
        } else if (shape instanceof JsonShape.Structure structure && seen.add(structure)) {
            refuse((JavaType) structure.type(), new HashSet<>());
            if (structure.members().isEmpty() && TypeTraps.hasState(((JavaType) structure.type()).getRawClass())) {
                throw new UnwritableTypeException(
                        structure.name()
                                + " shows nothing: it has neither getters nor public fields. Make it a record, or give it getters.");
            }
            structure.members().values().forEach(member -> refuseMembers(member.shape(), seen));
        }
    }
}
