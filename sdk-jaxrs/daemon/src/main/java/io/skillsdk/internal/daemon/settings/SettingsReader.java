package io.skillsdk.internal.daemon.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and checks settings. A bad one stops the start and says its name, value, source and what is allowed. */
public final class SettingsReader {

    private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "GET", "DELETE", "OPTIONS");

    private static final Pattern SIZE =
            Pattern.compile("(\\d{1,10})\\s*(|b|k|kb|kib|m|mb|mib)", Pattern.CASE_INSENSITIVE);

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|)", Pattern.CASE_INSENSITIVE);

    private static final long MOST_MILLIS = 3_600_000;

    private final SettingsSources sources;

    private SettingsReader(SettingsSources sources) {
        this.sources = sources;
    }

    public static ServerSettings read(SettingsSources sources) {
        sources.refuseUnknownNames();
        SettingsReader reader = new SettingsReader(sources);
        return new ServerSettings(
                reader.text(Setting.HOST),
                reader.port(Setting.PORT),
                reader.method(Setting.METHOD),
                reader.path(Setting.PATH),
                reader.path(Setting.HEALTH_PATH),
                reader.duration(Setting.TIMEOUT, 1),
                reader.count(Setting.MAX_CONCURRENCY, 10_000),
                reader.duration(Setting.MAX_WAIT, 0),
                reader.count(Setting.MAX_CONNECTIONS, 100_000),
                new ServerSettings.RequestLimits(
                        reader.size(Setting.MAX_REQUEST_SIZE, 1, Integer.MAX_VALUE - 1),
                        reader.size(Setting.MAX_HEADER_SIZE, 1024, 1024 * 1024),
                        reader.duration(Setting.REQUEST_TIMEOUT, 1)),
                reader.duration(Setting.SETTLE_TIME, 0),
                reader.duration(Setting.DRAIN_TIMEOUT, 0));
    }

    private String text(Setting setting) {
        SettingsSources.Found found = sources.find(setting);
        if (found.value().isEmpty()) {
            throw refused(setting, found, "a host name or address");
        }
        return found.value();
    }

    private int port(Setting setting) {
        SettingsSources.Found found = sources.find(setting);
        try {
            int port = Integer.parseInt(found.value());
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw refused(setting, found, "a whole number from 0 to 65535, 0 for any free port");
    }

    private String method(Setting setting) {
        SettingsSources.Found found = sources.find(setting);
        String method = found.value().toUpperCase(Locale.ROOT);
        if (METHODS.contains(method)) {
            return method;
        }
        throw refused(setting, found, "one of " + String.join(", ", METHODS));
    }

    /** The path may have a query string, which is the platform's business (gateway). */
    private String path(Setting setting) {
        SettingsSources.Found found = sources.find(setting);
        String path = found.value().split("\\?", 2)[0];
        if (path.contains("{{")) {
            throw refused(
                    setting,
                    found,
                    "a path; a template over the envelope belongs into skill.yaml, and the action it leads to says"
                            + " @SkillAction(path = \"profiles/{profileId}\") or alike");
        }
        return path;
    }

    private int size(Setting setting, int least, int most) {
        SettingsSources.Found found = sources.find(setting);
        Matcher size = SIZE.matcher(found.value());
        if (size.matches()) {
            long unit = switch (size.group(2).toLowerCase(Locale.ROOT)) {
                case "k", "kb", "kib" -> 1024;
                case "m", "mb", "mib" -> 1024 * 1024;
                default -> 1;
            };
            long bytes = Long.parseLong(size.group(1)) * unit;
            if (bytes >= least && bytes <= most) {
                return (int) bytes;
            }
        }
        throw refused(
                setting,
                found,
                "a number of bytes such as 1048576, 512KiB or 1MiB, from " + least + " to " + most + " bytes");
    }

    private int count(Setting setting, int most) {
        SettingsSources.Found found = sources.find(setting);
        try {
            int count = Integer.parseInt(found.value());
            if (count >= 1 && count <= most) {
                return count;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw refused(setting, found, "a whole number from 1 to " + most);
    }

    private Duration duration(Setting setting, long leastMillis) {
        SettingsSources.Found found = sources.find(setting);
        Matcher duration = DURATION.matcher(found.value());
        if (duration.matches()) {
            long unit = switch (duration.group(2).toLowerCase(Locale.ROOT)) {
                case "ms" -> 1;
                case "m" -> 60_000;
                default -> 1_000;
            };
            long millis = Long.parseLong(duration.group(1)) * unit;
            if (millis >= leastMillis && millis <= MOST_MILLIS) {
                return Duration.ofMillis(millis);
            }
        }
        throw refused(setting, found, "a time such as 500ms, 30s or 5m, from " + leastMillis + " ms to 60 m");
    }

    private static InvalidSettingException refused(Setting setting, SettingsSources.Found found, String allowed) {
        return new InvalidSettingException(setting.key() + " is '" + found.value() + "' (from " + found.source()
                + "), but must be " + allowed + ".");
    }
}
