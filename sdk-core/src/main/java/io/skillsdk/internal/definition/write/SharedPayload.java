package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.derive.Members;

/** Brings the parameters of an input or output in sync, or tells that they differ where it is not one action's alone. */
final class SharedPayload {

    private final PayloadUpdate payloads;

    private final Notes notes;

    private final String file;

    SharedPayload(PayloadUpdate payloads, Notes notes, String file) {
        this.payloads = payloads;
        this.notes = notes;
        this.file = file;
    }

    void updateInput(Item input, Action action, boolean isOwn) {
        update(input, action, Members.ofPayload(action), isOwn, "messages of the input also go elsewhere", "input");
    }

    void updateOutput(Item output, Action action, boolean isOwn) {
        update(output, action, Members.ofResult(action), isOwn, "others answer to the output too", "output");
    }

    private void update(Item owner, Action action, Members wanted, boolean isOwn, String why, String what) {
        if (isOwn) {
            payloads.apply(owner, wanted);
        } else if (payloads.differs(owner, wanted)) {
            notes.add(
                    file,
                    owner.at().toString(),
                    "its parameters are not those of the action '" + action.name() + "', and are left as they are, as "
                            + why + ". Change them by hand, or give the action an " + what + " of its own.");
        }
    }
}
