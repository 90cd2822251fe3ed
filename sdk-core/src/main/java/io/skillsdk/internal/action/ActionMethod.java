package io.skillsdk.internal.action;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A method of an instance that is an action, with all that it overrides. All of this runs at each start, so it has loops: a lambda takes as
 * long to link there as ten of these loops to run.
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
        for (Method method : overridden) {
            if (hasNoRawType(method)) {
                return method;
            }
        }
        return overridden.get(0);
    }

    /** The annotation that gives a parameter its name: overriding methods, proxies above all, need not repeat it. */
    @Nullable Annotation parameterName(int index) {
        for (Annotation annotation : parameterAnnotations(index)) {
            if (NamedParameterReader.reads(annotation)) {
                return annotation;
            }
        }
        return null;
    }

    /** All that is said of a parameter. */
    List<Annotation> parameterAnnotations(int index) {
        List<Annotation> all = new ArrayList<>();
        for (Method method : overridden) {
            Collections.addAll(all, method.getParameterAnnotations()[index]);
        }
        return all;
    }

    /** Whether an annotation says that it may return null, whosever annotation it is. */
    boolean isNullable() {
        return hasNullable(method().getAnnotations())
                || hasNullable(method().getAnnotatedReturnType().getAnnotations());
    }

    private static boolean hasNullable(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation.annotationType().getSimpleName().equals("Nullable")) {
                return true;
            }
        }
        return false;
    }

    /** The properties that the nearest of its methods declares. */
    SkillProperty[] propertiesOfMethod() {
        return propertiesOfNearest(overridden);
    }

    /** The properties that the nearest of its classes declares. */
    SkillProperty[] propertiesOfClass() {
        return propertiesOfNearest(classes());
    }

    private static SkillProperty[] propertiesOfNearest(List<? extends AnnotatedElement> elements) {
        for (AnnotatedElement element : elements) {
            SkillProperty[] declared = element.getAnnotationsByType(SkillProperty.class);
            if (declared.length > 0) {
                return declared;
            }
        }
        return new SkillProperty[0];
    }

    private List<Class<?>> classes() {
        List<Class<?>> classes = new ArrayList<>();
        classes.add(type);
        for (Method method : overridden) {
            classes.add(method.getDeclaringClass());
        }
        return classes;
    }

    /** An annotation of the method, or else of the class. */
    public <A extends Annotation> Optional<A> annotation(Class<A> type) {
        Optional<A> ofMethod = annotationOfMethod(type);
        return ofMethod.isPresent() ? ofMethod : annotationOfClass(type);
    }

    /** The annotation of the nearest of its methods that has it. */
    <A extends Annotation> Optional<A> annotationOfMethod(Class<A> type) {
        return nearest(overridden, type);
    }

    /** The annotation of the nearest of its classes that has it. */
    <A extends Annotation> Optional<A> annotationOfClass(Class<A> wanted) {
        return nearest(classes(), wanted);
    }

    private static <A extends Annotation> Optional<A> nearest(
            List<? extends AnnotatedElement> elements, Class<A> wanted) {
        for (AnnotatedElement element : elements) {
            A found = element.getAnnotation(wanted);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
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
        return !isRaw(method.getGenericReturnType()) && !isAnyRaw(method.getGenericParameterTypes());
    }

    private static boolean isAnyRaw(Type[] types) {
        for (Type type : types) {
            if (isRaw(type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRaw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return isAnyRaw(parameterized.getActualTypeArguments());
        }
        return type instanceof Class<?> raw && raw.getTypeParameters().length > 0;
    }
}
