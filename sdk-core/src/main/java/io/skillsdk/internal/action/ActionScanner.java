package io.skillsdk.internal.action;

import io.skillsdk.HttpMethod;
import io.skillsdk.SkillAction;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the {@code @SkillAction} methods of instances callable. */
public final class ActionScanner {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private final ActionDefaults defaults;

    public ActionScanner(ActionDefaults defaults) {
        this.defaults = defaults;
    }

    public List<Action> scan(List<?> instances) {
        if (instances.isEmpty()) {
            throw new InvalidActionException(
                    "There is nothing to serve. Pass an instance of a class with a @SkillAction method.");
        }
        List<ActionMethod> found = new ArrayList<>();
        for (Object instance : instances) {
            found.addAll(ActionMethods.of(Objects.requireNonNull(instance, "an instance with actions is null")));
        }
        int withoutPath = 0;
        for (ActionMethod each : found) {
            withoutPath += each.annotation().path().isEmpty() ? 1 : 0;
        }
        List<Action> actions = new ArrayList<>();
        for (ActionMethod each : found) {
            actions.add(action(each, withoutPath == 1));
        }
        return List.copyOf(actions);
    }

    private Action action(ActionMethod found, boolean onlyOneWithoutPath) {
        SkillAction annotation = found.annotation();
        found.refuseModifiers();
        try {
            if (!NAME.matcher(found.name()).matches()) {
                throw new InvalidActionException(
                        "its name '" + found.name() + "' may have letters, digits, - and _ only");
            }
            HttpMethod http = HttpMethods.resolve(annotation.method(), defaults.method());
            String ownPath = onlyOneWithoutPath ? defaults.path() : found.name();
            PathTemplate path = PathTemplate.parse(annotation.path().isEmpty() ? ownPath : annotation.path());
            return new Action(
                    found.name(),
                    http,
                    path,
                    new ActionInfo(
                            annotation.title(),
                            annotation.description(),
                            annotation.output().isEmpty() ? found.name() : annotation.output(),
                            List.of(annotation.outputs()),
                            DeclaredProperty.of(found.propertiesOfMethod(), found.propertiesOfClass())),
                    Signature.of(found, http, path),
                    found,
                    handle(found.method(), found.instance()),
                    defaults.maxDepth());
        } catch (InvalidActionException e) {
            throw found.refused("cannot work: " + e.getMessage());
        }
    }

    private static MethodHandle handle(Method method, @Nullable Object instance) {
        if (instance == null) {
            return MethodHandles.dropArguments(
                    MethodHandles.throwException(Object.class, IllegalStateException.class)
                            .bindTo(new IllegalStateException("The action is described only, and cannot be called.")),
                    0,
                    Object[].class);
        }
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
