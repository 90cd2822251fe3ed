package io.skillsdk;

import java.util.Objects;

/**
 * A text that is never printed: a password or a key, out of settings or the platform. Its {@code toString} is {@code ***}, and a result
 * that holds one is refused.
 */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Makes a secret.
     *
     * @param value the text, not null
     * @return the secret
     */
    public static Secret of(String value) {
        return new Secret(Objects.requireNonNull(value, "value"));
    }

    /**
     * Returns the text. Do not log it, and do not keep it longer than needed.
     *
     * @return the text
     */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
