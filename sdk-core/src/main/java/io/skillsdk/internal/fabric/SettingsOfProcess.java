package io.skillsdk.internal.fabric;

import io.skillsdk.internal.fabric.wire.ServiceSettings;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The client's settings where no daemon has read them: {@code fabric.timeout} is the system property of that name, or else the
 * environment variable {@code FABRIC_TIMEOUT}.
 */
public final class SettingsOfProcess {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|)", Pattern.CASE_INSENSITIVE);

    private static final Pattern SIZE =
            Pattern.compile("(\\d{1,10})\\s*(|b|k|kb|kib|m|mb|mib)", Pattern.CASE_INSENSITIVE);

    private final UnaryOperator<@Nullable String> properties;

    private final UnaryOperator<@Nullable String> environment;

    private SettingsOfProcess(UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException when one has a value that is not allowed
     */
    public static FabricSettings read(
            UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
        SettingsOfProcess reader = new SettingsOfProcess(properties, environment);
        FabricSettings defaults = FabricSettings.DEFAULTS;
        return new FabricSettings(
                reader.text("fabric.endpoint"),
                new ServiceSettings(
                        reader.text("fabric.accounts-endpoint"),
                        reader.text("fabric.connections-endpoint"),
                        reader.port("CORTEX_ACCOUNTS_SERVICE_PORT_HTTP_CORTEX_ACCOUNTS", ServiceSettings.ACCOUNTS_PORT),
                        reader.port(
                                "CORTEX_CONNECTIONS_SERVICE_PORT_HTTP_CORTEX_CONNECTIONS",
                                ServiceSettings.CONNECTIONS_PORT)),
                reader.duration("fabric.timeout", defaults.timeout()),
                reader.duration("fabric.connect-timeout", defaults.connectTimeout()),
                reader.retries(defaults.retries()),
                reader.size(defaults.maxAnswerSize()),
                reader.form());
    }

    private @Nullable String text(String name) {
        String value = properties.apply(name);
        if (value == null) {
            value = environment.apply(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    private int port(String variable, int fallback) {
        String value = environment.apply(variable);
        try {
            int port = value == null ? fallback : Integer.parseInt(value.strip());
            return port > 0 && port < 65_536 ? port : fallback;
        } catch (NumberFormatException e) {
            // set by the cluster for others as well: no reason not to start
            return fallback;
        }
    }

    private Duration duration(String name, Duration fallback) {
        String value = text(name);
        if (value == null) {
            return fallback;
        }
        Matcher duration = DURATION.matcher(value);
        if (duration.matches()) {
            long unit = switch (duration.group(2).toLowerCase(Locale.ROOT)) {
                case "ms" -> 1;
                case "m" -> 60_000;
                default -> 1_000;
            };
            long millis = Long.parseLong(duration.group(1)) * unit;
            if (millis >= 1 && millis <= 3_600_000) {
                return Duration.ofMillis(millis);
            }
        }
        throw refused(name, value, "a time such as 500ms, 30s or 5m, from 1 ms to 60 m");
    }

    private int retries(int fallback) {
        String value = text("fabric.retries");
        if (value == null) {
            return fallback;
        }
        if (value.matches("\\d|10")) {
            return Integer.parseInt(value);
        }
        throw refused("fabric.retries", value, "a whole number from 0 to 10");
    }

    private int size(int fallback) {
        String value = text("fabric.max-answer-size");
        if (value == null) {
            return fallback;
        }
        Matcher size = SIZE.matcher(value);
        if (size.matches()) {
            String letters = size.group(2).toLowerCase(Locale.ROOT);
            long unit = letters.startsWith("k") ? 1024 : letters.startsWith("m") ? 1024 * 1024 : 1;
            long bytes = Long.parseLong(size.group(1)) * unit;
            if (bytes >= 1024 && bytes < Integer.MAX_VALUE - 8) {
                return (int) bytes;
            }
        }
        throw refused("fabric.max-answer-size", value, "a number of bytes such as 8MiB, from 1024 to 2 GiB");
    }

    private SessionForm form() {
        String value = text("fabric.session-form");
        if (value == null) {
            return SessionForm.AUTO;
        }
        for (SessionForm form : SessionForm.values()) {
            if (form.name().equalsIgnoreCase(value)) {
                return form;
            }
        }
        throw refused("fabric.session-form", value, "auto, wrapped or bare");
    }

    private static IllegalArgumentException refused(String name, String value, String allowed) {
        return new IllegalArgumentException(name + " is '" + value + "', but must be " + allowed + ".");
    }
}
