package io.skillsdk.internal.definition.resolve;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.settings.EndpointSettings;
import io.skillsdk.internal.settings.InvalidSettingException;
import io.skillsdk.internal.settings.SettingReader;
import io.skillsdk.internal.settings.SettingSources;
import java.time.Duration;
import java.util.Map;

/**
 * Where the image's daemon answers: what skill.yaml has to agree with. It comes from {@code daemon.properties} on the
 * class path, which is in the image; environment variables of a developer's machine are not.
 */
public final class DaemonEndpoint {

    private final EndpointSettings settings;

    private DaemonEndpoint(EndpointSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads {@code daemon.properties} by the daemon's own rules, with the platform's defaults for what it does not say.
     *
     * @return the endpoint
     * @throws DefinitionException when the file cannot be read, or the daemon would refuse what it says
     */
    public static DaemonEndpoint ofClassPath() {
        return ofClassPath(Map.of());
    }

    /**
     * The same with what a command line sets, which takes precedence.
     *
     * @param arguments names of settings to values
     * @return the endpoint
     * @throws DefinitionException as {@link #ofClassPath()} does
     */
    public static DaemonEndpoint ofClassPath(Map<String, String> arguments) {
        try {
            SettingReader reader = new SettingReader(SettingSources.ofFile(arguments));
            DaemonEndpoint endpoint = new DaemonEndpoint(EndpointSettings.read(reader));
            reader.finish();
            return endpoint;
        } catch (InvalidSettingException e) {
            throw new DefinitionException(String.valueOf(e.getMessage()), e);
        }
    }

    /** {@code daemon.method}. */
    public String method() {
        return settings.method();
    }

    /** {@code daemon.path}, without a query string. */
    public String path() {
        return settings.path();
    }

    /** {@code daemon.port}. */
    public String port() {
        return String.valueOf(settings.port());
    }

    /** {@code daemon.timeout}. */
    public Duration timeout() {
        return settings.timeout();
    }

    /** What holds for actions that do not say otherwise. */
    public ActionDefaults defaults() {
        return new ActionDefaults(settings.method(), settings.path(), settings.maxDepth());
    }
}
