package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.binding.AuthorFailure;
import io.skillsdk.internal.json.binding.FaultPlace;
import io.skillsdk.internal.json.sent.SentParser;
import io.skillsdk.internal.json.sent.SentPlace;
import io.skillsdk.internal.json.sent.SentValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.UnresolvedForwardReference;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.InvalidTypeIdException;

/**
 * One reading of a refused payload. Each value is read from a parser of its own, so that the reading of what it is in goes
 * on wherever its own reading ended. What does not fit is told once; what fails because a part of it does not fit is not.
 */
final class Trial {

    /** What a cheap fault, and one with an exception that looks at its stack, costs as compared with a token. */
    private static final int FAULT = 40;

    private static final int EXCEPTION = 250;

    private final FaultListener listener;

    private @Nullable Frame top;

    private int faults;

    private boolean justFailed;

    private long budget;

    private @Nullable RuntimeException carried;

    private @Nullable Frame carriedFrom;

    Trial(FaultListener listener, long budget) {
        this.listener = listener;
        this.budget = budget;
    }

    static @Nullable Trial of(DeserializationContext context) {
        return context instanceof TrialContext trying ? trying.trial() : null;
    }

    boolean isRunning() {
        return top != null;
    }

    boolean isStrict() {
        return top == null || top.strict;
    }

    boolean isReading(SentValue value) {
        return top != null && top.value == value;
    }

    boolean hasFaultyParts() {
        return top != null && !top.strict && (top.resumed || faults != top.before);
    }

    private boolean isOver() {
        return budget < 0 || listener.isFull();
    }

