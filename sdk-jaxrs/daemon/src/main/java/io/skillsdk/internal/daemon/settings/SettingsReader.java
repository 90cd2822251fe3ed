package io.skillsdk.internal.daemon.settings;

import io.skillsdk.internal.settings.EndpointSettings;
import io.skillsdk.internal.settings.InvalidSettingException;
import io.skillsdk.internal.settings.SettingReader;
import io.skillsdk.internal.settings.SettingSources;
import java.util.List;

/** Reads and checks the settings of the daemon. Bad ones stop the start, all named at once with value, source and what is allowed. */
public final class SettingsReader {

    /** What the names of all settings of the daemon begin with. */
    public static final String PREFIX = "daemon";

    private final SettingReader reader;

    private SettingsReader(SettingSources sources) {
        this.reader = new SettingReader(sources);
    }

    /**
     * Reads them.
     *
     * @throws InvalidSettingException when one is not valid, or a name under {@code daemon.} is no setting
     */
    public static ServerSettings read(SettingSources sources) {
        return new SettingsReader(sources).read();
    }

    private ServerSettings read() {
        reader.refuseUnknownNames(PREFIX, Setting.keys());
        EndpointSettings endpoint = EndpointSettings.read(reader);
        ServerSettings settings = new ServerSettings(
                reader.text(Setting.HOST.setting(), "a host name or address"),
                endpoint.port(),
                endpoint.method(),
                endpoint.path(),
                reader.path(Setting.HEALTH_PATH.setting()),
                endpoint.timeout(),
                reader.number(Setting.MAX_CONCURRENCY.setting(), 1, 10_000, ""),
                reader.time(Setting.MAX_WAIT.setting(), 0),
                reader.number(Setting.MAX_CONNECTIONS.setting(), 1, 100_000, ""),
                reader.number(Setting.MAX_BACKGROUND_TASKS.setting(), 1, 1000, ""),
                new ServerSettings.RequestLimits(
                        reader.size(Setting.MAX_REQUEST_SIZE.setting(), 1, Integer.MAX_VALUE - 1),
                        reader.size(Setting.MAX_HEADER_SIZE.setting(), 1024, 1024 * 1024),
                        endpoint.maxDepth(),
                        reader.time(Setting.REQUEST_TIMEOUT.setting(), 1)),
                reader.time(Setting.SETTLE_TIME.setting(), 0),
                reader.time(Setting.DRAIN_TIMEOUT.setting(), 0));
        reader.oneOf(Setting.DOCS.setting(), List.of("off", "local", "on"));
        reader.finish();
        return settings;
    }
}
