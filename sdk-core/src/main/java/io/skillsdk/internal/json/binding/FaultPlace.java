package io.skillsdk.internal.json.binding;

import io.skillsdk.internal.json.sent.SentParser;
import io.skillsdk.internal.json.sent.SentValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.exc.InvalidFormatException;

/**
 * Where Jackson was when it gave up. What it had just read says it, but where it reads from a buffer of its own; there the
 * path that it tells does.
 *
 * @param value the value at fault, or the object that lacks something
 * @param missing the rest of Jackson's path, below the value: what is not there
 * @param key whether the value's key is at fault, and not the value
 * @param opaque the value whose reader told no path into it, so that nothing is known of the rest of it; or null
 */
public record FaultPlace(
        SentValue value,
        List<Reference> missing,
        boolean key,
        @Nullable SentValue opaque) {

    /** Reads it from a fault and from the parser that Jackson was given. */
    public static FaultPlace of(
            JacksonException fault, SentParser parser, SentValue root, DeserializationContext context) {
        List<Reference> path = fault.getPath().stream()
                .filter(step -> step.getPropertyName() == null
                        || !step.getPropertyName().startsWith("@JsonUnwrapped"))
                .toList();
        SentValue position = parser.position();
        String pending = parser.pendingName();
        if (pending != null && fault instanceof InvalidFormatException invalid && pending.equals(invalid.getValue())) {
            SentValue named = child(position, pending, -1);
            if (named != null) {
                return new FaultPlace(named, List.of(), true, null);
            }
        }
        SentValue told = root;
        int step = 0;
        while (step < path.size()) {
            Reference reference = path.get(step);
            SentValue next = child(told, reference.getPropertyName(), reference.getIndex());
            if (next == null && told.token() == JsonToken.START_OBJECT) {
                next = underAnyName(told, CreatorProperty.aliases(reference, context));
            }
            if (next == null || next.isOmitted()) {
                break;
            }
            told = next;
            step++;
        }
        List<Reference> missing = List.copyOf(path.subList(step, path.size()));
        SentValue value = isWithin(position, told) ? position : told;
        boolean lacks = told == value && !missing.isEmpty();
        return new FaultPlace(value, lacks ? missing : List.of(), false, opaque(value, root, path));
    }

    private static @Nullable SentValue underAnyName(SentValue object, List<String> names) {
        SentValue found = null;
        for (String name : names) {
            found = found == null ? child(object, name, -1) : found;
        }
        return found;
    }

    /** The part that Jackson means by a step of its path. */
    private static @Nullable SentValue child(SentValue parent, @Nullable String name, int index) {
        if (name == null) {
            return parent.readAt(index);
        }
        SentValue found = null;
        for (SentValue child : parent.children()) {
            found = name.equals(child.name()) ? child : found;
        }
        return found;
    }

    private static boolean isWithin(SentValue value, SentValue container) {
        for (SentValue above = value; above != null; above = above.parent()) {
            if (above == container) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable SentValue opaque(SentValue value, SentValue root, List<Reference> path) {
        List<SentValue> chain = new ArrayList<>();
        for (SentValue each = value; each != null && each != root; each = each.parent()) {
            chain.add(0, each);
        }
        if (path.size() >= chain.size()) {
            return null;
        }
        for (int i = 0; i < chain.size(); i++) {
            SentValue step = chain.get(i);
            boolean told = i < path.size()
                    && (step.name() == null
                            ? path.get(i).getPropertyName() == null
                            : step.name().equals(path.get(i).getPropertyName()));
            if (!told) {
                return step.parent();
            }
        }
        return null;
    }
}