    /** Reads a value from a parser of its own. */
    @Nullable Object attempt(Attempt by, SentValue value, JsonParser parser, @Nullable String lead, Attempt.Reading reading) {
        if (isOver()) {
            throw Refusal.enough();
        }
        budget--;
        Frame above = top;
        boolean known = value.isTried() && above != null && above.resumed;
        JsonParser own = parser;
        if (value.token().isStructStart()) {
            parser.skipChildren();
            if (!known) {
                own = new SentParser(value, parser, lead, 0);
                own.nextToken();
            }
        }
        if (known) {
            return by.standIn();
        }
        value.markTried();
        boolean strict = by.isAuthors() || (above != null && above.strict);
        Frame frame = new Frame(value, own, above, strict, faults);
        top = frame;
        try {
            Object read = reading.from(own);
            justFailed = value.isFaulty();
            return justFailed ? by.standIn() : read;
        } catch (UnresolvedForwardReference e) {
            throw e;
        } catch (JacksonException | IllegalArgumentException e) {
            failed(by, frame, lead, reading, e);
            justFailed = true;
            return by.standIn();
        } catch (RuntimeException e) {
            // the author's own code, where Jackson lets it through
            if (strict || faults == frame.before) {
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
        frame.parser = parser;
        try {
            return reading.from(parser);
        } catch (UnresolvedForwardReference e) {
            throw e;
        } catch (JacksonException e) {
            if (!unwrapping || frame.strict || isEnough(e)) {
                throw e;
            }
            tell(frame, e);
            return by.standIn();
        } finally {
            frame.parser = before;
        }
    }

    private void failed(
            Attempt by, Frame frame, @Nullable String lead, Attempt.Reading reading, RuntimeException thrown) {
        if (isEnough(thrown)) {
            throw thrown;
        }
        boolean within = frame.above != null && frame.above.strict;
        if (frame.strict && within) {
            // only the author's code knows whether this is a fault
            if (carried != thrown) {
                carried = thrown;
                carriedFrom = frame;
            }
            throw thrown;
        }
        if (frame.strict && carried == thrown && carriedFrom != null) {
            tell(carriedFrom, thrown);
            frame.value.markFaulty();
            return;
        }
        charge(thrown);
        SentValue part = tell(frame, thrown);
        while (part != null && !isOver() && canResume(by, frame, part)) {
            part = resume(frame, part, lead, reading);
        }
        frame.value.markFaulty();
        faults++;
    }

    private static boolean canResume(Attempt by, Frame frame, SentValue part) {
        return !frame.strict
                && part.index() + 1 < frame.value.children().size()
                && (frame.value.token() == JsonToken.START_OBJECT || by.isWithoutPlaces());
    }

    /** Reads what stands after a part: by itself it cannot be right, but its own parts can. */
    private @Nullable SentValue resume(Frame frame, SentValue part, @Nullable String lead, Attempt.Reading reading) {
        SentParser rest = new SentParser(frame.value, null, lead, part.index() + 1);
        rest.nextToken();
        frame.parser = rest;
        frame.resumed = true;
        try {
            reading.from(rest);
            return null;
        } catch (JacksonException | IllegalArgumentException e) {
            if (isEnough(e)) {
                throw e;
            }
            charge(e);
            SentValue next = partOf(frame, e);
            if (next == null || next.index() <= part.index()) {
                return null;
            }
            if (!next.isFaulty()) {
                mark(next, e);
            }
            return next;
        }
    }

    /** Tells what an exception says, and returns the part of the value at which its reading ended, if that is known. */
    private @Nullable SentValue tell(Frame frame, RuntimeException thrown) {
        boolean fine = faults == frame.before;
        if (thrown instanceof Refusal refusal && refusal.kind() == Refusal.Kind.LACKING) {
            FaultPlace place = placeOf(frame, thrown);
            if (!place.value().isFaulty() && (fine || place.missing().isEmpty())) {
                budget -= FAULT;
                listener.lacking(place.value(), names(place.missing()), refusal.missing());
                faults++;
            }
            return null;
        }
        if (thrown instanceof Refusal refusal && refusal.kind() == Refusal.Kind.CONSEQUENCE) {
            return null;
        }
        SentValue pending = frame.parser instanceof SentParser sent ? sent.pending() : null;
        if (pending != null
                && thrown instanceof JacksonException key
                && key.getPath().isEmpty()) {
            // a reader of keys that is the author's
            badKey(String.valueOf(pending.name()), Object.class);
            return pending;
        }
        FaultPlace place = placeOf(frame, thrown);
        SentValue value = place.value();
        if (thrown instanceof InvalidTypeIdException type && type.getTypeId() != null) {
            mark(namesType(value, type.getTypeId()), thrown);
            return partOf(frame, thrown);
        }
        boolean author = thrown instanceof JacksonException e && AuthorFailure.behind(e) != null;
        if (!place.missing().isEmpty() && !author && value.token().isStructStart()) {
            if (fine || value != frame.value) {
                tellLacking(value, place.missing());
            }
        } else if (value == frame.value ? fine : !value.isFaulty()) {
            mark(value, thrown);
        }
        return partOf(frame, thrown);
    }

    private static List<String> names(List<Reference> path) {
        return path.stream().map(step -> String.valueOf(step.getPropertyName())).toList();
    }

    /** The value that holds a type id: in what it tells the type of, or beside that. */
    private static SentValue namesType(SentValue value, String id) {
        for (SentValue each : value.children()) {
            if (id.equals(each.text())
                    || (id.equals(each.name()) && value.children().size() == 1)) {
                return each;
            }
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

    private void tellLacking(SentValue value, List<Reference> missing) {
        budget -= FAULT;
        List<String> names = names(missing);
        String last = names.get(names.size() - 1);
        listener.lacking(
                value, names.subList(0, names.size() - 1), List.of(new MissingMember(last, Object.class, null)));
        faults++;
    }

    private void mark(SentValue value, RuntimeException thrown) {
        if (value.isFaulty()) {
            return;
        }
        value.markFaulty();
        faults++;
        budget -= FAULT;
        JacksonException fault = thrown instanceof JacksonException known
                ? known
                : JacksonException.wrapWithPath(thrown, Object.class, "");
        Throwable author = AuthorFailure.behind(fault);
        if (author instanceof InvalidDefinitionException
                || (author != null && !AuthorFailure.blamesTheSender(author))) {
            return;
        }
        if (thrown instanceof Refusal refusal && refusal.getTargetType() != Object.class) {
            listener.unfit(value, refusal.getTargetType());
        } else {
            listener.refused(value, fault);
        }
    }

    /** Tells of a value that Jackson is about to refuse, if it is known; Jackson then goes on without it. */
    boolean takes(@Nullable JsonParser parser, Class<?> wanted) {
        Frame frame = top;
        if (frame == null || frame.strict) {
            return false;
        }
        SentValue value = frame.value.token().isStructStart() || parser != null
                ? SentPlace.of(parser == null ? frame.parser : parser)
                : frame.value;
        if (value == null || isOver()) {
            return false;
        }
        if (value != frame.value && value.token().isStructStart() && parser != null) {
            parser.skipChildren();
        }
        if (!value.isFaulty()) {
            value.markFaulty();
            faults++;
            // dates and the like are parsed by the JDK, which throws
            boolean parsed = value.token() == JsonToken.VALUE_STRING && !wanted.isPrimitive() && !wanted.isEnum();
            budget -= parsed ? EXCEPTION : FAULT;
            listener.unfit(value, wanted);
        }
        return true;
    }

    /** Tells of a null that Jackson is about to refuse for a primitive. */
    boolean takesNull(Class<?> wanted) {
        SentValue at = top == null ? null : SentPlace.of(top.parser);
        return at != null && at.token() == JsonToken.VALUE_NULL && !isReading(at) && takes(null, wanted);
    }

    /** A setter of the author's failed at a member; returns whether reading goes on. */
    boolean memberFailed(SentValue member, RuntimeException thrown) {
        Frame frame = top;
        if (frame == null || frame.strict || isEnough(thrown) || thrown instanceof UnresolvedForwardReference) {
            return false;
        }
        charge(thrown);
        mark(member, thrown);
        return true;
    }

    /** The last member of the object that is being read that has a name. */
    @Nullable SentValue member(String name) {
        return top == null ? null : top.value.child(name);
    }

    void badKey(String key, Class<?> wanted) {
        Frame frame = top;
        SentValue pending = frame == null
                ? null
                : frame.parser instanceof SentParser sent ? sent.pending() : frame.value.child(key);
        if (pending != null && !isOver()) {
            budget -= EXCEPTION;
            faults++;
            listener.badKey(pending, wanted);
        }
    }

    /** The null that Jackson has come to, or null where it has only just been told to go on without a value. */
    @Nullable SentValue expectedNull() {
        SentValue at = top == null ? null : SentPlace.of(top.parser);
        boolean isNull = at != null && at.token() == JsonToken.VALUE_NULL;
        if (at != null && at.isFaulty()) {
            return null;
        }
        return isNull || !justFailed ? (at == null && top != null ? top.value : at) : null;
    }

    void unwantedNull(SentValue value, @Nullable String message, Class<?> wanted) {
        if (!value.isFaulty()) {
            value.markFaulty();
            faults++;
            budget -= FAULT;
            listener.unwantedNull(value, message, wanted);
        }
    }

    private void charge(RuntimeException thrown) {
        budget -= thrown instanceof Refusal || thrown instanceof UnknownTypeId ? 0 : EXCEPTION;
    }

    private static boolean isEnough(RuntimeException thrown) {
        return thrown instanceof Refusal refusal && refusal.kind() == Refusal.Kind.ENOUGH;
    }

    private static FaultPlace placeOf(Frame frame, RuntimeException thrown) {
        return thrown instanceof JacksonException fault
                ? FaultPlace.of(fault, frame.value, frame.parser)
                : new FaultPlace(frame.value, List.of());
    }

    /** The direct part of a value at which its reading ended. */
    private static @Nullable SentValue partOf(Frame frame, RuntimeException thrown) {
        SentValue at = frame.parser instanceof SentParser sent ? sent.position() : null;
        if (!(thrown instanceof JacksonException fault) || fault.getPath().isEmpty()) {
            return null;
        }
        if (frame.value.token() == JsonToken.START_OBJECT) {
            String name = fault.getPath().get(0).getPropertyName();
            return name == null ? null : frame.value.child(name);
        }
        while (at != null && at.parent() != frame.value) {
            at = at.parent();
        }
        return at;
    }
}
