package io.skillsdk.internal.fabric.access;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.Platform;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.call.GivenToken;
import io.skillsdk.internal.fabric.call.TokenSource;
import io.skillsdk.internal.fabric.json.JsonDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes clients from the environment. What a variable says takes precedence over the personal access config, and that over the
 * profile (cortex-python).
 */
public final class FabricEnvironment {

    private static final String WHAT = "access from the environment";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final UnaryOperator<@Nullable String> variables;

    private final Path home;

    private final FabricSettings settings;

    private final Clock clock;

    /**
     * Makes one of an environment of one's own.
     *
     * @param variables gives the value of a variable, or null
     * @param home the folder that has {@code .cortex}
     */
    public FabricEnvironment(
            UnaryOperator<@Nullable String> variables, Path home, FabricSettings settings, Clock clock) {
        this.variables = variables;
        this.home = home;
        this.settings = settings;
        this.clock = clock;
    }

    /** The environment of this process. */
    public static FabricEnvironment ofProcess(FabricSettings settings) {
        return new FabricEnvironment(
                System::getenv, Path.of(System.getProperty("user.home", ".")), settings, Clock.systemUTC());
    }

    /**
     * What is needed to ask the platform.
     *
     * @param url its endpoint
     * @param project the project
     * @param tokens where tokens come from
     */
    public record Access(String url, String project, TokenSource tokens) {}

    /**
     * Makes a client.
     *
     * @param profile the profile to use, or null for what the environment says
     * @throws FabricException when something is missing, naming it
     */
    public Fabric connect(@Nullable String profile) {
        Access access = access(profile);
        FabricCall call = new FabricCall(access.url(), null, access.project(), null, null, null, Map.of());
        return Platform.overHttp(settings.timeout(TIMEOUT))
                .open(call, access.tokens())
                .fabric();
    }

    /**
     * Finds what is needed.
     *
     * @param profile the profile to use, {@code ""} for the current one, or null for what the environment says
     * @throws FabricException when something is missing, naming it
     */
    public Access access(@Nullable String profile) {
        JsonDocument config = profile == null && saysEverything() ? JsonDocument.ABSENT : config(profile);
        String url = first(
                profile == null ? variable("CORTEX_URL") : null,
                config.get("url").text());
        String project = first(variable("CORTEX_PROJECT"), config.get("project").text());
        String given = profile == null ? variable("CORTEX_TOKEN") : null;
        if (given == null && config.isAbsent()) {
            throw new FabricException(
                    Reason.TOKEN_MISSING,
                    0,
                    WHAT,
                    "set CORTEX_TOKEN, or CORTEX_PERSONAL_ACCESS_CONFIG, or log in with: cortex configure");
        }
        if (url == null) {
            throw new FabricException(Reason.INVALID, 0, WHAT, "CORTEX_URL is not set");
        }
        if (project == null) {
            throw new FabricException(Reason.INVALID, 0, WHAT, "CORTEX_PROJECT is not set");
        }
        TokenSource tokens = given == null
                ? new SignedTokens(PersonalAccess.of(config, "the personal access config"), clock)
                : new GivenToken(given, clock);
        return new Access(url, project, tokens);
    }

    /** Then no config is read, which may be broken or somebody else's. */
    private boolean saysEverything() {
        return variable("CORTEX_URL") != null && variable("CORTEX_TOKEN") != null && variable("CORTEX_PROJECT") != null;
    }

    private JsonDocument config(@Nullable String profile) {
        String text = profile == null ? variable("CORTEX_PERSONAL_ACCESS_CONFIG") : null;
        if (text != null) {
            JsonDocument config = JsonDocument.tryRead(text.getBytes(StandardCharsets.UTF_8));
            if (config == null || !config.isObject()) {
                throw new FabricException(
                        Reason.INVALID, 0, WHAT, "CORTEX_PERSONAL_ACCESS_CONFIG is not a JSON object");
            }
            return config;
        }
        return profile(profile);
    }

    private JsonDocument profile(@Nullable String wanted) {
        String folder = variable("CORTEX_CONFIG_DIR");
        Path file = (folder == null ? home.resolve(".cortex") : Path.of(folder)).resolve("config");
        if (!Files.isRegularFile(file)) {
            if (wanted != null) {
                throw new FabricException(
                        Reason.INVALID, 0, WHAT, "there is no file " + file + "; log in with: cortex configure");
            }
            return JsonDocument.ABSENT;
        }
        JsonDocument config;
        try {
            config = JsonDocument.tryRead(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new FabricException(Reason.INVALID, 0, WHAT, file + " cannot be read", false, e);
        }
        if (config == null || !config.get("profiles").isObject()) {
            throw new FabricException(Reason.INVALID, 0, WHAT, file + " is not a config with profiles");
        }
        String current = config.get("currentProfile").text();
        String name = wanted != null && !wanted.isEmpty() ? wanted : current.isEmpty() ? "default" : current;
        JsonDocument profile = config.get("profiles").get(name);
        if (profile.isAbsent() && wanted != null) {
            throw new FabricException(
                    Reason.INVALID,
                    0,
                    WHAT,
                    file + " has no profile '" + name + "'; it has "
                            + String.join(", ", config.get("profiles").members().keySet()));
        }
        return profile;
    }

    private @Nullable String variable(String name) {
        String value = variables.apply(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable String first(@Nullable String one, String other) {
        return one != null ? one : other.isEmpty() ? null : other;
    }
}
