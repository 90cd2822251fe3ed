package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.binding.AuthorFailure;
import io.skillsdk.internal.json.mapper.WithoutStack;
import io.skillsdk.internal.json.sent.SentValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.exc.InvalidDefinitionException;

/** The faults that are known so far, each told once, and how much may still be done to find more. */
final class Findings {

    /** What a fault costs as compared with a token: a cheap one, what is more if the JDK has thrown, or the author's code. */
    private static final int FAULT = 20;

    private static final int PARSED = 60;

    private static final int EXCEPTION = 180;

    private final FaultListener listener;

    private final Map<SettableBeanProperty, MissingMember> members;

    private long budget;

    private int count;

    private @Nullable SentValue lastKey;

    Findings(FaultListener listener, long budget, Map<SettableBeanProperty, MissingMember> members) {
        this.listener = listener;
        this.budget = budget;
        this.members = members;
    }

    /** What there is to say of a member. */
    MissingMember about(SettableBeanProperty member) {
        MissingMember known = members.get(member);
        return known == null ? members.computeIfAbsent(member, MissingMember::of) : known;
    }

    /** How many there are, those that are not the sender's to know among them. */
    int count() {
        return count;
    }

    boolean isOver() {
        return budget < 0 || listener.isFull();
    }

    /** A value is read. */
    void step() {
        budget--;
    }

    /** An exception was thrown; one that looks at no stack costs next to nothing, unless it is about another one. */
    void charge(RuntimeException thrown) {
        budget -= thrown instanceof WithoutStack && thrown.getCause() == null ? 0 : EXCEPTION;
    }

    /** A value failed for what is in it. */
    void consequence(SentValue value) {
        value.markFaulty();
        count++;
    }

    void unfit(SentValue value, Class<?> wanted) {
        if (isNew(value)) {
            listener.unfit(value, wanted);
        }
    }

    /** A string was parsed in vain: those who parse dates, numbers and the like are of the JDK, and throw. */
    void parsed(Class<?> wanted) {
        budget -= wanted.isEnum() || wanted == Boolean.class || wanted == UUID.class ? 0 : PARSED;
    }

    void refused(SentValue value, RuntimeException thrown) {
        if (!isNew(value)) {
            return;
        }
        JacksonException fault = thrown instanceof JacksonException known
                ? known
                : JacksonException.wrapWithPath(thrown, Object.class, "");
        Throwable author = AuthorFailure.behind(fault);
        if (author instanceof InvalidDefinitionException
                || (author != null && !AuthorFailure.blamesTheSender(author))
                || isOfAStandIn(author, value)) {
            return;
        }
        if (thrown instanceof Refusal refusal && refusal.getTargetType() != Object.class) {
            listener.unfit(value, refusal.getTargetType());
        } else {
            listener.refused(value, fault);
        }
    }

    /** A null that was not sent stands for what is at fault, such as a key of a map. */
    private static boolean isOfAStandIn(@Nullable Throwable author, SentValue value) {
        return author instanceof NullPointerException
                && AuthorFailure.memberThatIsNull(author) == null
                && value.token() != JsonToken.VALUE_NULL;
    }

    void unwantedNull(SentValue value, @Nullable String message, Class<?> wanted) {
        if (isNew(value)) {
            listener.unwantedNull(value, message, wanted);
        }
    }

    void unresolved(SentValue value) {
        if (isNew(value)) {
            listener.unresolved(value);
        }
    }

    void badKey(SentValue value, Class<?> wanted) {
        if (value == lastKey) {
            return;
        }
        lastKey = value;
        count++;
        parsed(wanted);
        budget -= FAULT;
        listener.badKey(value, wanted);
    }

    void lacking(SentValue object, List<String> within, List<MissingMember> members) {
        count++;
        budget -= FAULT;
        listener.lacking(object, within, members);
    }

    private boolean isNew(SentValue value) {
        if (value.isFaulty()) {
            return false;
        }
        value.markFaulty();
        count++;
        budget -= FAULT;
        return true;
    }
}
