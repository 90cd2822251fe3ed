package io.skillsdk.internal.json;

/** A Java type that no JSON can bind to. */
public final class UnbindableTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnbindableTypeException(String type, Throwable cause) {
        super(type, cause);
    }

    /** The type's name, without packages. */
    public String typeName() {
        return String.valueOf(getMessage());
    }
}
