package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.sent.SentValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.deser.ReadableObjectId;
import tools.jackson.databind.deser.UnresolvedForwardReference;

/** The ids that stood for objects before these were read: which of them no object had is known at the end. */
final class References {

    private record Reference(SentValue value, ReadableObjectId id) {}

    private final List<Reference> all = new ArrayList<>();

    private boolean objectsMissing;

    /** A value is an id, of which Jackson knows nothing yet. */
    void add(SentValue value, UnresolvedForwardReference thrown) {
        if (all.stream().noneMatch(each -> Objects.equals(each.id, thrown.getRoid()) && isWithin(each.value, value))
                && thrown.getRoid() != null) {
            all.add(new Reference(value, thrown.getRoid()));
        }
    }

    /** The exception goes up through what the id stands in. */
    private static boolean isWithin(SentValue part, SentValue whole) {
        SentValue at = part;
        while (at != null && at != whole) {
            at = at.parent();
        }
        return at != null;
    }

    /** An object could not be made, and its id is not known therefore. */
    void objectFailed() {
        objectsMissing = true;
    }

    void tell(Findings findings) {
        if (objectsMissing) {
            return;
        }
        for (Reference each : all) {
            if (each.id.resolve() == null) {
                findings.unresolved(each.value);
            }
        }
    }
}
