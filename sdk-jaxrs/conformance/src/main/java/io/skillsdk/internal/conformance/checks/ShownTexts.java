package io.skillsdk.internal.conformance.checks;

import io.skillsdk.internal.conformance.json.JsonText;
import io.skillsdk.internal.conformance.json.NotJsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user reads of a body: the whole of it, and, when it is JSON, each of its strings as it is meant. As it is written, a line break
 * or a quote in a string is an escape, behind which nobody would find it.
 */
final class ShownTexts {

    private ShownTexts() {}

    static List<String> of(String body) {
        List<String> shown = new ArrayList<>();
        shown.add(body);
        try {
            collect(JsonText.read(body), shown);
        } catch (NotJsonException e) {
            // the whole is all there is
            return shown;
        }
        return shown;
    }

    private static void collect(@Nullable Object value, List<String> shown) {
        if (value instanceof String text) {
            shown.add(text);
        } else if (value instanceof List<?> elements) {
            elements.forEach(element -> collect(element, shown));
        } else if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> {
                shown.add(String.valueOf(name));
                collect(member, shown);
            });
        }
    }
}
