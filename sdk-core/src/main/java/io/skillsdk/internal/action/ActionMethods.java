package io.skillsdk.internal.action;

import io.skillsdk.SkillAction;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@code @SkillAction} methods of an instance: in its class, the classes above it and all their interfaces. A
 * method counts once with all that it overrides, across generics too, so that a subclass, an implementation or a proxy need
 * not repeat an annotation.
 */
final class ActionMethods {

    /** What a method overrides others by. The JDK would make its hash code at run time, which delays each start by 20 ms and more. */
    private record Signature(String name, List<Class<?>> parameters) {
        @Override
        public int hashCode() {
            return 31 * name.hashCode() + parameters.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Signature that && name.equals(that.name) && parameters.equals(that.parameters);
        }
    }

    private final Class<?> type;

    private final @Nullable Object instance;

    private final List<Class<?>> types = new ArrayList<>();

    private ActionMethods(Class<?> type, @Nullable Object instance) {
        this.type = type;
        this.instance = instance;
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            // a JDK proxy's own class is closed to us; its interfaces say all
            if (!Proxy.isProxyClass(c) && c != Proxy.class) {
                types.add(c);
            }
        }
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            addInterfaces(c);
        }
    }

    /** The actions of an instance, sorted by name; refused when there is none. */
    static List<ActionMethod> of(Object instance) {
        if (instance instanceof Class<?> passed) {
            throw new InvalidActionException(
                    "Pass an instance and not a class: new " + passed.getSimpleName() + "(…).");
        }
        List<ActionMethod> found = instance instanceof DescribedActions described
                ? new ActionMethods(described.type(), null).find()
                : new ActionMethods(instance.getClass(), instance).find();
        if (found.isEmpty()) {
            throw new InvalidActionException(
                    instance instanceof DescribedActions described ? noneIn(described.type()) : noneIn(instance));
        }
        // reflection returns methods in no particular order
        if (found.size() > 1) {
            found.sort(Comparator.comparing(ActionMethod::name));
        }
        return found;
    }

    /** An interface before those that it extends, as it may say something more special. */
    private void addInterface(Class<?> added) {
        if (types.contains(added)) {
            return;
        }
        int at = 0;
        while (at < types.size()
                && !(types.get(at).isInterface() && types.get(at).isAssignableFrom(added))) {
            at++;
        }
        types.add(at, added);
        addInterfaces(added);
    }

    private void addInterfaces(Class<?> of) {
        for (Class<?> each : of.getInterfaces()) {
            addInterface(each);
        }
    }

    private List<ActionMethod> find() {
        ErasedTypes erased = new ErasedTypes(type);
        Map<Signature, List<Method>> bySignature = new LinkedHashMap<>();
        List<ActionMethod> found = new ArrayList<>();
        for (Class<?> type : types) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.isBridge() || (method.isSynthetic() && !method.isAnnotationPresent(SkillAction.class))) {
                    continue;
                }
                if (overridesNothing(method)) {
                    add(List.of(method), found);
                } else {
                    Signature signature = new Signature(method.getName(), erased.parametersOf(method));
                    List<Method> known = bySignature.get(signature);
                    if (known == null) {
                        known = new ArrayList<>();
                        bySignature.put(signature, known);
                    }
                    known.add(method);
                }
            }
        }
        for (List<Method> overridden : bySignature.values()) {
            add(overridden, found);
        }
        return found;
    }

    private static boolean overridesNothing(Method method) {
        return Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers());
    }

    /** Adds the action that a method and those that it overrides are, if one of them is annotated. */
    private void add(List<Method> methods, List<ActionMethod> found) {
        for (Method method : methods) {
            SkillAction annotation = method.getAnnotation(SkillAction.class);
            if (annotation != null) {
                found.add(new ActionMethod(type, instance, List.copyOf(methods), annotation));
                return;
            }
        }
    }

    private static String noneIn(Object instance) {
        Class<?> type = instance.getClass();
        if (Proxy.isProxyClass(type)) {
            String interfaces =
                    Stream.of(type.getInterfaces()).map(Class::getName).collect(Collectors.joining(", "));
            return "A JDK proxy was passed, and of what is behind it only its interfaces can be seen: "
                    + (interfaces.isEmpty() ? "it has none" : interfaces)
                    + ". Annotate a method of an interface with @SkillAction, or pass the instance behind the proxy.";
        }
        if (instance instanceof Iterable || type.isArray()) {
            return "Pass the instances themselves and not a " + type.getSimpleName() + " of them.";
        }
        return noneIn(type);
    }

    private static String noneIn(Class<?> type) {
        return "The class " + type.getName() + " has no action. Annotate a method with @SkillAction.";
    }
}
