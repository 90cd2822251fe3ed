package io.skillsdk.internal.call.validation;

import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import io.skillsdk.internal.action.Action;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is held against a call after it was bound. */
public interface PayloadValidator {

    /** No check beyond binding. */
    PayloadValidator NONE = (action, request, arguments) -> List.of();

    /**
     * Returns what is wrong with a call.
     *
     * @param arguments the arguments of the method, or null where only the body is known
     */
    List<Violation> check(Action action, SkillRequest<?> request, @Nullable Object @Nullable [] arguments);

    /**
     * Jakarta Validation, where the application brings a provider for it.
     *
     * @throws io.skillsdk.internal.failure.IncompatibleLibraryException when that does not work
     */
    static PayloadValidator find() {
        try {
            Class.forName("jakarta.validation.Validation");
        } catch (ClassNotFoundException e) {
            return NONE;
        }
        return JakartaPayloadValidator.find();
    }
}
