package io.skillsdk.internal.json;

/** How much an error has room for: an error must stay smaller than what the platform takes, and of use to its reader. */
public final class ViolationRoom {

    /** The most characters of a field's name or of a message. */
    public static final int LONGEST_PART = 500;

    /** The most characters of all violations of an error. */
    private static final int ALL = 20_000;

    /** Of one violation, beside its own: its braces and names. */
    private static final int AROUND = 30;

    private int left = ALL;

    /** Room for a new error. */
    public ViolationRoom() {}

    /**
     * Takes the room for a violation.
     *
     * @return whether there was enough
     */
    public boolean take(String field, String message) {
        left -= Math.min(field.length(), LONGEST_PART) + Math.min(message.length(), LONGEST_PART) + AROUND;
        return left >= 0;
    }
}
