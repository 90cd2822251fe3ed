package io.skillsdk.internal.fabric.source;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.wire.Endpoints;
import io.skillsdk.internal.fabric.wire.ServiceSettings;
import io.skillsdk.internal.settings.InvalidSettingException;
import io.skillsdk.internal.settings.NearestName;
import io.skillsdk.internal.settings.SettingSources;
import io.skillsdk.internal.settings.SettingSources.Found;
import io.skillsdk.internal.settings.SettingValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and checks the client's settings. Bad ones are all named at once. */
public final class FabricSettingsReader {

    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int LEAST_ANSWER = 1024;

    private static final Pattern LOCAL = Pattern.compile("store|keep|environment|profile(:.+)?");

    private final SettingSources sources;

    private final List<String> faults = new ArrayList<>();

    private FabricSettingsReader(SettingSources sources) {
        this.sources = sources;
    }

    /**
     * Reads them.
     *
     * @param environment the variables of the environment, among which Kubernetes names the ports of services
     * @throws InvalidSettingException when one is not valid, or a name under {@code fabric.} is no setting
     */
    public static SourceSettings read(SettingSources sources, Map<String, String> environment) {
        FabricSettingsReader reader = new FabricSettingsReader(sources);
        reader.refuseUnknownNames();
        ServiceSettings services = new ServiceSettings(
                reader.endpoint(FabricSetting.ACCOUNTS_ENDPOINT),
                reader.endpoint(FabricSetting.CONNECTIONS_ENDPOINT),
                port(
                        environment.get("CORTEX_ACCOUNTS_SERVICE_PORT_HTTP_CORTEX_ACCOUNTS"),
                        ServiceSettings.ACCOUNTS_PORT),
                port(
                        environment.get("CORTEX_CONNECTIONS_SERVICE_PORT_HTTP_CORTEX_CONNECTIONS"),
                        ServiceSettings.CONNECTIONS_PORT));
        FabricSettings settings = new FabricSettings(
                reader.endpoint(FabricSetting.ENDPOINT),
                services,
                reader.time(FabricSetting.TIMEOUT),
                reader.time(FabricSetting.CONNECT_TIMEOUT),
                reader.retries(),
                reader.size(),
                reader.form());
        String local = reader.local();
        if (!reader.faults.isEmpty()) {
            throw InvalidSettingException.of(reader.faults);
        }
        return new SourceSettings(
                settings,
                local,
                !environment.getOrDefault("KUBERNETES_SERVICE_HOST", "").isBlank());
    }

    /**
     * The settings of this process, where no daemon has read them.
     *
     * @throws InvalidSettingException as {@link #read} does
     */
    public static SourceSettings ofProcess() {
        return read(SettingSources.ofProcess(Map.of(), Map.of()), System.getenv());
    }

    private void refuseUnknownNames() {
        List<String> keys = FabricSetting.keys();
        sources.names().forEach((name, source) -> {
            if (name.startsWith(FabricSetting.PREFIX + ".") && !keys.contains(name)) {
                String nearest = NearestName.of(name, keys);
                faults.add("'" + name + "' (from " + source + ") is not a setting. "
                        + (nearest == null ? "" : "Did you mean " + nearest + "? ") + "The settings are: "
                        + String.join(", ", keys) + ".");
            }
        });
    }

    private Found find(FabricSetting setting) {
        Found found = sources.find(setting.key());
        return found == null ? new Found(setting.byDefault(), SettingSources.DEFAULTS) : found;
    }

    private @Nullable String endpoint(FabricSetting setting) {
        Found found = find(setting);
        if (found.value().isEmpty()) {
            return null;
        }
        try {
            Endpoints.check(found.value(), setting.key());
        } catch (FabricException e) {
            refuse(setting, found, "a URL such as http://cortex-accounts.cortex.svc.cluster.local:5000");
        }
        return found.value();
    }

    /** Set by the cluster, and for others as well: a strange value is no reason not to start. */
    private static int port(@Nullable String value, int fallback) {
        Long port = value == null ? null : SettingValues.wholeNumber(value.strip());
        return port == null || port < 1 || port > 65_535 ? fallback : port.intValue();
    }

    private Duration time(FabricSetting setting) {
        Found found = find(setting);
        Duration time = SettingValues.time(found.value());
        if (time == null || time.toMillis() < 1 || time.compareTo(LONGEST) > 0) {
            refuse(setting, found, "a time such as 500ms, 30s or 5m, from 1 ms to 60 m");
            return LONGEST;
        }
        return time;
    }

    private int retries() {
        Found found = find(FabricSetting.RETRIES);
        Long number = SettingValues.wholeNumber(found.value());
        if (number == null || number < 0 || number > 10) {
            refuse(FabricSetting.RETRIES, found, "a whole number from 0 to 10");
            return 0;
        }
        return number.intValue();
    }

    private int size() {
        Found found = find(FabricSetting.MAX_ANSWER_SIZE);
        Long bytes = SettingValues.bytes(found.value());
        if (bytes == null || bytes < LEAST_ANSWER || bytes > Integer.MAX_VALUE - 8) {
            refuse(FabricSetting.MAX_ANSWER_SIZE, found, "a number of bytes such as 8MiB, from 1KiB to below 2GiB");
            return LEAST_ANSWER;
        }
        return bytes.intValue();
    }

    private SessionForm form() {
        Found found = find(FabricSetting.SESSION_FORM);
        for (SessionForm form : SessionForm.values()) {
            if (form.name().equals(found.value().toUpperCase(Locale.ROOT))) {
                return form;
            }
        }
        refuse(FabricSetting.SESSION_FORM, found, "auto, wrapped or bare");
        return SessionForm.AUTO;
    }

    private String local() {
        Found found = find(FabricSetting.LOCAL);
        if (!LOCAL.matcher(found.value()).matches()) {
            refuse(FabricSetting.LOCAL, found, "store, keep, environment, profile or profile:NAME");
        }
        return found.value();
    }

    private void refuse(FabricSetting setting, Found found, String allowed) {
        faults.add(setting.key() + " is '" + found.value() + "' (from " + found.source() + "), but must be " + allowed
                + ".");
    }
}
