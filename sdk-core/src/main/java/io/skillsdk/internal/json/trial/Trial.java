package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.binding.FaultPlace;
import io.skillsdk.internal.json.sent.SentParser;
import io.skillsdk.internal.json.sent.SentPlace;
import io.skillsdk.internal.json.sent.SentValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.UnresolvedForwardReference;

/**
 * One reading of a refused payload. Each value is read from a parser of its own, so that the reading of what it is in goes
 * on wherever its own reading ended. What does not fit is told once; what fails because a part of it does not fit is not.
 */
final class Trial {

    private final Findings findings;

    private final Diagnosis diagnosis;

    private final References references = new References();

    private @Nullable Frame top;

    private boolean justFailed;

    private @Nullable Carried carried;

    /**
     * A fault on its way through the author's code, which may know what to do about it.
     *
     * @param from what was being read
     * @param outermost what the author's code had asked for
     */
    private record Carried(RuntimeException thrown, Frame from, FaultPlace place, Asked outermost) {}

    /** A reading, to be done again. */
    private record Asked(
            Attempt by, SentValue value, @Nullable String discriminator, Attempt.Reading reading) {}

    Trial(FaultListener listener, long budget, Map<SettableBeanProperty, MissingMember> members) {
        this.findings = new Findings(listener, budget, members);
        this.diagnosis = new Diagnosis(findings);
    }

    static @Nullable Trial of(DeserializationContext context) {
        return context instanceof TrialContext trying ? trying.trial() : null;
    }

    Findings findings() {
        return findings;
    }

    /** What is being read, or null before and after all. */
    @Nullable Frame top() {
        return top;
    }

    boolean isStrict() {
        return top == null || top.strict;
    }

    boolean isReading(SentValue value) {
        return top != null && top.value == value;
    }

    boolean hasFaultyParts() {
        return top != null && !top.strict && (top.resumed || findings.count() != top.before);
    }

    /** Reads a value from a parser of its own. */
    @Nullable Object attempt(
            Attempt by, SentValue value, JsonParser parser, @Nullable String discriminator, Attempt.Reading reading) {
        if (findings.isOver()) {
            throw Refusal.enough();
        }
        findings.step();
        Frame above = top;
        boolean known = value.isTried() && above != null && above.resumed;
        JsonParser own = parser;
        if (value.token().isStructStart()) {
            parser.skipChildren();
            own = known ? parser : begin(value, parser, discriminator, 0);
        }
        if (known) {
            return by.standIn();
        }
        value.markTried();
        boolean strict = by.isAuthors() || (above != null && above.strict);
        Frame frame = new Frame(by, value, own, above, strict, findings.count());
        frame.discriminator = discriminator;
        top = frame;
        try {
            Object read = reading.from(own);
            boolean faulty = findings.count() != frame.before;
            if (faulty) {
                value.markFaulty();
                if (by.lostId(value)) {
                    references.objectFailed();
                }
            }
            justFailed = faulty && read == null;
            return justFailed ? by.standIn() : read;
        } catch (UnresolvedForwardReference e) {
            references.add(value, e);
            throw e;
        } catch (JacksonException | IllegalArgumentException e) {
            failed(frame, discriminator, reading, e);
            justFailed = true;
            return by.standIn();
        } catch (RuntimeException e) {
            // the author's own code, where Jackson lets it through
            if (strict || findings.count() == frame.before) {
                throw e;
            }
            justFailed = true;
            return by.standIn();
        } finally {
            top = above;
        }
    }

    /** Lets a reader that has begun go on with what it has put together. */
    @Nullable Object goOn(Attempt by, JsonParser parser, boolean unwrapping, Attempt.Reading reading) {
        Frame frame = top;
        if (frame == null) {
            return reading.from(parser);
        }
        JsonParser before = frame.parser;
        Attempt whole = frame.by;
        boolean begins = SentPlace.of(parser) == frame.value;
        frame.parser = parser;
        frame.by = by;
        try {
            return reading.from(parser);
        } catch (UnresolvedForwardReference e) {
            throw e;
        } catch (JacksonException e) {
            if (frame.strict && begins && !isEnough(e)) {
                carry(frame, e, new Asked(by, frame.value, null, reading));
            }
            if (!unwrapping || frame.strict || isEnough(e)) {
                throw e;
            }
            diagnosis.tell(frame, Diagnosis.placeOf(frame, e), e);
            return by.standIn();
        } finally {
            frame.parser = before;
            frame.by = whole;
        }
    }

