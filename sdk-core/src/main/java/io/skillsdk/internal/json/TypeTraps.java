package io.skillsdk.internal.json;

import io.skillsdk.internal.json.mapper.Json;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
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

    /** The fix for a class whose constructor has parameters without names, or null where that is not what is wrong. */
    static @Nullable String missingParameterNames(Class<?> type) {
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        boolean nameless = constructors.length > 0
                && Arrays.stream(constructors)
                        .allMatch(each -> each.getParameterCount() > 0
                                && Arrays.stream(each.getParameters()).noneMatch(Parameter::isNamePresent));
        return !nameless || type.isRecord()
                ? null
                : "the parameters of its constructor have no names in the class file. Compile it with -parameters, or make"
                        + " it a record.";
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
                                + name.replace(JACKSON_2, "tools.jackson.databind.") + ".");
            }
        }
    }
}
