package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.binding.AuthorFailure;
import io.skillsdk.internal.json.binding.FaultPlace;
import io.skillsdk.internal.json.mapper.MissingMembersException;
import io.skillsdk.internal.json.sent.SentParser;
import io.skillsdk.internal.json.sent.SentValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.exc.InvalidTypeIdException;

/** What an exception says of the value that was being read: which part of it is at fault, or what it lacks. */
final class Diagnosis {

    private final Findings findings;

    Diagnosis(Findings findings) {
        this.findings = findings;
    }

    /** Tells it, and returns the part of the value at which its reading ended, if that is known. */
    @Nullable SentValue tell(Frame frame, FaultPlace place, RuntimeException thrown) {
        boolean fine = findings.count() == frame.before;
        SentValue value = place.value();
        if (thrown instanceof Refusal refusal && refusal.kind() != Refusal.Kind.UNFIT) {
            boolean told = value.isFaulty() || (!fine && !place.missing().isEmpty());
            if (refusal.kind() == Refusal.Kind.LACKING && !told) {
                findings.lacking(value, names(place.missing()), refusal.missing());
            }
            return null;
        }
        if (thrown instanceof MissingMembersException lacking) {
            findings.lacking(
                    value,
                    names(place.missing()),
                    lacking.members().stream().map(findings::about).toList());
            return null;
        }
        SentValue pending = frame.parser instanceof SentParser sent ? sent.pending() : null;
        if (pending != null && frame.by.isMap() && isWithoutPath(thrown)) {
            // a reader of keys that is the author's
            findings.badKey(pending, Object.class);
            return pending;
        }
        boolean author = thrown instanceof JacksonException e && AuthorFailure.behind(e) != null;
        if (thrown instanceof InvalidTypeIdException type && type.getTypeId() != null) {
            findings.refused(namesType(value, type.getTypeId(), frame), thrown);
        } else if (!place.missing().isEmpty() && !author && value.token().isStructStart()) {
            if (fine || value != frame.value) {
                lacking(value, names(place.missing()));
            }
        } else if (value != frame.value) {
            tellPart(value, thrown);
        } else if (fine) {
            findings.refused(value, thrown);
        }
        return partOf(frame, thrown);
    }

    /** Where a value was given up. */
    static FaultPlace placeOf(Frame frame, RuntimeException thrown) {
        return thrown instanceof JacksonException fault
                ? FaultPlace.of(fault, frame.value, frame.parser)
                : new FaultPlace(frame.value, List.of());
    }

    /** The direct part of a value at which its reading ended. */
    static @Nullable SentValue partOf(Frame frame, RuntimeException thrown) {
        if (isWithoutPath(thrown) || !(thrown instanceof JacksonException fault)) {
            return null;
        }
        if (frame.value.token() == JsonToken.START_OBJECT) {
            String name = fault.getPath().get(0).getPropertyName();
            return name == null ? null : frame.value.child(name);
        }
        SentValue at = frame.parser instanceof SentParser sent ? sent.position() : null;
        while (at != null && at.parent() != frame.value) {
            at = at.parent();
        }
        return at;
    }

    private static boolean isWithoutPath(RuntimeException thrown) {
        return !(thrown instanceof JacksonException fault) || fault.getPath().isEmpty();
    }

    /** Tells it of a part. Jackson names the class of the whole array where an element of it does not fit. */
    void tellPart(SentValue part, RuntimeException thrown) {
        if (thrown instanceof Refusal refusal && refusal.getTargetType().isArray()) {
            findings.unfit(part, refusal.getTargetType().getComponentType());
        } else {
            findings.refused(part, thrown);
        }
    }

    private void lacking(SentValue value, List<String> names) {
        int last = names.size() - 1;
        findings.lacking(
                value, names.subList(0, last), List.of(new MissingMember(names.get(last), Object.class, null)));
    }

    private static List<String> names(List<Reference> path) {
        return path.stream().map(step -> String.valueOf(step.getPropertyName())).toList();
    }

    /** The value that holds a type id: in what it tells the type of, or beside that. */
    private static SentValue namesType(SentValue value, String id, Frame frame) {
        String discriminator = value == frame.value ? frame.discriminator : null;
        SentValue told = discriminator == null ? null : value.firstChild(discriminator);
        if (told != null) {
            return told;
        }
        for (SentValue each : value.children()) {
            if (each.isWrittenAs(id)
                    || (id.equals(each.name()) && value.children().size() == 1)) {
                return each;
            }
        }
        List<SentValue> nulls = value.children().stream()
                .filter(each -> each.token() == JsonToken.VALUE_NULL)
                .toList();
        if (id.equals("null") && nulls.size() == 1) {
            return nulls.get(0);
        }
        SentValue parent = value.parent();
        if (parent != null && !id.equals(value.text())) {
            for (SentValue each : parent.children()) {
                if (id.equals(each.text())) {
                    return each;
                }
            }
        }
        return value;
    }
}
