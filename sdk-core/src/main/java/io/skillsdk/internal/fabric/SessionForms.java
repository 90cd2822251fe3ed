package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which form of session writes each endpoint wants. It is asked once: {@code {"state": {}}} written to a session that does not exist
 * is refused with 400 by a server of the wrapped form, and makes a field {@code state} on one of the bare form (gateway 6.11).
 */
final class SessionForms {

    private final SessionForm set;

    private final Map<String, SessionForm> known = new ConcurrentHashMap<>();

    SessionForms(SessionForm set) {
        this.set = set;
    }

    /**
     * The form.
     *
     * @param what what is to be written, for messages
     * @throws FabricException when the platform cannot be asked; nothing of what is to be written has happened then
     */
    SessionForm of(ProjectCalls calls, String what) {
        if (set != SessionForm.AUTO) {
            return set;
        }
        String endpoint = calls.scope().endpoints().api();
        SessionForm found = known.get(endpoint);
        if (found != null) {
            return found;
        }
        String url = calls.url("sessions/skill-sdk-probe-" + UUID.randomUUID());
        try {
            calls.anyJson(PlatformRequest.of("POST", url, what)
                    .with(ProjectCalls.body(Map.of("state", Map.of())))
                    .repeatable(true));
        } catch (FabricException e) {
            if (e.status() == 400) {
                return remember(endpoint, SessionForm.WRAPPED);
            }
            if (e.reason() == Reason.INVALID || e.reason() == Reason.NOT_FOUND || e.reason() == Reason.CONFLICT) {
                // neither the one nor the other: asked again next time
                return SessionForm.WRAPPED;
            }
            throw nothingHappened(e);
        }
        JsonDocument state;
        try {
            state = calls.anyJson(PlatformRequest.of("GET", url, what)).get("state");
            calls.delete(PlatformRequest.of("DELETE", url, what));
        } catch (FabricException e) {
            throw nothingHappened(e);
        }
        boolean bare = state.isObject() && state.members().containsKey("state");
        return remember(endpoint, bare ? SessionForm.BARE : SessionForm.WRAPPED);
    }

    private static FabricException nothingHappened(FabricException e) {
        return new FabricException(e.reason(), e.status(), e.what(), e.detail(), false, e);
    }

    private SessionForm remember(String endpoint, SessionForm form) {
        known.put(endpoint, form);
        return form;
    }
}
