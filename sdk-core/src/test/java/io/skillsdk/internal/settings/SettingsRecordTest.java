package io.skillsdk.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.Secret;
import io.skillsdk.SkillSetting;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsRecordTest {

    record Tokens(
            List<Secret> tokens,
            Optional<Secret> other,

            @SkillSetting(description = "The names", defaultValue = "a, b")
            List<String> names) {}

    record FewTokens(@Size(min = 3) List<Secret> tokens) {}

    record Pool(
            @Min(1) int size,
            Duration idle,
            @Size(min = 3, message = "must have 3 names") List<String> names,
            Optional<@Min(5) Integer> most) {
        Pool {
            if (size == 99) {
                throw new IllegalArgumentException("size may not be 99.");
            }
        }
    }

    record Around(Pool pool, @Min(1) int count) {}

    record Deep(
            Middle middle, @SkillSetting(defaultValue = "1") int own) {}

    record Middle(Leaf leaf) {}

    record Leaf(
            Duration waitTime,
            @SkillSetting(name = "x-y", defaultValue = "2") int named) {}

    record Itself(String name, Itself next) {}

    record Left(Right right) {}

    record Right(Optional<String> name, Left left) {}

    record Nested(List<List<Integer>> numbers) {}

    record OfRecords(List<Leaf> leaves) {}

    record MaybeRecord(Optional<Leaf> leaf) {}

    record Wild(List<?> any) {}

    record Names(String urlOfX, String x509Key, String ID, String maxHTTPSize, String a1) {}

    record BadDefault(@SkillSetting(defaultValue = "many") int count) {}

    record Empty() {}

    record Refusing(@SkillSetting(defaultValue = "1") int a) {
        Refusing {
            throw new IllegalStateException();
        }
    }

    private static Object bind(Class<?> type, String... values) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            given.put("acme." + values[i], values[i + 1]);
        }
        return SettingsRecord.of("acme", type).bind(SettingSources.of(given));
    }

    private static SettingDescription describe(Class<?> type, String key) {
        return SettingsRecord.of("acme", type).describe().stream()
                .filter(setting -> setting.key().equals("acme." + key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void secretsInListsAndOptionalsAreSecretToo() {
        assertThat(describe(Tokens.class, "tokens").secret()).isTrue();
        assertThat(describe(Tokens.class, "other").secret()).isTrue();
        assertThat(describe(Tokens.class, "names").secret()).isFalse();
        assertThat(bind(Tokens.class, "tokens", "s1,s2"))
                .isEqualTo(new Tokens(List.of(Secret.of("s1"), Secret.of("s2")), Optional.empty(), List.of("a", "b")));
    }

    @Test
    void aRefusedListOfSecretsIsNotShown() {
        assertThatThrownBy(() -> bind(FewTokens.class, "tokens", "hush,hushed"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("acme.tokens is not valid (from the program)")
                .hasMessageNotContaining("hush");
    }

    @Test
    void aSettingIsDescribedWithItsDefaultAndWhetherItMustBeGiven() {
        assertThat(describe(Tokens.class, "names"))
                .isEqualTo(new SettingDescription("acme.names", "The names", "a, b", false, false));
        assertThat(describe(Tokens.class, "tokens").required()).isTrue();
        assertThat(describe(Tokens.class, "other").required()).isFalse();
    }

    @Test
    void nestedRecordsHaveTheirNamesBelowTheOuterOnes() {
        assertThat(SettingsRecord.of("acme", Deep.class).describe())
                .extracting(SettingDescription::key)
                .containsExactly("acme.middle.leaf.wait-time", "acme.middle.leaf.x-y", "acme.own");
        assertThat(bind(Deep.class, "middle.leaf.wait-time", "2s"))
                .isEqualTo(new Deep(new Middle(new Leaf(Duration.ofSeconds(2), 2)), 1));
    }

    @ParameterizedTest
    @ValueSource(classes = {Itself.class, Left.class})
    void aRecordThatHoldsItselfIsRefusedInASentence(Class<?> type) {
        assertThatThrownBy(() -> SettingsRecord.of("acme", type))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("holds itself");
    }

    @ParameterizedTest
    @ValueSource(classes = {OfRecords.class, MaybeRecord.class, Wild.class})
    void whatNoTextCanBeIsRefusedAtTheStart(Class<?> type) {
        assertThatThrownBy(() -> SettingsRecord.of("acme", type))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("which settings cannot have")
                .hasMessageContaining(type.getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({
        "daemon, is the daemon's",
        "daemon.x, is the daemon's",
        "Acme, not a valid prefix",
        "a..b, not a valid prefix",
        "a., not a valid prefix",
        "'', not a valid prefix",
        "1a, not a valid prefix",
        "a b, not a valid prefix",
        "ä, not a valid prefix"
    })
    void aPrefixIsOfLowerCaseParts(String prefix, String message) {
        assertThatThrownBy(() -> SettingsRecord.of(prefix, Empty.class)).hasMessageContaining(message);
    }

    @Test
    void aPrefixThatStartsLikeTheDaemonsIsAnAuthorsOwn() {
        assertThat(SettingsRecord.of("daemons.x-1", Empty.class).prefix()).isEqualTo("daemons.x-1");
        assertThatThrownBy(() -> SettingsRecord.of("acme", String.class)).hasMessageContaining("not a record");
    }

    @Test
    void namesOfComponentsAreWrittenWithDashes() {
        assertThat(SettingsRecord.of("acme", Names.class).describe())
                .extracting(SettingDescription::key)
                .containsExactly("acme.url-of-x", "acme.x509-key", "acme.id", "acme.max-httpsize", "acme.a1");
    }

    @Test
    void aDefaultThatIsNotOfItsTypeIsNamedAsOne() {
        assertThatThrownBy(() -> bind(BadDefault.class))
                .hasMessageContaining("acme.count is 'many' (from the defaults), but must be a whole number");
    }

    @Test
    void aConstructorThatGivesNoReasonIsNamed() {
        assertThatThrownBy(() -> bind(Refusing.class))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("The settings below acme are not valid: they are refused by Refusing");
    }

    @Test
    void whatIsMissingAndWhatIsUnknownIsToldAtOnce() {
        assertThatThrownBy(() -> bind(Deep.class, "own", "x", "middle.leaf.wait-tim", "1s"))
                .hasMessageContaining("'acme.middle.leaf.wait-tim' (from the program) is not a setting. Did you mean"
                        + " acme.middle.leaf.wait-time?")
                .hasMessageContaining("acme.own is 'x'")
                .hasMessageContaining("acme.middle.leaf.wait-time is not set. Set it to a time");
    }

    @Test
    void constraintsAreCheckedOfTheValuesThatCanBeReadWhileOthersCannot() {
        assertThatThrownBy(() -> bind(
                        Around.class,
                        "count",
                        "0",
                        "pool.size",
                        "0",
                        "pool.idle",
                        "soon",
                        "pool.names",
                        "a",
                        "pool.most",
                        "4"))
                .hasMessageContainingAll(
                        "acme.pool.idle is 'soon' (from the program), but must be a time",
                        "acme.pool.size is '0' (from the program), but must be greater than or equal to 1.",
                        "acme.pool.names is 'a' (from the program), but must have 3 names.",
                        "acme.pool.most is '4' (from the program), but must be greater than or equal to 5.",
                        "acme.count is '0' (from the program), but must be greater than or equal to 1.");
    }

    @Test
    void constraintsAreCheckedThoughTheConstructorRefusesTheRecord() {
        assertThatThrownBy(() -> bind(Pool.class, "size", "99", "idle", "1s", "names", "a"))
                .isInstanceOfSatisfying(
                        InvalidSettingException.class,
                        refused -> assertThat(refused.faults())
                                .containsExactly(
                                        "The settings below acme are not valid: size may not be 99.",
                                        "acme.names is 'a' (from the program), but must have 3 names."));
    }

    @Test
    void aListOfListsHasNoSecondSeparator() {
        assertThat(bind(Nested.class, "numbers", "1,2")).isEqualTo(new Nested(List.of(List.of(1), List.of(2))));
    }

    @Test
    void aRecordWithoutComponentsHasNoSettings() {
        assertThat(bind(Empty.class)).isEqualTo(new Empty());
        assertThatThrownBy(() -> bind(Empty.class, "x", "1")).hasMessageContaining("'acme.x' (from the program)");
    }
}
