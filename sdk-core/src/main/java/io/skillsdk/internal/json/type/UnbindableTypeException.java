package io.skillsdk.internal.json.type;

import org.jspecify.annotations.Nullable;

/** A Java type that no JSON can bind to, or not as its author means it. */
public final class UnbindableTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String sentence;

    UnbindableTypeException(String type, Throwable cause) {
        super(type, cause);
        this.sentence = null;
    }

    UnbindableTypeException(String type, String sentence) {
        super(type);
        this.sentence = sentence;
    }

    /** The type's name, without packages. */
    public String typeName() {
        return String.valueOf(getMessage());
    }

    /** What is wrong and how to fix it, or null where nothing but the type is known. */
    public @Nullable String sentence() {
        return sentence;
    }
}
