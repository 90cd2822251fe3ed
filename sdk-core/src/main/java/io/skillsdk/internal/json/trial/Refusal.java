package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.mapper.WithoutStack;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** Ends the reading of one value, or of all. There may be hundreds, so it looks at no stack. */
final class Refusal extends MismatchedInputException implements WithoutStack {

    private static final long serialVersionUID = 1L;

    enum Kind {
        /** The value does not fit. */
        UNFIT,
        /** The value lacks members. */
        LACKING,
        /** A part of the value does not fit, and has been told. */
        CONSEQUENCE,
        /** Enough faults are known. */
        ENOUGH
    }

    private final Kind kind;

    private final transient List<MissingMember> missing;

    private Refusal(
            Kind kind, @Nullable JsonParser parser, String message, Class<?> wanted, List<MissingMember> missing) {
        super(parser, message, wanted);
        this.kind = kind;
        this.missing = missing;
    }

    static Refusal unfit(@Nullable JsonParser parser, String message, @Nullable Class<?> wanted) {
        return new Refusal(Kind.UNFIT, parser, message, wanted == null ? Object.class : wanted, List.of());
    }

    static Refusal lacking(List<MissingMember> missing) {
        return new Refusal(Kind.LACKING, null, "lacks members", Object.class, missing);
    }

    static Refusal consequence() {
        return new Refusal(Kind.CONSEQUENCE, null, "has a part that does not fit", Object.class, List.of());
    }

    static Refusal enough() {
        return new Refusal(Kind.ENOUGH, null, "has enough faults", Object.class, List.of());
    }

    Kind kind() {
        return kind;
    }

    List<MissingMember> missing() {
        return missing;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
