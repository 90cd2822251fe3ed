package io.skillsdk.internal.json.type;

import io.skillsdk.internal.json.mapper.Json;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShapes;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.type.TypeBindings;

/** A Java type that JSON binds to, with its reader built once. */
public final class PayloadType {

    private final JavaType type;

    private final JsonShape shape;

    private final ObjectReader reader;

    private PayloadType(JavaType type) {
        this.type = type;
        this.shape = JsonShapes.read(type);
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
        String unknown =
                unknownVariable(type, ownerOfUnknowns(declaring, concrete).getBindings());
        if (unknown != null) {
            throw new UnbindableTypeException(
                    unknown,
                    "the type variable " + unknown + " is not known at run time. Serve an instance of a subclass that"
                            + " names it: new " + concrete.getSimpleName() + "<…>() {}.");
        }
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
            Set<JavaType> reachable = ReachableTypes.of(resolved, payload.shape);
            TypeTraps.check(reachable);
            TypeTraps.checkClasses(reachable);
            TypeTraps.checkKotlin(reachable);
            TypeTraps.checkParameterNames(reachable);
            JdkBeans.refuse(reachable);
            SortedTypes.refuse(reachable);
            payload.prove();
            return payload;
        } catch (InvalidDefinitionException e) {
            throw unbindable(e.getType() == null ? resolved : e.getType(), e);
        } catch (JacksonException e) {
            throw new UnbindableTypeException(describe(resolved), e);
        }
    }

    /** Replaces the type variables of a superclass by what the subclass gives for them. */
    public static Type resolve(Type type, Class<?> declaring, Class<?> concrete) {
        JavaType owner = Json.MAPPER.constructType(concrete).findSuperType(declaring);
        return Json.MAPPER.getTypeFactory().resolveMemberType(type, owner.getBindings());
    }

    /** Stands for an argument that no class file tells. */
    private static final class Unknown {}

    /** The class that declares it, with what is known of its variables: those of the served class itself are not. */
    private static JavaType ownerOfUnknowns(Class<?> declaring, Class<?> concrete) {
        Class<?>[] unknown = new Class<?>[concrete.getTypeParameters().length];
        Arrays.fill(unknown, Unknown.class);
        JavaType served = unknown.length == 0
                ? Json.MAPPER.constructType(concrete)
                : Json.MAPPER.getTypeFactory().constructParametricType(concrete, unknown);
        return served.findSuperType(declaring);
    }

    private static boolean mentionsUnknown(@Nullable JavaType bound) {
        if (bound == null || bound.hasRawClass(Unknown.class)) {
            return true;
        }
        boolean content = bound.isArrayType() && mentionsUnknown(bound.getContentType());
        return content || bound.getBindings().getTypeParameters().stream().anyMatch(PayloadType::mentionsUnknown);
    }

    private static @Nullable String unknownVariable(Type type, TypeBindings bindings) {
        if (type instanceof TypeVariable<?> variable) {
            return variable.getGenericDeclaration() instanceof Class<?>
                            && mentionsUnknown(bindings.findBoundType(variable.getName()))
                    ? variable.getName()
                    : null;
        }
        Type[] parts = type instanceof ParameterizedType generic
                ? generic.getActualTypeArguments()
                : type instanceof GenericArrayType array
                        ? new Type[] {array.getGenericComponentType()}
                        : type instanceof WildcardType wildcard ? wildcard.getUpperBounds() : new Type[0];
        return Arrays.stream(parts)
                .map(part -> unknownVariable(part, bindings))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The argument of a generic wrapper, such as the T of CompletionStage<T>, or the type itself when it is none. */
    public static Type argumentOf(Type type, Class<?> wrapper) {
        JavaType resolved = Json.MAPPER.constructType(type);
        JavaType wrapped = resolved.findSuperType(wrapper);
        JavaType argument = wrapped == null ? resolved : wrapped.containedTypeOrUnknown(0);
        return argument.containedTypeCount() == 0 ? argument.getRawClass() : argument;
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

    /** Whether there can be objects of the author's in it, on which constraints stand. */
    public boolean holdsBeans() {
        return holdsBeans(type);
    }

    private static boolean holdsBeans(JavaType type) {
        if (type.isContainerType() || type.isReferenceType()) {
            return holdsBeans(type.getContentType());
        }
        String name = type.getRawClass().getName();
        return !type.isPrimitive()
                && !type.isEnumType()
                && !name.startsWith("java.")
                && !name.startsWith("tools.jackson.");
    }

    /** What is written for a type, for the names of its members; the same where only that is known. */
    public static JsonShape named(JsonShape shape) {
        return shape instanceof JsonShape.Anything ? JsonShapes.written((JavaType) shape.type()) : shape;
    }

    /** The type's name with its arguments, without packages. */
    public String describe() {
        return describe(type);
    }

    /** What reads it. */
    public ObjectReader reader() {
        return reader;
    }

    /** The type in Jackson's terms. */
    public JavaType type() {
        return type;
    }

    private void prove() {
        DeserializationContext context = Json.MAPPER._deserializationContext();
        UnsettableClasses.refuse(context.findRootValueDeserializer(type));
        InvalidDefinitionException invalid = BindingProbe.run(type, shape);
        if (invalid != null) {
            throw invalid;
        }
    }

    private static UnbindableTypeException unbindable(JavaType type, InvalidDefinitionException cause) {
        String names = TypeTraps.missingConstructor(type.getRawClass());
        return names == null
                ? new UnbindableTypeException(describe(type), cause)
                : new UnbindableTypeException(
                        describe(type), "JSON cannot be bound to " + describe(type) + ": " + names);
    }

    /** A type's name with its arguments, without packages. */
    public static String describe(JavaType type) {
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
