package io.skillsdk.internal.fabric;

import io.skillsdk.internal.fabric.call.SessionForm;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which form of session writes each endpoint wants, as it was set or found out. Thread-safe. */
final class SessionForms {

    private final SessionForm set;

    private final Map<String, SessionForm> known = new ConcurrentHashMap<>();

    SessionForms(SessionForm set) {
        this.set = set;
    }

    /** The form of an endpoint, or null when it has to be found out. */
    @Nullable SessionForm of(String endpoint) {
        return set == SessionForm.AUTO ? known.get(endpoint) : set;
    }

    /** Keeps what was found out, and returns it. */
    SessionForm remember(String endpoint, SessionForm form) {
        known.put(endpoint, form);
        return form;
    }
}
