package io.skillsdk.internal.daemon.settings;

import io.skillsdk.internal.settings.InvalidSettingException;
import io.skillsdk.internal.settings.NearestName;
import io.skillsdk.internal.settings.SettingSources;
import io.skillsdk.internal.settings.SettingSources.Found;
import io.skillsdk.internal.settings.SettingValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads and checks the settings of the daemon. Bad ones stop the start, all named at once with value, source and what is allowed. */
public final class SettingsReader {

    /** What the names of all settings of the daemon begin with. */
    public static final String PREFIX = "daemon";

    private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "GET", "DELETE", "OPTIONS");

    private static final Duration LONGEST = Duration.ofHours(1);

    private final SettingSources sources;

    private final List<String> faults = new ArrayList<>();

    private SettingsReader(SettingSources sources) {
        this.sources = sources;
    }

    /**
     * Reads them.
     *
     * @throws InvalidSettingException when one is not valid, or a name under {@code daemon.} is no setting
     */
    public static ServerSettings read(SettingSources sources) {
        SettingsReader reader = new SettingsReader(sources);
        reader.refuseUnknownNames();
        ServerSettings settings = new ServerSettings(
                reader.text(Setting.HOST),
                reader.number(Setting.PORT, 0, 65_535, ", 0 for any free port"),
                reader.method(Setting.METHOD),
                reader.path(Setting.PATH),
                reader.path(Setting.HEALTH_PATH),
                reader.time(Setting.TIMEOUT, 1),
                reader.number(Setting.MAX_CONCURRENCY, 1, 10_000, ""),
                reader.time(Setting.MAX_WAIT, 0),
                reader.number(Setting.MAX_CONNECTIONS, 1, 100_000, ""),
                reader.number(Setting.MAX_BACKGROUND_TASKS, 1, 1000, ""),
                new ServerSettings.RequestLimits(
                        reader.size(Setting.MAX_REQUEST_SIZE, 1, Integer.MAX_VALUE - 1),
                        reader.size(Setting.MAX_HEADER_SIZE, 1024, 1024 * 1024),
                        reader.number(Setting.MAX_DEPTH, 1, 1000, ""),
                        reader.time(Setting.REQUEST_TIMEOUT, 1)),
                reader.time(Setting.SETTLE_TIME, 0),
                reader.time(Setting.DRAIN_TIMEOUT, 0));
        if (!reader.faults.isEmpty()) {
            throw InvalidSettingException.of(reader.faults);
        }
        return settings;
    }

    private void refuseUnknownNames() {
        List<String> keys = Setting.keys();
        sources.names().forEach((name, source) -> {
            if (name.startsWith(PREFIX + ".") && !keys.contains(name)) {
                String nearest = NearestName.of(name, keys);
                faults.add("'" + name + "' (from " + source + ") is not a setting. "
                        + (nearest == null ? "" : "Did you mean " + nearest + "? ") + "The settings are: "
                        + String.join(", ", keys) + ".");
            }
        });
    }

    private Found find(Setting setting) {
        Found found = sources.find(setting.key());
        return found == null ? new Found(setting.byDefault(), SettingSources.DEFAULTS) : found;
    }

    private String text(Setting setting) {
        Found found = find(setting);
        if (found.value().isEmpty()) {
            refuse(setting, found, "a host name or address");
        }
        return found.value();
    }

    private int number(Setting setting, int least, int most, String more) {
        Found found = find(setting);
        Long number = SettingValues.wholeNumber(found.value());
        if (number == null || number < least || number > most) {
            refuse(setting, found, "a whole number from " + least + " to " + most + more);
            return least;
        }
        return number.intValue();
    }

    private String method(Setting setting) {
        Found found = find(setting);
        String method = found.value().toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            refuse(setting, found, "one of " + String.join(", ", METHODS));
        }
        return method;
    }

    /** The path may have a query string, which is for the platform (gateway). */
    private String path(Setting setting) {
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

    private int size(Setting setting, int least, int most) {
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

    private Duration time(Setting setting, long leastMillis) {
        Found found = find(setting);
        Duration time = SettingValues.time(found.value());
        if (time == null || time.toMillis() < leastMillis || time.compareTo(LONGEST) > 0) {
            refuse(setting, found, "a time such as 500ms, 30s or 5m, from " + leastMillis + " ms to 60 m");
            return LONGEST;
        }
        return time;
    }

    private void refuse(Setting setting, Found found, String allowed) {
        faults.add(setting.key() + " is '" + found.value() + "' (from " + found.source() + "), but must be " + allowed
                + ".");
    }
}
