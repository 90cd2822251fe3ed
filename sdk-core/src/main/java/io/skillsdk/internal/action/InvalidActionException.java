package io.skillsdk.internal.action;

/** An action, or a set of actions, that cannot work. The message names the method and the fix. */
public final class InvalidActionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidActionException(String message) {
        super(message);
    }
}
