package io.skillsdk.internal.settings;

import io.skillsdk.internal.settings.SettingSources.Found;
import io.skillsdk.internal.text.NearestName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads and checks settings by one set of rules. What is not valid is collected, and all of it is named at once. Not thread-safe. */
public final class SettingReader {

    private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "GET", "DELETE", "OPTIONS");

    private static final Duration LONGEST = Duration.ofHours(1);

    private final SettingSources sources;

    private final List<String> faults = new ArrayList<>();

    public SettingReader(SettingSources sources) {
        this.sources = sources;
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidSettingException when something was not valid
     */
    public void finish() {
        if (!faults.isEmpty()) {
            throw InvalidSettingException.of(faults);
        }
    }

    /** Refuses names below a prefix that are no settings. */
    public void refuseUnknownNames(String prefix, List<String> keys) {
        faults.addAll(unknownNames(sources, prefix, keys));
    }

    /** A sentence for each name below a prefix that is no setting. */
    static List<String> unknownNames(SettingSources sources, String prefix, List<String> keys) {
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, String> entry : sources.names().entrySet()) {
            String name = entry.getKey();
            if (name.startsWith(prefix + ".") && !keys.contains(name)) {
                String nearest = NearestName.of(name, keys);
                unknown.add("'" + name + "' (from " + entry.getValue() + ") is not a setting. "
                        + (nearest == null ? "" : "Did you mean " + nearest + "? ") + "The settings are: "
                        + String.join(", ", keys) + ".");
            }
        }
        return unknown;
    }

    /** Finds a setting, or its default. */
    public Found find(NamedSetting setting) {
        Found found = sources.find(setting.key());
        return found == null ? new Found(setting.byDefault(), SettingSources.DEFAULTS) : found;
    }

    /** A text that is not empty. */
    public String text(NamedSetting setting, String allowed) {
        Found found = find(setting);
        if (found.value().isEmpty()) {
            refuse(setting, found, allowed);
        }
        return found.value();
    }

    /**
     * A whole number.
     *
     * @param more what else there is to say of the range, or {@code ""}
     */
    public int number(NamedSetting setting, int least, int most, String more) {
        Found found = find(setting);
        Long number = SettingValues.wholeNumber(found.value());
        if (number == null || number < least || number > most) {
            refuse(setting, found, "a whole number from " + least + " to " + most + more);
            return least;
        }
        return number.intValue();
    }

    /** An HTTP method that an action may have, in capitals. */
    public String method(NamedSetting setting) {
        Found found = find(setting);
        String method = found.value().toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            refuse(setting, found, "one of " + String.join(", ", METHODS));
        }
        return method;
    }

    /** A path. It may have a query string, which is for the platform (gateway), and is left out. */
    public String path(NamedSetting setting) {
        Found found = find(setting);
        String path = found.value().split("\\?", 2)[0];
        if (path.contains("{{")) {
            refuse(
                    setting,
                    found,
                    "a path; a template over the envelope belongs in skill.yaml, and its action says"
                            + " @SkillAction(path = \"profiles/{profileId}\") or the like");
        }
        return path;
    }

    /** One of some words; the first of them when it is not. */
    public String oneOf(NamedSetting setting, List<String> allowed) {
        Found found = find(setting);
        if (!allowed.contains(found.value())) {
            refuse(setting, found, "one of " + String.join(", ", allowed));
            return allowed.get(0);
        }
        return found.value();
    }

    /** A number of bytes. */
    public int size(NamedSetting setting, int least, int most) {
        Found found = find(setting);
        Long bytes = SettingValues.bytes(found.value());
        if (bytes == null || bytes < least || bytes > most) {
            refuse(
                    setting,
                    found,
                    "a number of bytes such as 1048576, 512KiB or 1MiB, from " + least + " to " + most + " bytes");
            return least;
        }
        return bytes.intValue();
    }

    /** A time of at most an hour. */
    public Duration time(NamedSetting setting, long leastMillis) {
        Found found = find(setting);
        Duration time = SettingValues.time(found.value());
        if (time == null || time.compareTo(LONGEST) > 0 || time.toMillis() < leastMillis) {
            refuse(setting, found, "a time such as 500ms, 30s or 5m, from " + leastMillis + " ms to 60 m");
            return LONGEST;
        }
        return time;
    }

    /** Refuses a value. */
    public void refuse(NamedSetting setting, Found found, String allowed) {
        faults.add(setting.key() + " is '" + found.value() + "' (from " + found.source() + "), but must be " + allowed
                + ".");
    }
}
