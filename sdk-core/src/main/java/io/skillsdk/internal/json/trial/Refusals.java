package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.binding.AuthorFailure;
import io.skillsdk.internal.json.sent.SentParser;
import io.skillsdk.internal.json.sent.SentPlace;
import io.skillsdk.internal.json.sent.SentValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.deser.UnresolvedForwardReference;
import tools.jackson.databind.type.LogicalType;

/** What Jackson is about to refuse, or the author has, while a value is read: told here, and reading goes on. */
final class Refusals {

    private Refusals() {}

    /** Tells of a value, if it is known which it is. */
    static boolean take(@Nullable Trial trial, @Nullable JsonParser parser, Class<?> wanted) {
        Frame frame = trial == null ? null : trial.top();
        if (trial == null || frame == null || frame.strict) {
            return false;
        }
        SentValue value = frame.value.token().isStructStart() || parser != null
                ? SentPlace.of(parser == null ? frame.parser : parser)
                : frame.value;
        if (value == null || trial.findings().isOver()) {
            return false;
        }
        if (value != frame.value && value.token().isStructStart() && parser != null) {
            parser.skipChildren();
        }
        boolean element = value != frame.value && wanted.isArray();
        trial.findings().unfit(value, element ? wanted.getComponentType() : wanted);
        return true;
    }

    /** Tells of a value that does not begin with the token that is wanted. */
    static boolean takeToken(@Nullable Trial trial, JsonToken wanted) {
        Class<?> form = wanted == JsonToken.VALUE_STRING
                ? String.class
                : wanted == JsonToken.START_ARRAY
                        ? Object[].class
                        : wanted == JsonToken.START_OBJECT ? Map.class : null;
        Frame frame = trial == null ? null : trial.top();
        SentValue at = frame == null ? null : SentPlace.of(frame.parser);
        if (trial == null
                || trial.isStrict()
                || form == null
                || at == null
                || trial.findings().isOver()) {
            return false;
        }
        trial.findings().unfit(at, form);
        return true;
    }

    /** Tells of a null in place of a primitive. */
    static boolean takeNull(@Nullable Trial trial, Class<?> wanted) {
        Frame frame = trial == null ? null : trial.top();
        SentValue at = frame == null ? null : SentPlace.of(frame.parser);
        if (trial == null
                || frame == null
                || at == null
                || at.token() != JsonToken.VALUE_NULL
                || frame.strict
                || trial.isReading(at)
                || trial.findings().isOver()) {
            return false;
        }
        trial.findings().unfit(at, wanted);
        return true;
    }

    /** Tells of a member that a setter of the author's refused. */
    static boolean takeMember(
            @Nullable Trial trial, @Nullable SentValue value, List<String> names, RuntimeException thrown) {
        Frame frame = trial == null ? null : trial.top();
        if (trial == null
                || frame == null
                || frame.strict
                || Trial.isEnough(thrown)
                || thrown instanceof UnresolvedForwardReference) {
            return false;
        }
        SentValue member = value;
        for (String name : names) {
            member = member == null ? frame.value.child(name) : member;
        }
        String lacking = AuthorFailure.memberThatIsNull(thrown);
        if (lacking == null && thrown instanceof NullPointerException) {
            return false;
        }
        if (member != null && lacking != null && member.token() == JsonToken.VALUE_NULL) {
            trial.findings().unwantedNull(member, null, Object.class);
        } else if (member != null) {
            trial.findings().charge(thrown);
            trial.findings().refused(member, thrown);
        }
        return member != null;
    }

    /** Tells of a scalar that is of another form than its reader takes. */
    static boolean takeScalar(@Nullable Trial trial, @Nullable LogicalType type, Class<?> wanted) {
        Frame frame = trial == null ? null : trial.top();
        if (frame == null || (frame.value.token().isStructStart() ? !frame.by.isOfParts() : !frame.by.reads(type))) {
            return false;
        }
        return take(trial, null, wanted);
    }

    /** Tells of a key that is none. Returns whether it is known which it is. */
    static boolean takeKey(@Nullable Trial trial, String key, Class<?> wanted) {
        Frame frame = trial == null ? null : trial.top();
        SentValue pending = frame == null
                ? null
                : frame.parser instanceof SentParser sent ? sent.pending() : frame.value.child(key);
        if (trial == null || pending == null || trial.findings().isOver()) {
            return false;
        }
        trial.findings().badKey(pending, wanted);
        return true;
    }
}
