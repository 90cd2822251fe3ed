package io.skillsdk.definition;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A definition that cannot be read. The message names the file, the line, what is wrong and what is expected. */
public final class DefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    private final String problem;

    /**
     * Makes one.
     *
     * @param message the file, what is wrong and what is expected
     */
    public DefinitionException(String message) {
        this(message, null);
    }

    /**
     * Makes one.
     *
     * @param message the file, what is wrong and what is expected
     * @param cause what it was found by, or null
     */
    public DefinitionException(String message, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.line = 0;
        this.problem = message;
    }

    /**
     * Makes one that knows its place.
     *
     * @param file the file
     * @param line its line, from 1; 0 where it has none
     * @param problem what is wrong and what is expected
     * @param cause what it was found by, or null
     */
    public DefinitionException(String file, int line, String problem, @Nullable Throwable cause) {
        super(
                Objects.requireNonNull(file, "file") + (line > 0 ? ":" + line : "") + ": "
                        + Objects.requireNonNull(problem, "problem"),
                cause);
        this.line = line;
        this.problem = problem;
    }

    /**
     * Returns the line.
     *
     * @return the line of the fault, from 1; 0 where it has none
     */
    public int line() {
        return line;
    }

    /**
     * Returns what is wrong without the file and line.
     *
     * @return what is wrong and what is expected
     */
    public String problem() {
        return problem;
    }
}
