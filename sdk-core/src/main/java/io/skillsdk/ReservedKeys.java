package io.skillsdk;

import java.util.Objects;

/** The keys of an envelope that are not fields of their own. */
final class ReservedKeys {

    private ReservedKeys() {}

    static void refuse(String key) {
        if (Objects.requireNonNull(key, "key").equals("payload")) {
            throw new IllegalArgumentException(
                    "'payload' is not a field of its own: it is given with builder(payload) or of(payload).");
        }
        if (key.equals("properties")) {
            throw new IllegalArgumentException(
                    "'properties' is not a field of its own: set them with property(…) or properties(…).");
        }
    }
}
