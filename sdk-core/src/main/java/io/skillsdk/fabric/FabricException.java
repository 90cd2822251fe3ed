package io.skillsdk.fabric;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The platform could not be asked, or refused, or did not answer.
 *
 * <p>The message is for a log: it names what was asked for, where and what to do, and never holds a token, a secret or a value of a
 * connection. An action need not catch it. Left uncaught, the caller gets a neutral sentence with 502, with 504 when time
 * ran out, with 429 when the platform is busy, and with 500 for {@link Reason#NOT_FOUND}, {@link Reason#INVALID},
 * {@link Reason#CONFLICT} and {@link Reason#TOO_LARGE}.
 */
public final class FabricException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_DETAIL = 500;

    /** Why it failed. */
    public enum Reason {
        /** The call carries no token: GET and DELETE have no envelope, and a local {@code curl} sends none. */
        TOKEN_MISSING("needs a token"),
        /** The token has expired, or the platform does not accept it. */
        TOKEN_REFUSED("failed, as the token was refused"),
        /** The token is valid, but has no right to this. */
        FORBIDDEN("is not allowed for this token"),
        /** There is no such thing, or the project does not exist. */
        NOT_FOUND("was not found"),
        /** What was asked or sent is not valid. */
        INVALID("is not valid"),
        /** The platform has something that does not go together with it. */
        CONFLICT("is in conflict with what the platform has"),
        /** More was sent than the platform takes. */
        TOO_LARGE("is too large"),
        /** The platform asks to slow down (429). */
        BUSY("failed, as the platform is too busy"),
        /** The platform cannot be reached, cut the connection, or failed. */
        UNAVAILABLE("failed, as the platform is not available"),
        /** There was not enough time left, or no answer within it. */
        TIMED_OUT("did not end in time"),
        /** The thread was interrupted while it waited. */
        INTERRUPTED("was interrupted"),
        /** An answer came that is not what the platform documents. */
        UNREADABLE_ANSWER("got an answer that cannot be read");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /** Why it failed. */
    private final Reason reason;

    /** The HTTP status of the platform, or 0. */
    private final int status;

    /** What was asked for. */
    private final String what;

    /** What the platform said, or null. */
    private final @Nullable String detail;

    /** Whether it may have taken effect. */
    private final boolean mayHaveHappened;

    /** Where it was asked for, or null. */
    private final @Nullable String address;

    /**
     * Makes an exception; public for tests of how an action treats it.
     *
     * @param reason why it failed
     * @param status the HTTP status of the platform, 0 when it gave none
     * @param what what was asked for, such as {@code content 'a.csv' of project 'p'}
     * @param detail more about it, such as the platform's own sentence, cut to 500 characters; or null
     */
    public FabricException(Reason reason, int status, String what, @Nullable String detail) {
        this(reason, status, what, detail, false, null);
    }

    /**
     * Makes an exception with all it may have.
     *
     * @param reason why it failed
     * @param status the HTTP status of the platform, 0 when it gave none
     * @param what what was asked for, such as {@code content 'a.csv' of project 'p'}
     * @param detail more about it, such as the platform's own sentence, cut to 500 characters; or null
     * @param mayHaveHappened whether the platform may have done what was asked
     * @param cause the cause, or null
     */
    public FabricException(
            Reason reason,
            int status,
            String what,
            @Nullable String detail,
            boolean mayHaveHappened,
            @Nullable Throwable cause) {
        this(reason, status, what, detail, mayHaveHappened, cause, null);
    }

    /**
     * Makes an exception with all it may have, and with where it was asked for.
     *
     * @param reason why it failed
     * @param status the HTTP status of the platform, 0 when it gave none
     * @param what what was asked for, such as {@code content 'a.csv' of project 'p'}
     * @param detail more about it, such as the platform's own sentence, cut to 500 characters; or null
     * @param mayHaveHappened whether the platform may have done what was asked
     * @param cause the cause, or null
     * @param address scheme, host and port of the service that was asked, such as {@code https://api.example.com:8443}; null
     *     when none was
     */
    public FabricException(
            Reason reason,
            int status,
            String what,
            @Nullable String detail,
            boolean mayHaveHappened,
            @Nullable Throwable cause,
            @Nullable String address) {
        super(
                sentence(
                        address,
                        Objects.requireNonNull(reason, "reason"),
                        status,
                        Objects.requireNonNull(what, "what"),
                        cut(detail),
                        mayHaveHappened),
                cause);
        this.reason = reason;
        this.status = status;
        this.what = what;
        this.detail = cut(detail);
        this.mayHaveHappened = mayHaveHappened;
        this.address = address;
    }

    /**
     * Returns why it failed.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the HTTP status with which the platform answered.
     *
     * @return the status, or 0 when there was no answer
     */
    public int status() {
        return status;
    }

    /**
     * Returns what was asked for, such as {@code content 'a.csv' of project 'p'}.
     *
     * @return the words
     */
    public String what() {
        return what;
    }

    /**
     * Returns more about it: the platform's own message, or what to do.
     *
     * @return at most 500 characters; {@code ""} when there is nothing more to say
     */
    public String detail() {
        return detail == null ? "" : detail;
    }

    /**
     * Tells whether the platform may have done what was asked: a request was sent, and the connection broke or time ran out
     * before an answer came. Such a call is not repeated by itself when doing it twice would not be the same as once.
     *
     * @return true when it may have happened; false when it certainly has not, or when nothing was to be changed
     */
    public boolean mayHaveHappened() {
        return mayHaveHappened;
    }

    /**
     * Returns where it was asked for: scheme, host and port of the service, and nothing else of its URL.
     *
     * @return the address, such as {@code https://api.example.com:8443}; {@code ""} when no service was asked
     */
    public String address() {
        return address == null ? "" : address;
    }

    private static String sentence(
            @Nullable String address,
            Reason reason,
            int status,
            String what,
            @Nullable String detail,
            boolean mayHaveHappened) {
        StringBuilder sentence = new StringBuilder("The platform")
                .append(address == null ? "" : " at " + address)
                .append(": ")
                .append(what)
                .append(' ')
                .append(reason.words);
        if (status != 0) {
            sentence.append(" (HTTP ").append(status).append(')');
        }
        if (detail == null || detail.isEmpty()) {
            sentence.append('.');
        } else {
            sentence.append(": ").append(detail);
            if (".!?…".indexOf(detail.charAt(detail.length() - 1)) < 0) {
                sentence.append('.');
            }
        }
        if (mayHaveHappened) {
            sentence.append(" It may have taken effect.");
        }
        return sentence.toString();
    }

    private static @Nullable String cut(@Nullable String detail) {
        if (detail == null || detail.length() <= MOST_DETAIL) {
            return detail;
        }
        int end = Character.isHighSurrogate(detail.charAt(MOST_DETAIL - 2)) ? MOST_DETAIL - 2 : MOST_DETAIL - 1;
        return detail.substring(0, end) + "…";
    }
}
