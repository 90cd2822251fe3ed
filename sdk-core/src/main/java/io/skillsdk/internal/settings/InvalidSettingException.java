package io.skillsdk.internal.settings;

import java.util.List;

/** Settings that are not valid. The message is for the operator: each name, value, source, and what is allowed. */
public final class InvalidSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String[] faults;

    public InvalidSettingException(String message) {
        this(message, new String[] {message});
    }

    public InvalidSettingException(String message, Throwable cause) {
        this(message);
        initCause(cause);
    }

    private InvalidSettingException(String message, String[] faults) {
        super(message);
        this.faults = faults;
    }

    /** All faults at once: an operator would otherwise find them one start at a time. */
    public static InvalidSettingException of(List<String> faults) {
        return new InvalidSettingException(
                faults.size() == 1 ? faults.get(0) : "several settings are wrong:\n  " + String.join("\n  ", faults),
                faults.toArray(String[]::new));
    }

    /** A sentence for each fault, to be told with those of others. */
    public List<String> faults() {
        return List.of(faults);
    }
}
