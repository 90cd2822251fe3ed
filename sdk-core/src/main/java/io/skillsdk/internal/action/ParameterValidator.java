package io.skillsdk.internal.action;

import io.skillsdk.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is held against the parameters of an action, beside what is held against its payload. */
interface ParameterValidator {

    /** No check beyond conversion. */
    ParameterValidator NONE = (action, arguments) -> List.of();

    /** Returns what is wrong with the values that an action is about to be called with. */
    List<Violation> check(Action action, @Nullable Object[] arguments);

    /** By the same provider as for payloads, where there is one. */
    static ParameterValidator beside(PayloadValidator payloads) {
        return payloads instanceof JakartaPayloadValidator jakarta
                ? new JakartaParameterValidator(jakarta.validator())
                : NONE;
    }
}
