package io.skillsdk.internal.json.binding;

import io.skillsdk.internal.json.sent.SentParser;
import io.skillsdk.internal.json.sent.SentValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Where Jackson was when it gave up a value: the path that it tells says it, but in an array, whose places it counts
 * otherwise.
 *
 * @param value the value at fault, or the object that lacks something
 * @param missing the rest of Jackson's path, below the value: what is not there
 */
public record FaultPlace(SentValue value, List<Reference> missing) {

    /**
     * Reads it from a fault.
     *
     * @param root the value that was given up
     * @param parser the parser that it was read from
     */
    public static FaultPlace of(JacksonException fault, SentValue root, JsonParser parser) {
        if (fault.getPath().isEmpty()) {
            return new FaultPlace(root, List.of());
        }
        List<Reference> path = fault.getPath().stream()
                .filter(step -> step.getPropertyName() == null
                        || !step.getPropertyName().startsWith("@JsonUnwrapped"))
                .toList();
        SentValue position = parser instanceof SentParser sent ? sent.position() : root;
        SentValue told = root;
        int step = 0;
        while (step < path.size()) {
            SentValue next = told.token() == JsonToken.START_ARRAY
                    ? element(told, path.get(step), position)
                    : part(told, path.get(step));
            if (next == null || next.isOmitted()) {
                break;
            }
            told = next;
            step++;
        }
        return new FaultPlace(told, List.copyOf(path.subList(step, path.size())));
    }

    private static @Nullable SentValue part(SentValue object, Reference step) {
        return step.getPropertyName() == null ? null : object.child(step.getPropertyName());
    }

    /** The element that was just read; or, where all have been, the one that Jackson counts. */
    private static @Nullable SentValue element(SentValue array, Reference step, SentValue position) {
        int index = step.getIndex();
        return position == array && index >= 0 && index < array.children().size()
                ? array.children().get(index)
                : partTowards(position, array);
    }

    private static @Nullable SentValue partTowards(SentValue position, SentValue container) {
        SentValue at = position;
        while (at != null && at.parent() != container) {
            at = at.parent();
        }
        return at;
    }
}
