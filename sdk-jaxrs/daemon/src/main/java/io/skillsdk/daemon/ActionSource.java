package io.skillsdk.daemon;

import io.skillsdk.internal.action.DescribedActions;
import io.skillsdk.internal.failure.IncompatibleLibraryException;
import io.skillsdk.settings.SkillSettings;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where an instance with actions comes from: it is there, or it is made when the daemon serves. */
record ActionSource(Class<?> type, @Nullable Object instance, Function<? super SkillSettings, ?> supplier) {

    static ActionSource of(Object instance) {
        return new ActionSource(instance.getClass(), instance, settings -> instance);
    }

    static ActionSource of(Class<?> type, Function<? super SkillSettings, ?> supplier) {
        return new ActionSource(type, null, supplier);
    }

    /** What can be described without making anything. */
    Object described() {
        return instance != null ? instance : new DescribedActions(type);
    }

    /** The instance, made if need be. */
    Object make(SkillSettings settings) {
        Object made;
        try {
            made = supplier.apply(settings);
        } catch (DaemonStartException | IncompatibleLibraryException e) {
            throw e;
        } catch (RuntimeException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            throw new DaemonStartException(type.getSimpleName() + " could not be made: " + reason, e);
        }
        if (!type.isInstance(made)) {
            throw new DaemonStartException(type.getSimpleName() + " could not be made: its supplier returned "
                    + (made == null ? "null" : "a " + made.getClass().getSimpleName()) + ".");
        }
        return made;
    }
}
