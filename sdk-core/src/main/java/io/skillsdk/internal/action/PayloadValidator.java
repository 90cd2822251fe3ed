package io.skillsdk.internal.action;

import io.skillsdk.Violation;
import java.util.List;

/** What is held against a payload after it was bound. */
interface PayloadValidator {

    /** No check beyond binding. */
    PayloadValidator NONE = (action, payload) -> List.of();

    /** Returns what is wrong with a payload. */
    List<Violation> check(Action action, Object payload);

    /** Jakarta Validation, where the application brings a provider for it. */
    static PayloadValidator find() {
        try {
            Class.forName("jakarta.validation.Validation");
        } catch (ClassNotFoundException e) {
            return NONE;
        }
        return JakartaPayloadValidator.find();
    }
}
