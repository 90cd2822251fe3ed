package io.skillsdk.internal.action;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method of an instance that is an action, with all that it overrides.
 *
 * @param type the class of the instance
 * @param instance what it is called on, or null when it is only described
 * @param overridden the method and those that it overrides, from the most special class to the most general interface
 * @param annotation what makes it an action: the nearest of these methods that has it
 */
public record ActionMethod(Class<?> type, @Nullable Object instance, List<Method> overridden, SkillAction annotation) {

    /** The action's name. */
    String name() {
        return annotation.name().isEmpty() ? method().getName() : annotation.name();
    }

    /**
     * The method whose types count: the nearest that keeps its generics. Proxies override methods with erased ones.
     */
    public Method method() {
        return overridden.stream()
                .filter(ActionMethod::hasNoRawType)
                .findFirst()
                .orElse(overridden.get(0));
    }

    /** The annotation that gives a parameter its name: overriding methods, proxies above all, need not repeat it. */
    @Nullable Annotation parameterName(int index) {
        return overridden.stream()
                .flatMap(method -> Stream.of(method.getParameterAnnotations()[index]))
                .filter(NamedParameterReader::reads)
                .findFirst()
                .orElse(null);
    }

    /** All that is said of a parameter. */
    Stream<Annotation> parameterAnnotations(int index) {
        return overridden.stream().flatMap(method -> Stream.of(method.getParameterAnnotations()[index]));
    }

    /** Whether an annotation says that it may return null, whosever annotation it is. */
    boolean isNullable() {
        return Stream.concat(
                        Stream.of(method().getAnnotations()),
                        Stream.of(method().getAnnotatedReturnType().getAnnotations()))
                .anyMatch(found -> found.annotationType().getSimpleName().equals("Nullable"));
    }

    /** The properties that the nearest of its methods declares. */
    SkillProperty[] propertiesOfMethod() {
        return overridden.stream()
                .map(method -> method.getAnnotationsByType(SkillProperty.class))
                .filter(declared -> declared.length > 0)
                .findFirst()
                .orElseGet(() -> new SkillProperty[0]);
    }

    /** The properties that the nearest of its classes declares. */
    SkillProperty[] propertiesOfClass() {
        return Stream.concat(Stream.of(type), overridden.stream().map(Method::getDeclaringClass))
                .map(type -> type.getAnnotationsByType(SkillProperty.class))
                .filter(declared -> declared.length > 0)
                .findFirst()
                .orElseGet(() -> new SkillProperty[0]);
    }

    /** An annotation of the method, or else of the class. */
    public <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return annotationOfMethod(type).or(() -> annotationOfClass(type));
    }

    /** The annotation of the nearest of its methods that has it. */
    <A extends Annotation> Optional<A> annotationOfMethod(Class<A> type) {
        return overridden.stream()
                .flatMap(method -> Stream.ofNullable(method.getAnnotation(type)))
                .findFirst();
    }

    /** The annotation of the nearest of its classes that has it. */
    <A extends Annotation> Optional<A> annotationOfClass(Class<A> wanted) {
        return Stream.concat(Stream.of(type), overridden.stream().map(Method::getDeclaringClass))
                .flatMap(declaring -> Stream.ofNullable(declaring.getAnnotation(wanted)))
                .findFirst();
    }

    /** Why it cannot serve, in a sentence that names it. */
    InvalidActionException refused(String why) {
        String parameters = Arrays.stream(method().getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
        return new InvalidActionException("The action "
                + method().getDeclaringClass().getSimpleName() + "." + method().getName() + "(" + parameters + ") "
                + why);
    }

    /** Refuses what no caller from outside can call. */
    void refuseModifiers() {
        int modifiers = method().getModifiers();
        if (Modifier.isPrivate(modifiers)) {
            throw refused("is private. Make it public.");
        }
        if (Modifier.isStatic(modifiers)) {
            throw refused("is static. Make it an instance method.");
        }
        if (method().getTypeParameters().length > 0) {
            throw refused("is generic. Name the types it takes and returns.");
        }
    }

    private static boolean hasNoRawType(Method method) {
        return Stream.concat(Stream.of(method.getGenericReturnType()), Stream.of(method.getGenericParameterTypes()))
                .noneMatch(ActionMethod::isRaw);
    }

    private static boolean isRaw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return Stream.of(parameterized.getActualTypeArguments()).anyMatch(ActionMethod::isRaw);
        }
        return type instanceof Class<?> raw && raw.getTypeParameters().length > 0;
    }
}
