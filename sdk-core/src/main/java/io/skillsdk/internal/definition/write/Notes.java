package io.skillsdk.internal.definition.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is told to the one who has a definition written: what the author has to decide, and what is not as it was. */
final class Notes {

    private final Set<String> all = new LinkedHashSet<>();

    void add(String file, String part, String sentence) {
        all.add(file + ": " + (part.isEmpty() ? "" : part + ": ") + sentence);
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
