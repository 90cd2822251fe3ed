package io.skillsdk.internal.definition.edit;

/** A change cannot be made in place; what is around it is written anew instead. It never leaves this package. */
final class NotEditableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotEditableException(String why) {
        super(why, null, false, false);
    }
}
