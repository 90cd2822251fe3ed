package io.skillsdk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.DataSize;
import io.skillsdk.Secret;
import io.skillsdk.SkillSetting;
import io.skillsdk.internal.settings.SettingSources;
import io.skillsdk.internal.settings.SettingsRecord;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillSettingsTest {

    /** A constraint of an author's own. */
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = ShortSecret.class)
    @interface Short {
        String message() default "must be short";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Public for the provider. */
    public static final class ShortSecret implements ConstraintValidator<Short, Secret> {
        @Override
        public boolean isValid(Secret secret, ConstraintValidatorContext context) {
            return secret.reveal().length() < 5;
        }
    }

    enum Mode {
        READ_ONLY,
        READ_WRITE
    }

    record Pool(
            @SkillSetting(defaultValue = "10") int size,
            @SkillSetting(defaultValue = "30s") Duration idleTime) {}

    record Database(
            URI url,
            Secret password,
            Pool pool,
            @SkillSetting(defaultValue = "read-write") Mode mode) {}

    record Everything(
            String text,
            long number,
            double share,
            BigDecimal price,
            boolean on,
            DataSize size,
            Path folder,
            List<Integer> ports,
            Optional<String> note,
            @SkillSetting(name = "other") Duration renamed) {}

    record Checked(@SkillSetting(defaultValue = "0") int most) {
        Checked {
            if (most > 5) {
                throw new IllegalArgumentException("most must be 5 or less.");
            }
        }
    }

    record Limits(@Min(1) @SkillSetting(defaultValue = "2") int least) {}

    record Constrained(
            @Min(1) @Max(5) int size,
            @NotNull Secret token,

            @Pattern(regexp = "[a-z]+", message = "Use lower-case letters") @SkillSetting(name = "tenant-name")
            String tenant,

            List<@Max(65535) Integer> ports,
            Limits limits) {}

    private final Map<String, String> values =
            new HashMap<>(Map.of("acme.db.url", "jdbc:x:y", "acme.db.password", "hush"));

    private Database database() {
        return SkillSettings.of(values).bind("acme.db", Database.class);
    }

    @Test
    void aRecordIsBoundToItsPrefixWithDefaultsAndNestedRecords() {
        values.put("acme.db.pool.size", "20");
        assertThat(database())
                .isEqualTo(new Database(
                        URI.create("jdbc:x:y"),
                        Secret.of("hush"),
                        new Pool(20, Duration.ofSeconds(30)),
                        Mode.READ_WRITE));
    }

    @Test
    void everyTypeThatIsAllowedIsRead() {
        Everything read = SkillSettings.of(Map.of(
                        "all.text", "a b",
                        "all.number", "9223372036854775807",
                        "all.share", "0.75",
                        "all.price", "12.10",
                        "all.on", "TRUE",
                        "all.size", "2 MiB",
                        "all.folder", "/tmp/x",
                        "all.ports", "1, 2,3",
                        "all.other", "PT1M"))
                .bind("all", Everything.class);
        assertThat(read)
                .isEqualTo(new Everything(
                        "a b",
                        Long.MAX_VALUE,
                        0.75,
                        new BigDecimal("12.10"),
                        true,
                        new DataSize(2 * 1024 * 1024),
                        Path.of("/tmp/x"),
                        List.of(1, 2, 3),
                        Optional.empty(),
                        Duration.ofMinutes(1)));
    }

    @Test
    void allFaultsAreNamedAtOnceWithTheNearestName() {
        values.remove("acme.db.url");
        values.put("acme.db.pool.size", "many");
        values.put("acme.db.pool.idle-tmie", "1s");
        values.put("acme.db.mode", "none");
        assertThatThrownBy(this::database)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "acme.db.url is not set. Set it to an absolute URI such as https://example.org/: with"
                                + " --acme.db.url=…, the environment variable ACME_DB_URL, or in daemon.properties.")
                .hasMessageContaining("acme.db.pool.size is 'many' (from the program), but must be a whole number")
                .hasMessageContaining("'acme.db.pool.idle-tmie' (from the program) is not a setting. Did you mean"
                        + " acme.db.pool.idle-time?")
                .hasMessageContaining(
                        "acme.db.mode is 'none' (from the program), but must be one of read-only, read-write.");
    }

    @Test
    void namesOfOtherPrefixesAreNotLookedAt() {
        values.put("acme.other", "x");
        values.put("acme.dbx", "x");
        assertThat(database().mode()).isEqualTo(Mode.READ_WRITE);
    }

    @ParameterizedTest
    @CsvSource({"size,tcp://1.2.3.4:5", "size,2147483648", "size,1.5", "size,''", "idle-time,soon", "idle-time,-1s"})
    void whatIsNotOfTheTypeIsRefused(String name, String value) {
        values.put("acme.db.pool." + name, value);
        assertThatThrownBy(this::database).hasMessageContaining("acme.db.pool." + name + " is '" + value + "'");
    }

    @Test
    void secretsAreNeverPrinted() {
        assertThat(database().toString()).contains("***").doesNotContain("hush");
    }

    @Test
    void theAuthorsOwnCheckSpeaks() {
        assertThatThrownBy(() -> SkillSettings.of(Map.of("a.most", "6")).bind("a", Checked.class))
                .hasMessageContaining("most must be 5 or less.");
    }

    @Test
    void constraintsOfJakartaAreCheckedByTheNamesOfTheSettings() {
        Map<String, String> wrong = Map.of(
                "a.size", "7", "a.token", "hush", "a.tenant-name", "A1", "a.ports", "80,70000", "a.limits.least", "2");
        assertThatThrownBy(() -> SkillSettings.of(wrong).bind("a", Constrained.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.size is '7' (from the program), but must be less than or equal to 5.")
                .hasMessageContaining("a.tenant-name is 'A1' (from the program): Use lower-case letters.")
                .hasMessageContaining(
                        "a.ports is '80,70000' (from the program), but must be less than or equal to 65535.")
                .hasMessageNotContaining("hush");
    }

    @Test
    void constraintsOfANestedRecordAreCheckedAndDefaultsToo() {
        record Zero(
                @Min(1) @SkillSetting(defaultValue = "0") int count) {}
        record Outer(Limits limits) {}
        assertThatThrownBy(() -> SkillSettings.of(Map.of("a.limits.least", "0")).bind("a", Outer.class))
                .hasMessage("a.limits.least is '0' (from the program), but must be greater than or equal to 1.");
        assertThatThrownBy(() -> SkillSettings.of(Map.of()).bind("a", Zero.class))
                .hasMessage("a.count is '0' (from the defaults), but must be greater than or equal to 1.");
    }

    @Test
    void aSecretThatAConstraintRefusesIsNotShown() {
        record Key(@Short Secret key) {}
        assertThatThrownBy(() -> SkillSettings.of(Map.of("a.key", "hush-hush")).bind("a", Key.class))
                .hasMessage("a.key is not valid (from the program), but must be short.");
    }

    @Test
    void aTypeThatSettingsCannotHaveIsRefusedByName() {
        record Wrong(Map<String, String> all) {}
        assertThatThrownBy(() -> SkillSettings.of(Map.of()).bind("a", Wrong.class))
                .hasMessageContaining("The component 'all' of Wrong has the type java.util.Map");
    }

    @ParameterizedTest
    @CsvSource({"daemon", "daemon.db", "Acme", "''", "a..b", "a.", "a b"})
    void aPrefixIsRefusedThatIsTheDaemonsOrNotValid(String prefix) {
        assertThatThrownBy(() -> SkillSettings.of(Map.of()).bind(prefix, Checked.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prefix");
    }

    @Test
    void sourcesTakePrecedenceInOrder() {
        Map<String, String> arguments = new HashMap<>();
        Map<String, String> environment = new HashMap<>(Map.of("A_MOST", "2"));
        Map<String, String> file = new HashMap<>(Map.of("a.most", "1"));
        SettingSources sources = new SettingSources(arguments, Map.of(), name -> null, environment, file);
        SettingsRecord record = SettingsRecord.of("a", Checked.class);
        assertThat(record.bind(sources)).isEqualTo(new Checked(2));
        arguments.put("a.most", "3");
        assertThat(record.bind(sources)).isEqualTo(new Checked(3));
        arguments.clear();
        environment.clear();
        assertThat(record.bind(sources)).isEqualTo(new Checked(1));
    }

    @Test
    void variablesOfTheEnvironmentThatAreNearASettingAreTold() {
        SettingSources sources = new SettingSources(
                Map.of(),
                Map.of(),
                name -> null,
                Map.of("DAEMON_PROT", "1", "DAEMON_PORT", "tcp://10.0.0.1:80", "DAEMON_SERVICE_HOST", "x", "PATH", "y"),
                Map.of());
        assertThat(sources.doubtfulVariables(List.of("daemon.port"), List.of("daemon")))
                .containsExactlyInAnyOrder(
                        "The environment variable DAEMON_PROT is not a setting and is ignored. Did you mean DAEMON_PORT?",
                        "The environment variable DAEMON_PORT is 'tcp://10.0.0.1:80', which Kubernetes sets for a Service with"
                                + " this name. It is ignored. Rename the Service, or set enableServiceLinks: false for the pod.");
    }
}
