package io.skillsdk.internal.fabric.source;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.wire.Endpoints;
import io.skillsdk.internal.fabric.wire.ServiceSettings;
import io.skillsdk.internal.settings.InvalidSettingException;
import io.skillsdk.internal.settings.SettingReader;
import io.skillsdk.internal.settings.SettingSources;
import io.skillsdk.internal.settings.SettingSources.Found;
import io.skillsdk.internal.settings.SettingValues;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and checks the client's settings. Bad ones are all named at once. */
public final class FabricSettingsReader {

    private static final int LEAST_ANSWER = 1024;

    private static final Pattern LOCAL = Pattern.compile("store|keep|environment|profile(:.+)?");

    private final SettingReader reader;

    private FabricSettingsReader(SettingSources sources) {
        this.reader = new SettingReader(sources);
    }

    /**
     * Reads them.
     *
     * @param environment the variables of the environment, among which Kubernetes names the ports of services
     * @throws InvalidSettingException when one is not valid, or a name under {@code fabric.} is no setting
     */
    public static SourceSettings read(SettingSources sources, Map<String, String> environment) {
        return new FabricSettingsReader(sources).read(environment);
    }

    private SourceSettings read(Map<String, String> environment) {
        reader.refuseUnknownNames(FabricSetting.PREFIX, FabricSetting.keys());
        ServiceSettings services = new ServiceSettings(
                endpoint(FabricSetting.ACCOUNTS_ENDPOINT),
                endpoint(FabricSetting.CONNECTIONS_ENDPOINT),
                port(
                        environment.get("CORTEX_ACCOUNTS_SERVICE_PORT_HTTP_CORTEX_ACCOUNTS"),
                        ServiceSettings.ACCOUNTS_PORT),
                port(
                        environment.get("CORTEX_CONNECTIONS_SERVICE_PORT_HTTP_CORTEX_CONNECTIONS"),
                        ServiceSettings.CONNECTIONS_PORT));
        FabricSettings settings = new FabricSettings(
                endpoint(FabricSetting.ENDPOINT),
                services,
                reader.time(FabricSetting.TIMEOUT.setting(), 1),
                reader.time(FabricSetting.CONNECT_TIMEOUT.setting(), 1),
                reader.number(FabricSetting.RETRIES.setting(), 0, 10, ""),
                reader.size(FabricSetting.MAX_ANSWER_SIZE.setting(), LEAST_ANSWER, Integer.MAX_VALUE - 8),
                form());
        String local = local();
        reader.finish();
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

    private @Nullable String endpoint(FabricSetting setting) {
        Found found = reader.find(setting.setting());
        if (found.value().isEmpty()) {
            return null;
        }
        try {
            Endpoints.check(found.value(), setting.key());
        } catch (FabricException e) {
            reader.refuse(
                    setting.setting(), found, "a URL such as http://cortex-accounts.cortex.svc.cluster.local:5000");
        }
        return found.value();
    }

    /** Set by the cluster, and for others as well: a strange value is no reason not to start. */
    private static int port(@Nullable String value, int fallback) {
        Long port = value == null ? null : SettingValues.wholeNumber(value.strip());
        return port == null || port < 1 || port > 65_535 ? fallback : port.intValue();
    }

    private SessionForm form() {
        Found found = reader.find(FabricSetting.SESSION_FORM.setting());
        for (SessionForm form : SessionForm.values()) {
            if (form.name().equals(found.value().toUpperCase(Locale.ROOT))) {
                return form;
            }
        }
        reader.refuse(FabricSetting.SESSION_FORM.setting(), found, "auto, wrapped or bare");
        return SessionForm.AUTO;
    }

    private String local() {
        Found found = reader.find(FabricSetting.LOCAL.setting());
        if (!LOCAL.matcher(found.value()).matches()) {
            reader.refuse(FabricSetting.LOCAL.setting(), found, "store, keep, environment, profile or profile:NAME");
        }
        return found.value();
    }
}
