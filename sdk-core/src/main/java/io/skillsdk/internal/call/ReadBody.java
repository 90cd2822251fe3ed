package io.skillsdk.internal.call;

import io.skillsdk.SkillRequest;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.failure.FatalErrors;
import io.skillsdk.internal.json.PayloadFailure;
import io.skillsdk.internal.json.UnreadableBodyException;

/** What the body of a call has come to. */
sealed interface ReadBody {

    /** An envelope. */
    record Opened(SkillRequest<?> request) implements ReadBody {}

    /** No envelope of this action: the caller's fault. */
    record Unreadable(UnreadableBodyException fault) implements ReadBody {}

    /** The author's code spoke while the payload was bound. */
    record Unbound(PayloadFailure failure) implements ReadBody {}

    /** Something came out of a reader or a constructor of the author's that is no refusal. */
    record Broken(Throwable cause) implements ReadBody {}

    /** Reads a body. Throws fatal errors and nothing else. */
    static ReadBody of(Action action, byte[] body) {
        try {
            return new Opened(action.read(body));
        } catch (UnreadableBodyException e) {
            return new Unreadable(e);
        } catch (PayloadFailure e) {
            return new Unbound(e);
        } catch (Throwable e) {
            FatalErrors.rethrow(e);
            return new Broken(e);
        }
    }
}
