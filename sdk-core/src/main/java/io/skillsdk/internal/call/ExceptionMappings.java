package io.skillsdk.internal.call;

import io.skillsdk.SkillException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which exceptions of an author's domain are which answers: the nearest type counts. Immutable. */
final class ExceptionMappings {

    static final ExceptionMappings NONE = new ExceptionMappings(Map.of());

    private final Map<Class<?>, Function<Throwable, SkillException>> byType;

    private ExceptionMappings(Map<Class<?>, Function<Throwable, SkillException>> byType) {
        this.byType = byType;
    }

    /** These mappings and one more, in place of an earlier one for the same type. */
    @SuppressWarnings("unchecked") // it is called with that type only
    <E extends Throwable> ExceptionMappings with(Class<E> type, Function<? super E, ? extends SkillException> mapping) {
        Map<Class<?>, Function<Throwable, SkillException>> all = new HashMap<>(byType);
        all.put(type, thrown -> mapping.apply((E) thrown));
        return new ExceptionMappings(all);
    }

    /**
     * What an exception is answered with.
     *
     * @return the exception itself when it is a SkillException that no nearer mapping takes; null when nothing maps it
     */
    @Nullable SkillException map(Throwable thrown) {
        for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
            Function<Throwable, SkillException> mapping = byType.get(type);
            if (mapping != null) {
                return mapping.apply(thrown);
            }
            if (type == SkillException.class) {
                return (SkillException) thrown;
            }
        }
        return null;
    }
}
