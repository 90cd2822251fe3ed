package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.mapper.WithoutStack;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.exc.InvalidTypeIdException;

/** A type id that is missing or not known, without a stack. */
final class UnknownTypeId extends InvalidTypeIdException implements WithoutStack {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("NullAway") // null is what Jackson takes for a missing id
    UnknownTypeId(JsonParser parser, String message, JavaType base, @Nullable String id) {
        super(parser, message, base, id);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
