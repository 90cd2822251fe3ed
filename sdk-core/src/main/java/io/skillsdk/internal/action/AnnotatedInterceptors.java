package io.skillsdk.internal.action;

import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.call.InterceptedBy;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the interceptors that {@link InterceptedBy} names. */
final class AnnotatedInterceptors {

    private AnnotatedInterceptors() {}

    /** Those of the class, then those of the method; none for an action that is only described. */
    static List<ActionInterceptor> of(ActionMethod source) {
        if (source.instance() == null) {
            return List.of();
        }
        List<ActionInterceptor> made = new ArrayList<>();
        make(source.annotationOfClass(InterceptedBy.class), made);
        make(source.annotationOfMethod(InterceptedBy.class), made);
        return List.copyOf(made);
    }

    private static void make(Optional<InterceptedBy> annotation, List<ActionInterceptor> made) {
        if (annotation.isPresent()) {
            for (Class<? extends ActionInterceptor> type : annotation.get().value()) {
                made.add(make(type));
            }
        }
    }

    private static ActionInterceptor make(Class<? extends ActionInterceptor> type) {
        try {
            Constructor<? extends ActionInterceptor> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new InvalidActionException(
                    "its interceptor " + type.getSimpleName() + " cannot be made: " + e.getTargetException());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new InvalidActionException("its interceptor " + type.getSimpleName()
                    + " needs a constructor without parameters. Give it one, or give an instance to the daemon.");
        }
    }
}