    /** Tells what is only known when all has been read. */
    void end() {
        references.tell(findings);
    }

    private void failed(Frame frame, @Nullable String discriminator, Attempt.Reading reading, RuntimeException thrown) {
        if (isEnough(thrown)) {
            throw thrown;
        }
        if (frame.strict && frame.above != null && frame.above.strict) {
            carry(frame, thrown, new Asked(frame.by, frame.value, discriminator, reading));
            throw thrown;
        }
        if (frame.value.token() == JsonToken.START_OBJECT) {
            references.objectFailed();
        }
        findings.charge(thrown);
        Carried escaped = carried;
        if (frame.strict && escaped != null && escaped.thrown == thrown) {
            tellEscaped(escaped);
        } else {
            NonNullChecks building = frame.building;
            RuntimeException told = building == null ? thrown : building.told(this, frame.value, thrown);
            SentValue part = diagnosis.tell(frame, Diagnosis.placeOf(frame, told), told);
            while (part != null && !findings.isOver() && canResume(frame, part)) {
                part = resume(frame, part, discriminator, reading);
            }
        }
        findings.consequence(frame.value);
    }

    /** Only the author's code knows whether this is a fault. */
    private void carry(Frame frame, RuntimeException thrown, Asked asked) {
        Carried known = carried;
        carried = known != null && known.thrown == thrown
                ? new Carried(thrown, known.from, known.place, asked)
                : new Carried(thrown, frame, Diagnosis.placeOf(frame, thrown), asked);
    }

    /** The author's code knew nothing to do about it: then what that had asked for can be tried as all else is. */
    private void tellEscaped(Carried escaped) {
        Asked asked = escaped.outermost;
        int before = findings.count();
        if (!asked.by.isAuthors()) {
            Frame author = top;
            JsonParser own = begin(asked.value, null, asked.discriminator, 0);
            Frame frame = new Frame(asked.by, asked.value, own, null, false, before);
            frame.discriminator = asked.discriminator;
            top = frame;
            try {
                asked.reading.from(own);
            } catch (JacksonException | IllegalArgumentException e) {
                failed(frame, asked.discriminator, asked.reading, e);
            } finally {
                top = author;
            }
        }
        if (findings.count() == before) {
            diagnosis.tell(escaped.from, escaped.place, escaped.thrown);
        }
    }

    private static boolean canResume(Frame frame, SentValue part) {
        return !frame.strict
                && part.index() + 1 < frame.value.children().size()
                && (frame.value.token() == JsonToken.START_OBJECT || frame.by.isOfParts());
    }

    /** Reads what stands after a part: by itself it cannot be right, but its own parts can. */
    private @Nullable SentValue resume(
            Frame frame, SentValue part, @Nullable String discriminator, Attempt.Reading reading) {
        JsonParser rest = begin(frame.value, null, discriminator, part.index() + 1);
        frame.parser = rest;
        frame.resumed = true;
        try {
            reading.from(rest);
            return null;
        } catch (JacksonException | IllegalArgumentException e) {
            if (isEnough(e)) {
                throw e;
            }
            findings.charge(e);
            SentValue next = Diagnosis.partOf(frame, e);
            if (next == null || next.index() <= part.index()) {
                return null;
            }
            diagnosis.tellPart(next, e);
            return next;
        }
    }

    private static JsonParser begin(
            SentValue value, @Nullable JsonParser from, @Nullable String discriminator, int first) {
        SentParser own = new SentParser(value, from, discriminator, first);
        own.nextToken();
        return own;
    }

    static boolean isEnough(RuntimeException thrown) {
        return thrown instanceof Refusal refusal && refusal.kind() == Refusal.Kind.ENOUGH;
    }

    /** The null that Jackson has come to, or null where it has only just been told to go on without a value. */
    @Nullable SentValue expectedNull() {
        Frame frame = top;
        SentValue at = frame == null ? null : SentPlace.of(frame.parser);
        if (frame == null || (at != null && at.isFaulty())) {
            return null;
        }
        boolean isNull = at != null && at.token() == JsonToken.VALUE_NULL;
        return isNull || !justFailed ? (at == null ? frame.value : at) : null;
    }
}
