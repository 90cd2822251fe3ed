package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.sent.SentValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Is told of each fault of a payload, as it is found: not in the order of sending. */
public interface FaultListener {

    /** A value is not of the class that Jackson wants here. */
    void unfit(SentValue value, Class<?> wanted);

    /**
     * Jackson refused a value.
     *
     * @param fault what it threw
     */
    void refused(SentValue value, JacksonException fault);

    /** The key of a value cannot be one of its map. */
    void badKey(SentValue value, Class<?> wanted);

    /**
     * A null stands where none is taken.
     *
     * @param message the author's sentence, or null
     * @param wanted what is wanted instead
     */
    void unwantedNull(SentValue value, @Nullable String message, Class<?> wanted);

    /** A value stands for an object by its id, and no object that was sent has it. */
    void unresolved(SentValue value);

    /**
     * An object lacks members.
     *
     * @param within the names from the object down to the one that lacks them: most often none
     */
    void lacking(SentValue object, List<String> within, List<MissingMember> members);

    /** Whether no more faults are wanted. */
    boolean isFull();
}
