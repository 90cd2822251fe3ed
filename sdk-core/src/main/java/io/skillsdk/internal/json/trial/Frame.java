package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.sent.SentValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** A value that is being read. */
final class Frame {

    /** What reads it, or the part of that which goes on with it. */
    Attempt by;

    final SentValue value;

    final @Nullable Frame above;

    /** Whether code of the author's reads it, or something that it is in: then the first fault ends the reading. */
    final boolean strict;

    /** How many faults were known when it began. */
    final int before;

    JsonParser parser;

    /** The checks of the builder that it is read into, or null. */
    @Nullable NonNullChecks building;

    /** The member that tells its type, or null where none does. */
    @Nullable String discriminator;

    /** Whether it is read for the sake of its other parts only. */
    boolean resumed;

    Frame(Attempt by, SentValue value, JsonParser parser, @Nullable Frame above, boolean strict, int before) {
        this.by = by;
        this.value = value;
        this.parser = parser;
        this.above = above;
        this.strict = strict;
        this.before = before;
    }
}
