package io.skillsdk.internal.json.type;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.skillsdk.internal.json.mapper.Json;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShapes;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/** Types that would do in silence what their author did not mean: each is refused at start, in a sentence with the fix. */
public final class TypeTraps {

    private static final String JACKSON_2 = "com.fasterxml.jackson.databind.";

    private static final List<String> NOT_OF_THE_AUTHOR =
            List.of("java.", "javax.", "jakarta.", "tools.jackson.", "kotlin.", "scala.");

    private static final String NAMELESS =
            "the parameters of its constructor have no names in the class file. Compile it with"
                    + " -parameters, or make it a record.";

    private TypeTraps() {}

    /** Refuses any of these types that is a trap wherever it stands. */
    public static void check(Set<JavaType> types) {
        for (JavaType type : types) {
            Class<?> raw = type.getRawClass();
            if (raw.getName().startsWith(JACKSON_2)) {
                throw new UnbindableTypeException(
                        PayloadType.describe(type),
                        PayloadType.describe(type) + " is of Jackson 2, which this SDK does not use. Take "
                                + raw.getName().replace(JACKSON_2, "tools.jackson.databind.") + ".");
            }
            if (isOfTheAuthor(raw)) {
                refuseForeignAnnotations(raw);
            }
        }
    }

    /** Refuses a payload with a class in it: whoever sends it would choose which code is loaded. */
    static void checkClasses(Set<JavaType> types) {
        for (JavaType type : types) {
            if (type.hasRawClass(Class.class)) {
                throw new UnbindableTypeException(
                        PayloadType.describe(type),
                        PayloadType.describe(type)
                                + " would let a caller choose which code is loaded. Take a String or an enum.");
            }
        }
    }

    /** Refuses a Kotlin class that Jackson cannot read as Kotlin means it: defaults would become zeros. */
    static void checkKotlin(Set<JavaType> types) {
        for (JavaType type : types) {
            Class<?> raw = type.getRawClass();
            boolean kotlin = Arrays.stream(raw.getAnnotations())
                    .anyMatch(
                            annotation -> annotation.annotationType().getName().equals("kotlin.Metadata"));
            if (kotlin && !raw.isEnum() && !hasKotlinModule()) {
                throw new UnbindableTypeException(
                        PayloadType.describe(type),
                        PayloadType.describe(type)
                                + " is a Kotlin class, and Jackson's module for Kotlin is missing. Add"
                                + " the dependency tools.jackson.module:jackson-module-kotlin.");
            }
        }
    }

    /** Whether a class has state that is not to be seen from outside. */
    public static boolean hasState(@Nullable Class<?> type) {
        for (Class<?> each = type; each != null && isOfTheAuthor(each); each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The fix for a class that has no constructor for JSON, or null where nothing more is known. */
    static @Nullable String missingConstructor(Class<?> type) {
        Constructor<?>[] constructors = type.getConstructors();
        if (constructors.length == 0 && hasBuilder(type)) {
            return "it is made by a builder, of which Jackson knows nothing. Annotate it with Lombok's @Jacksonized or with"
                    + " @JsonDeserialize(builder = …), or make it a record.";
        }
        boolean nameless = constructors.length > 0
                && Arrays.stream(constructors).allMatch(each -> each.getParameterCount() > 0 && isNameless(each));
        return nameless && !type.isRecord() ? NAMELESS : null;
    }

    /**
     * Refuses a class with one parameter that has no name: it is read from that parameter's value alone, but written as an
     * object.
     */
    static void checkParameterNames(Set<JavaType> types) {
        for (JavaType type : types) {
            Class<?> raw = type.getRawClass();
            if (isOfTheAuthor(raw) && !raw.isRecord() && isMadeOfOneNamelessValue(raw)) {
                Class<?> value = raw.getConstructors()[0].getParameterTypes()[0];
                boolean writtenAsObject = JsonShapes.written(type) instanceof JsonShape.Structure structure
                        && structure.members().values().stream()
                                .anyMatch(member -> ((JavaType) member.shape().type()).hasRawClass(value));
                if (writtenAsObject) {
                    throw new UnbindableTypeException(
                            PayloadType.describe(type),
                            "a JSON object cannot be bound to " + PayloadType.describe(type) + ": " + NAMELESS
                                    + " If it is meant to be read from one value, annotate the constructor with @JsonCreator.");
                }
            }
        }
    }

    private static boolean isMadeOfOneNamelessValue(Class<?> type) {
        Constructor<?>[] all = type.getDeclaredConstructors();
        return type.getConstructors().length == 1
                && isNameless(type.getConstructors()[0])
                && Arrays.stream(all).allMatch(each -> each.getParameterCount() == 1)
                && Stream.concat(Arrays.stream(all), Arrays.stream(type.getDeclaredMethods()))
                        .noneMatch(each -> each.isAnnotationPresent(JsonCreator.class));
    }

    private static boolean isNameless(Constructor<?> constructor) {
        // by name: not every JDK has java.desktop
        boolean named = Arrays.stream(constructor.getAnnotations())
                .anyMatch(each -> each.annotationType().getName().equals("java.beans.ConstructorProperties"));
        return !named
                && Arrays.stream(constructor.getParameters())
                        .noneMatch(parameter ->
                                parameter.isNamePresent() || parameter.isAnnotationPresent(JsonProperty.class));
    }

    private static boolean hasBuilder(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals("builder")
                        && Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() == 0);
    }

    private static boolean hasKotlinModule() {
        return Json.MAPPER.registeredModules().stream()
                .anyMatch(module -> module.getClass().getName().startsWith("tools.jackson.module.kotlin."));
    }

    private static boolean isOfTheAuthor(Class<?> type) {
        return !type.isPrimitive()
                && !type.isArray()
                && NOT_OF_THE_AUTHOR.stream().noneMatch(type.getName()::startsWith);
    }

    private static void refuseForeignAnnotations(Class<?> type) {
        refuse(type, type, "");
        for (Field field : type.getDeclaredFields()) {
            refuse(type, field, "." + field.getName());
        }
        for (Method method : type.getDeclaredMethods()) {
            refuse(type, method, "." + method.getName());
            refuseParameters(type, method);
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            refuse(type, constructor, "");
            refuseParameters(type, constructor);
        }
    }

    private static void refuseParameters(Class<?> type, Executable executable) {
        Stream.of(executable.getParameters()).forEach(parameter -> refuse(type, parameter, ""));
    }

    private static void refuse(Class<?> type, AnnotatedElement element, String member) {
        for (Annotation annotation : element.getAnnotations()) {
            String name = annotation.annotationType().getName();
            if (name.startsWith(JACKSON_2)) {
                throw new UnbindableTypeException(
                        type.getSimpleName(),
                        type.getSimpleName() + member + " has the annotation @"
                                + annotation.annotationType().getSimpleName()
                                + " of Jackson 2, which would be ignored. Import "
                                + name.replace(JACKSON_2, "tools.jackson.databind.") + "." + lomboks(annotation));
            }
        }
    }

    /** What to do where nobody has written the import. */
    private static String lomboks(Annotation annotation) {
        return annotation.annotationType().getSimpleName().equals("JsonDeserialize")
                        || annotation.annotationType().getSimpleName().equals("JsonPOJOBuilder")
                ? " If Lombok's @Jacksonized has written it, put the line lombok.jacksonized.jacksonVersion += 3 into"
                        + " lombok.config."
                : "";
    }
}
