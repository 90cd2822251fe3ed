package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.definition.derive.Members;
import io.skillsdk.internal.definition.model.Parameter;
import org.jspecify.annotations.Nullable;

/** Brings the parameters of an input or output in sync, however they are given. */
final class PayloadUpdate {

    private static final String PARAMETERS = "parameters";

    private final FileChanges changes;

    private final TypeUpdates types;

    private final ParameterListUpdate lists;

    PayloadUpdate(FileChanges changes, TypeUpdates types) {
        this.changes = changes;
        this.types = types;
        this.lists = new ParameterListUpdate(changes, types);
    }

    void apply(Item owner, Members wanted) {
        if (wanted instanceof Members.None && !owner.isEmpty(PARAMETERS)) {
            changes.remove(owner, PARAMETERS);
        } else if (wanted instanceof Members.Known known) {
            apply(owner, known);
        }
    }

    /** Whether {@link #apply} would change anything. */
    boolean differs(Item owner, Members wanted) {
        FileChanges wouldBe = new FileChanges();
        new PayloadUpdate(wouldBe, types.trial()).apply(owner, wanted);
        return !wouldBe.isEmpty();
    }

    private void apply(Item owner, Members.Known wanted) {
        if (owner.isEmpty(PARAMETERS)) {
            changes.set(owner, PARAMETERS, lists.all(wanted));
            return;
        }
        Item reference = owner.item(PARAMETERS);
        if (reference == null) {
            lists.apply(owner, wanted);
            return;
        }
        String ref = reference.text(Parameter.REF);
        if (ref == null || !types.sync(ref, wanted)) {
            changes.set(owner, PARAMETERS, lists.all(wanted));
        }
    }

    /** The parameters of a new input or output; null for none. */
    @Nullable Object parameters(Members wanted) {
        return wanted instanceof Members.Known known ? lists.all(known) : null;
    }
}
