package io.skillsdk.internal.json.schema;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Regular expressions of Java in the dialect of JSON Schema (ECMA 262), where both read them alike. */
final class PortablePattern {

    // possessive quantifiers, groups other than (?: (?= (?!, \Q \A \Z \G \h \R and classes by name, && in a class; ] as
    // the first
    // of a class, which is empty in ECMA 262; \s, where a space is another set; \b, which not every JDK reads alike
    private static final Pattern JAVA_ONLY = Pattern.compile(
            "[*+?}]\\+|\\(\\?(?![:=!])|\\\\[QEAzZGhHRvVXNpPkacexu0sSbB]|&&|\\[[^\\]\\\\]*\\[|\\[\\^?\\]",
            Pattern.DOTALL);

    private PortablePattern() {}

    /**
     * Translates an expression that has to match the whole text.
     *
     * @return the same for a search, or null where Java alone reads it so
     */
    static @Nullable String of(String wholeText) {
        return JAVA_ONLY.matcher(wholeText).find() ? null : "^(?:" + wholeText + ")$";
    }
}
