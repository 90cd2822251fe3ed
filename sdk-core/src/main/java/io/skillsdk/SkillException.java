package io.skillsdk;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by an action to answer a call with a status and a sentence of its own.
 *
 * <p>The platform marks the activation as failed and shows the answer to its user verbatim (gateway), so the message is
 * for that user: short, clear, without secrets. At most 4000 characters of the message are sent, and as many violations
 * as fit into an answer (some hundreds), because an answer has a limit (documentation: 512 kB). Any other exception is
 * answered with 500 and a neutral sentence.
 *
 * <p>An action can also complete its stage with this exception, or throw it inside an {@code ExecutionException},
 * {@code CompletionException}, {@code InvocationTargetException} or {@code UndeclaredThrowableException}: the status and
 * the message are the same.
 *
 * <p>A status that an action cannot use is answered as 502, with the same message: 503, because the gateway discards its
 * body, and everything outside 400 to 599.
 */
public class SkillException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int BAD_GATEWAY = 502;

    private final int status;

    private final Violation[] violations;

    /**
     * Makes an error answer.
     *
     * @param status the HTTP status, 400 to 599 but not 503; any other becomes 502
     * @param message what is wrong and what to do, shown to the user
     * @throws NullPointerException when the message is null
     */
    public SkillException(int status, String message) {
        this(status, message, List.of(), null);
    }

    /**
     * Makes an error answer with its cause, which is logged and never sent.
     *
     * @param status the HTTP status, 400 to 599 but not 503; any other becomes 502
     * @param message what is wrong and what to do, shown to the user
     * @param cause the cause, or null
     * @throws NullPointerException when the message is null
     */
    public SkillException(int status, String message, @Nullable Throwable cause) {
        this(status, message, List.of(), cause);
    }

    /**
     * Makes an error answer that names single faults.
     *
     * @param status the HTTP status, 400 to 599 but not 503; any other becomes 502
     * @param message what is wrong and what to do, shown to the user
     * @param violations the single faults, shown to the user; copied
     * @throws NullPointerException when the message, the list or one of its elements is null
     */
    public SkillException(int status, String message, List<Violation> violations) {
        this(status, message, violations, null);
    }

    /**
     * Makes an error answer that names single faults, with its cause.
     *
     * @param status the HTTP status, 400 to 599 but not 503; any other becomes 502
     * @param message what is wrong and what to do, shown to the user
     * @param violations the single faults, shown to the user; copied
     * @param cause the cause, which is logged and never sent, or null
     * @throws NullPointerException when the message, the list or one of its elements is null
     */
    public SkillException(int status, String message, List<Violation> violations, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message: say what is wrong, the caller reads it"), cause);
        this.status = isErrorOfAnAction(status) ? status : BAD_GATEWAY;
        this.violations = CheckedCopies.list(violations, "violations").toArray(new Violation[0]);
    }

    /**
     * The request itself is wrong: 400.
     *
     * @param message what is wrong and what to do, shown to the user
     * @param violations the single faults, shown to the user; none where the message says it all
     * @return the exception, to be thrown
     */
    public static SkillException badRequest(String message, Violation... violations) {
        return new SkillException(400, message, Arrays.asList(Objects.requireNonNull(violations, "violations")));
    }

    /**
     * The caller has to say who it is: 401.
     *
     * @param message what is wrong and what to do, shown to the user
     * @return the exception, to be thrown
     */
    public static SkillException unauthorized(String message) {
        return new SkillException(401, message);
    }

    /**
     * The caller may not do this: 403.
     *
     * @param message what is wrong and what to do, shown to the user
     * @return the exception, to be thrown
     */
    public static SkillException forbidden(String message) {
        return new SkillException(403, message);
    }

    /**
     * What the caller asks for does not exist: 404.
     *
     * @param message what is wrong and what to do, shown to the user
     * @return the exception, to be thrown
     */
    public static SkillException notFound(String message) {
        return new SkillException(404, message);
    }

    /**
     * The request does not fit the present state, such as a second creation of the same thing: 409.
     *
     * @param message what is wrong and what to do, shown to the user
     * @return the exception, to be thrown
     */
    public static SkillException conflict(String message) {
        return new SkillException(409, message);
    }

    /**
     * Something has to happen first, such as the loading of a model: 412.
     *
     * @param message what is wrong and what to do, shown to the user
     * @return the exception, to be thrown
     */
    public static SkillException preconditionFailed(String message) {
        return new SkillException(412, message);
    }

    /**
     * The request is well formed, but its content cannot be worked on: 422.
     *
     * @param message what is wrong and what to do, shown to the user
     * @param violations the single faults, shown to the user; none where the message says it all
     * @return the exception, to be thrown
     */
    public static SkillException unprocessable(String message, Violation... violations) {
        return new SkillException(422, message, Arrays.asList(Objects.requireNonNull(violations, "violations")));
    }

    /**
     * The caller, or all callers together, ask too often: 429. The daemon's own limits answer with this status, too.
     *
     * @param message what is wrong and what to do, shown to the user
     * @return the exception, to be thrown
     */
    public static SkillException tooManyRequests(String message) {
        return new SkillException(429, message);
    }

    /**
     * A service that the action needs has failed: 502. Use it also where 503 comes to mind, whose body the gateway
     * discards.
     *
     * @param message what is wrong and what to do, shown to the user
     * @param cause the cause, which is logged and never sent, or null
     * @return the exception, to be thrown
     */
    public static SkillException badGateway(String message, @Nullable Throwable cause) {
        return new SkillException(BAD_GATEWAY, message, cause);
    }

    /**
     * Returns the HTTP status of the answer.
     *
     * @return 400 to 599, never 503
     */
    public final int status() {
        return status;
    }

    /**
     * Returns the single faults.
     *
     * @return an unmodifiable list, empty when there are none
     */
    public final List<Violation> violations() {
        return List.of(violations);
    }

    private static boolean isErrorOfAnAction(int status) {
        return status >= 400 && status <= 599 && status != 503;
    }
}
