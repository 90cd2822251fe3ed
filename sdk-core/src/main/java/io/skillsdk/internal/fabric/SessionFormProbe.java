package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import java.util.Map;
import java.util.UUID;

/**
 * Finds out which form of session writes an endpoint wants: {@code {"state": {}}} written to a session that does not exist is refused
 * with 400 by a server of the wrapped form, and makes a field {@code state} on one of the bare form (gateway 6.11).
 */
final class SessionFormProbe {

    private SessionFormProbe() {}

    /**
     * The form, which is asked for once.
     *
     * @param what what is to be written, for messages
     * @throws FabricException when the platform cannot be asked; nothing of what is to be written has happened then
     */
    static SessionForm form(ProjectCalls calls, String what) {
        SessionForms forms = calls.sessionForms();
        String endpoint = calls.scope().endpoints().api();
        SessionForm found = forms.of(endpoint);
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
                return forms.remember(endpoint, SessionForm.WRAPPED);
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
        return forms.remember(endpoint, bare ? SessionForm.BARE : SessionForm.WRAPPED);
    }

    private static FabricException nothingHappened(FabricException e) {
        return new FabricException(e.reason(), e.status(), e.what(), e.detail(), false, e, e.address());
    }
}
