package io.skillsdk.definition;

import org.jspecify.annotations.Nullable;

/** A definition that cannot be read. The message names the file, the line, what is wrong and what is expected. */
public final class DefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message the file, the line, what is wrong and what is expected
     */
    public DefinitionException(String message) {
        this(message, null);
    }

    /**
     * Makes one.
     *
     * @param message the file, the line, what is wrong and what is expected
     * @param cause what it was found by, or null
     */
    public DefinitionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
