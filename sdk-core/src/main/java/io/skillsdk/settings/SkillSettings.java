package io.skillsdk.settings;

import io.skillsdk.internal.argument.NullArguments;
import io.skillsdk.internal.settings.SettingSources;
import io.skillsdk.internal.settings.SettingsRecord;
import java.util.Map;
import java.util.Objects;

/**
 * The settings of a skill's own. A record holds them, bound to a prefix:
 *
 * <pre>{@code
 * record Database(URI url, @SkillSetting(defaultValue = "10") int poolSize, Secret password) {}
 *
 * Database database = settings.bind("acme.db", Database.class);
 * }</pre>
 *
 * <p>They come from the same sources as the settings of the daemon, in the same order: the command line
 * ({@code --acme.db.pool-size=20}), what the program sets, system properties, environment variables
 * ({@code ACME_DB_POOL_SIZE}), {@code daemon.properties} on the class path, and the defaults of {@link io.skillsdk.SkillSetting}.
 *
 * <p>A component may be a {@code String}, a number, a {@code boolean}, a {@link java.time.Duration}, a {@link io.skillsdk.DataSize}, a
 * {@link java.net.URI}, a {@link java.nio.file.Path}, a {@link io.skillsdk.Secret}, an enum, a {@code List} (separated by commas) or
 * {@code Optional} of these, or another record, whose settings are one level deeper. A check of the record's constructor that throws
 * {@code IllegalArgumentException} is shown with its message. With a Jakarta Validation provider on the class path, such as Hibernate
 * Validator with {@code expressly}, constraints of the record are checked too.
 */
public final class SkillSettings {

    private final SettingSources sources;

    private SkillSettings(SettingSources sources) {
        this.sources = sources;
    }

    /**
     * Makes settings out of some values alone, for a unit test.
     *
     * @param values names such as {@code acme.db.url} to values
     * @return the settings
     */
    public static SkillSettings of(Map<String, String> values) {
        return new SkillSettings(SettingSources.of(Map.copyOf(NullArguments.refuseIn(values, "values"))));
    }

    /**
     * Makes settings out of all sources of this process but the command line, for a program that is no daemon.
     *
     * @return the settings
     * @throws IllegalArgumentException when {@code daemon.properties} cannot be read
     */
    public static SkillSettings ofProcess() {
        return ofProcess(Map.of(), Map.of());
    }

    /**
     * Makes settings out of all sources of this process.
     *
     * @param arguments what the command line sets: names to values
     * @param program what the program sets: names to values
     * @return the settings
     * @throws IllegalArgumentException when {@code daemon.properties} cannot be read
     */
    public static SkillSettings ofProcess(Map<String, String> arguments, Map<String, String> program) {
        return new SkillSettings(SettingSources.ofProcess(
                Map.copyOf(NullArguments.refuseIn(arguments, "arguments")),
                Map.copyOf(NullArguments.refuseIn(program, "program"))));
    }

    /**
     * Reads the settings below a prefix.
     *
     * @param <T> the record's type
     * @param prefix what the names begin with, such as {@code acme.db}; lower-case, not {@code daemon}
     * @param type the record
     * @return the record with its values
     * @throws IllegalArgumentException when a setting is missing or not valid, or a name below the prefix is no setting. The
     *     message names all faults, with the source of each value and what is allowed; secrets are not shown. Or when the provider of
     *     Jakarta Validation does not work, with the dependency that it needs.
     */
    public <T extends Record> T bind(String prefix, Class<T> type) {
        Objects.requireNonNull(prefix, "prefix");
        Objects.requireNonNull(type, "type");
        return type.cast(SettingsRecord.of(prefix, type).bind(sources));
    }
}
