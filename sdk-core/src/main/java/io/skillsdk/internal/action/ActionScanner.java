package io.skillsdk.internal.action;

import io.skillsdk.SkillAction;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the {@code @SkillAction} methods of instances and makes them callable. */
final class ActionScanner {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private final ActionDefaults defaults;

    ActionScanner(ActionDefaults defaults) {
        this.defaults = defaults;
    }

    List<Action> scan(List<?> instances) {
        if (instances.isEmpty()) {
            throw new InvalidActionException(
                    "There is nothing to serve. Pass an instance of a class with a @SkillAction method.");
        }
        List<Found> found = new ArrayList<>();
        for (Object instance : instances) {
            found.addAll(methodsOf(instance));
        }
        long withoutPath =
                found.stream().filter(f -> f.annotation.path().isEmpty()).count();
        return found.stream().map(f -> action(f, withoutPath == 1)).toList();
    }

    private record Found(Object instance, Method method, SkillAction annotation) {

        String name() {
            return annotation.name().isEmpty() ? method.getName() : annotation.name();
        }

        InvalidActionException refused(String why) {
            String parameters = Arrays.stream(method.getParameterTypes())
                    .map(Class::getSimpleName)
                    .collect(Collectors.joining(", "));
            return new InvalidActionException(
                    "The action " + method.getDeclaringClass().getSimpleName() + "." + method.getName() + "("
                            + parameters + ") " + why);
        }
    }

    private static List<Found> methodsOf(Object instance) {
        Class<?> type = instance.getClass();
        if (instance instanceof Class<?> passed) {
            throw new InvalidActionException(
                    "Pass an instance and not a class: new " + passed.getSimpleName() + "(…).");
        }
        Map<String, Found> bySignature = new LinkedHashMap<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                SkillAction annotation = method.getAnnotation(SkillAction.class);
                if (annotation != null && !method.isBridge()) {
                    String signature = method.getName() + Arrays.toString(method.getParameterTypes());
                    bySignature.putIfAbsent(signature, new Found(instance, method, annotation));
                }
            }
        }
        if (bySignature.isEmpty()) {
            throw new InvalidActionException(
                    "The class " + type.getName() + " has no action. Annotate a method with @SkillAction.");
        }
        // reflection returns methods in no particular order
        return bySignature.values().stream()
                .sorted(Comparator.comparing(Found::name))
                .toList();
    }

    private Action action(Found found, boolean onlyOneWithoutPath) {
        Method method = found.method;
        SkillAction annotation = found.annotation;
        refuseModifiers(found);
        try {
            if (!NAME.matcher(found.name()).matches()) {
                throw new InvalidActionException(
                        "its name '" + found.name() + "' may have letters, digits, - and _ only");
            }
            HttpMethod http = HttpMethod.parse(annotation.method().isEmpty() ? defaults.method() : annotation.method());
            String ownPath = onlyOneWithoutPath ? defaults.path() : found.name();
            PathTemplate path = PathTemplate.parse(annotation.path().isEmpty() ? ownPath : annotation.path());
            Signature signature = Signature.of(method, found.instance.getClass(), http, path);
            return new Action(
                    found.name(),
                    http,
                    path,
                    new ActionInfo(annotation.title(), annotation.description(), List.of(annotation.outputs())),
                    signature,
                    found.instance,
                    handle(method, found.instance),
                    defaults.maxDepth());
        } catch (InvalidActionException e) {
            throw found.refused("cannot work: " + e.getMessage());
        }
    }

    private static void refuseModifiers(Found found) {
        int modifiers = found.method.getModifiers();
        if (Modifier.isPrivate(modifiers)) {
            throw found.refused("is private. Make it public.");
        }
        if (Modifier.isStatic(modifiers)) {
            throw found.refused("is static. Make it an instance method.");
        }
        if (found.method.getTypeParameters().length > 0) {
            throw found.refused("is generic. Name the types it takes and returns.");
        }
    }

    private static MethodHandle handle(Method method, Object instance) {
        try {
            // the class of an action, or its package, need not be public
            method.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflect(method)
                    .bindTo(instance)
                    .asFixedArity()
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (IllegalAccessException | RuntimeException e) {
            throw new InvalidActionException("the SDK may not call it: " + e.getMessage());
        }
    }
}
