package io.skillsdk.internal.json;

import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.InvalidDefinitionException;

/** A Java type that JSON binds to, with its reader built once. */
public final class PayloadType {

    private final JavaType type;

    private final JsonShape shape;

    private final ObjectReader reader;

    private PayloadType(JavaType type) {
        this.type = type;
        this.shape = new JsonShapes().of(type);
        this.reader = Json.MAPPER.readerFor(type);
    }

    /**
     * Resolves a type as seen from a class, and proves that JSON can bind to it.
     *
     * @param type any type
     * @param declaring the class that declares it
     * @param concrete the class it is used in: {@code declaring} or a subclass, which may bind its type variables
     * @throws UnbindableTypeException when JSON can never bind to it
     */
    public static PayloadType of(Type type, Class<?> declaring, Class<?> concrete) {
        return of(resolve(type, declaring, concrete));
    }

    /**
     * Proves that JSON can bind to a type.
     *
     * @param type any type
     * @throws UnbindableTypeException when JSON can never bind to it
     */
    public static PayloadType of(Type type) {
        JavaType resolved = Json.MAPPER.constructType(type);
        try {
            PayloadType payload = new PayloadType(resolved);
            payload.prove(payload.shape, new HashSet<>());
            return payload;
        } catch (JacksonException e) {
            throw new UnbindableTypeException(describe(resolved), e);
        }
    }

    /** Replaces the type variables of a superclass by what the subclass gives for them. */
    public static Type resolve(Type type, Class<?> declaring, Class<?> concrete) {
        JavaType owner = Json.MAPPER.constructType(concrete).findSuperType(declaring);
        return Json.MAPPER.getTypeFactory().resolveMemberType(type, owner.getBindings());
    }

    /** The argument of a generic wrapper, such as the T of CompletionStage<T>, or the type itself when it is none. */
    public static Type argumentOf(Type type, Class<?> wrapper) {
        JavaType resolved = Json.MAPPER.constructType(type);
        JavaType wrapped = resolved.findSuperType(wrapper);
        JavaType argument = wrapped == null ? resolved : wrapped.containedTypeOrUnknown(0);
        return argument.containedTypeCount() == 0 ? argument.getRawClass() : argument;
    }

    /** The shape of a type that is only ever written, or null when Jackson cannot tell. */
    public static @Nullable JsonShape shapeOf(Type type) {
        try {
            return new JsonShapes().of(Json.MAPPER.constructType(type));
        } catch (JacksonException e) {
            return null;
        }
    }

    /** A type's name with its arguments, without packages. */
    public static String describe(Type type) {
        return describe(Json.MAPPER.constructType(type));
    }

    /** Whether both are the same type. */
    public boolean sameAs(PayloadType other) {
        return type.equals(other.type);
    }

    /** What a sender has to send. */
    public JsonShape shape() {
        return shape;
    }

    /** Whether it is this class or a subclass of it. */
    public boolean is(Class<?> raw) {
        return type.isTypeOrSubTypeOf(raw);
    }

    /** The type's name with its arguments, without packages. */
    public String describe() {
        return describe(type);
    }

    ObjectReader reader() {
        return reader;
    }

    JavaType type() {
        return type;
    }

    /** Abstract types and the like are found only by reading: Jackson builds readers for them all the same. */
    private void prove(JsonShape part, Set<Type> proved) {
        if (!proved.add(part.type())) {
            return;
        }
        try {
            if (!isBoundForSure(part)) {
                Json.MAPPER.readerFor((JavaType) part.type()).readValue("{}");
            }
        } catch (InvalidDefinitionException e) {
            throw new UnbindableTypeException(describe((JavaType) part.type()), e);
        } catch (JacksonException | IllegalArgumentException e) {
            // the type exists for JSON, {} is just not a value of it
        }
        if (part instanceof JsonShape.Array array) {
            prove(array.element(), proved);
        } else if (part instanceof JsonShape.Dictionary dictionary) {
            prove(dictionary.value(), proved);
        } else if (part instanceof JsonShape.Structure structure) {
            structure.members().values().forEach(member -> prove(member.shape(), proved));
        } else if (part instanceof JsonShape.Tuple tuple) {
            tuple.members().forEach(member -> prove(member.shape(), proved));
        }
    }

    /** What needs no trial, which would cost a start dearly: scalars, any JSON, and records, as they have their constructor. */
    private static boolean isBoundForSure(JsonShape part) {
        JavaType type = (JavaType) part.type();
        return part instanceof JsonShape.Scalar
                || type.isJavaLangObject()
                || (part instanceof JsonShape.Structure && type.isRecordType());
    }

    private static String describe(JavaType type) {
        if (type.isArrayType()) {
            return describe(type.getContentType()) + "[]";
        }
        StringBuilder text = new StringBuilder(type.getRawClass().getSimpleName());
        for (int i = 0; i < type.containedTypeCount(); i++) {
            text.append(i == 0 ? "<" : ", ").append(describe(type.containedType(i)));
        }
        return type.containedTypeCount() == 0
                ? text.toString()
                : text.append('>').toString();
    }
}
