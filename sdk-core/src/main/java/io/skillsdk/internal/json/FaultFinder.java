package io.skillsdk.internal.json;

import io.skillsdk.Violation;
import io.skillsdk.internal.json.binding.AuthorFailure;
import io.skillsdk.internal.json.sent.SentValue;
import io.skillsdk.internal.json.trial.FaultListener;
import io.skillsdk.internal.json.trial.MissingMember;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** Puts the faults of a payload into words, as a trial finds them. */
final class FaultFinder implements FaultListener {

    private final FieldNames names;

    private final FaultWords words;

    private final Faults faults = new Faults();

    private final Map<Said, String> sentences = new HashMap<>();

    /** What code of the author's has thrown. */
    private record Said(Class<?> by, @Nullable String message) {}

    FaultFinder(SentValue root, KnownShapes shapes) {
        this.names = new FieldNames(root, "payload");
        this.words = new FaultWords(shapes, root);
    }

    /** The faults, in the order of sending; none when none was told. */
    List<Violation> found() {
        return faults.inOrder();
    }

    @Override
    public void unfit(SentValue value, Class<?> wanted) {
        faults.add(value.ordinal(), names.of(value), words.of(wanted, value));
    }

    @Override
    public void refused(SentValue value, JacksonException fault) {
        Throwable author = AuthorFailure.behind(fault);
        if (author instanceof NullPointerException
                && AuthorFailure.memberThatIsNull(author) == null
                && value.token() == JsonToken.VALUE_NULL) {
            unwantedNull(value, null, Object.class);
        } else if (author != null) {
            faults.add(value.ordinal(), names.of(value), sentence(author));
        } else {
            String field = names.of(value) + FaultWords.discriminator(fault, value);
            faults.add(value.ordinal(), field, words.of(fault, value));
        }
    }

    /** Whose sentence it is costs a look at the stack; the same one is often said of many values. */
    private String sentence(Throwable author) {
        return sentences.computeIfAbsent(
                new Said(author.getClass(), author.getMessage()), said -> AuthorFailure.words(author));
    }

    @Override
    public void badKey(SentValue value, Class<?> wanted) {
        faults.add(value.ordinal(), names.of(value), words.key(wanted));
    }

    @Override
    public void unwantedNull(SentValue value, @Nullable String message, Class<?> wanted) {
        faults.add(value.ordinal(), names.of(value), message == null ? words.of(wanted, value) : message);
    }

    @Override
    public void unresolved(SentValue value) {
        faults.add(value.ordinal(), names.of(value), "is not the id of an object in the payload");
    }

    @Override
    public void lacking(SentValue object, List<String> within, List<MissingMember> members) {
        StringBuilder whole = new StringBuilder(names.of(object));
        within.forEach(name -> whole.append(FieldNames.segment(name, -1)));
        for (MissingMember each : members) {
            if (!words.isSent(object, each.name())) {
                faults.add(object.end(), whole + words.segment(object, each.name()), words.missing(each, object));
            }
        }
    }

    @Override
    public boolean isFull() {
        return faults.isFull();
    }
}
