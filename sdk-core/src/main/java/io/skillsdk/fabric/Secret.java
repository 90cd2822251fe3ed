package io.skillsdk.fabric;

import io.skillsdk.internal.fabric.json.JsonDocument;

/** A secret's value. It shows itself only through {@link #text()} and {@link #as}; written as JSON it is an empty object. */
public final class Secret {

    private final String name;

    private final JsonDocument value;

    private Secret(String name, JsonDocument value) {
        this.name = name;
        this.value = value;
    }

    /**
     * Makes a secret, for tests of what takes one.
     *
     * @param name its name
     * @param value a string, or any object that can be written as JSON
     * @return the secret
     */
    public static Secret of(String name, Object value) {
        return new Secret(name, JsonDocument.of(value));
    }

    /**
     * Returns the value as text. Do not log or return it.
     *
     * @return the string, or JSON when it is none
     */
    public String text() {
        return value.text();
    }

    /**
     * Returns the value as an object, such as a service account's key.
     *
     * @param <T> the object's type
     * @param type what the value is read as; a string that holds JSON is read too
     * @return the object
     * @throws FabricException with {@link FabricException.Reason#UNREADABLE_ANSWER} when it does not fit; without the value
     */
    public <T> T as(Class<T> type) {
        return value.decoded().as(type, "the secret '" + name + "'");
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
