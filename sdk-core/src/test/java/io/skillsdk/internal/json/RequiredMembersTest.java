package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.skillsdk.SkillParameter;
import io.skillsdk.Violation;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.NonNull;
import org.junit.jupiter.api.Test;

/** What must be sent follows the author: by the component's name, and by nothing that holds for other calls. */
class RequiredMembersTest {

    record Swapped(@NonNull String first, String second) {
        @JsonCreator
        static Swapped of(@JsonProperty("second") String b, @JsonProperty("first") String a) {
            return new Swapped(a, b);
        }
    }

    record SwappedConstructor(@NonNull String first, int second) {
        @JsonCreator
        SwappedConstructor(int second, String first) {
            this(first, second);
        }
    }

    record Renamed(
            @JsonProperty("the-name") @NonNull String name,
            @JsonProperty("the-size") Integer size) {}

    record Optional(
            @JsonProperty(required = false) int plain,

            @JsonProperty(value = "named", isRequired = OptBoolean.FALSE)
            int other,

            @JsonSetter(nulls = Nulls.SKIP) int skipped,
            @JsonSetter(nulls = Nulls.AS_EMPTY) @NonNull String empty,
            @NotNull(groups = Runnable.class) String group,

            @JsonProperty(access = JsonProperty.Access.READ_ONLY) @NonNull String id,

            @JsonIgnore int cache) {}

    record Required(
            @JsonProperty(required = true) String one,

            @JsonProperty(value = "zwei", isRequired = OptBoolean.TRUE)
            String two,

            @SkillParameter(required = true) Integer three,
            @NotNull String four,
            long five) {}

    private static List<String> missing(Class<?> type, String payload) throws PayloadFailure {
        try {
            new EnvelopeReader(PayloadType.of(type))
                    .read(("{\"payload\":" + payload + "}").getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (UnreadableBodyException e) {
            return e.violations().stream().map(Violation::field).toList();
        }
    }

    @Test
    void aComponentIsFoundByItsNameWhateverTheOrder() throws Exception {
        assertThat(missing(Swapped.class, "{\"first\":\"x\"}")).isEmpty();
        assertThat(missing(Swapped.class, "{\"second\":\"x\"}")).containsExactly("payload.first");
        assertThat(missing(SwappedConstructor.class, "{\"first\":\"x\",\"second\":1}"))
                .isEmpty();
        assertThat(missing(SwappedConstructor.class, "{}")).containsExactly("payload.second", "payload.first");
    }

    @Test
    void aComponentUnderAnotherNameIsTheSame() throws Exception {
        assertThat(missing(Renamed.class, "{}")).containsExactly("payload.the-name");
        assertThat(missing(Renamed.class, "{\"name\":\"a\"}")).containsExactly("payload.the-name");
        assertThat(missing(Renamed.class, "{\"the-name\":\"a\"}")).isEmpty();
    }

    @Test
    void whatTheAuthorCallsOptionalIs() throws Exception {
        assertThat(missing(Optional.class, "{}")).isEmpty();
        assertThat(missing(Optional.class, "{\"skipped\":null,\"empty\":null,\"id\":null}"))
                .isEmpty();
    }

    @Test
    void allThatIsRequiredIsNamedAtOnceAndExactlyThat() throws Exception {
        assertThat(missing(Required.class, "{}"))
                .containsExactly("payload.one", "payload.zwei", "payload.three", "payload.four", "payload.five");
        assertThat(missing(Required.class, "{\"one\":null,\"zwei\":\"b\",\"three\":null,\"four\":\"d\",\"five\":5}"))
                .containsExactly("payload.one", "payload.three");
        assertThat(missing(Required.class, "{\"one\":\"a\",\"zwei\":\"b\",\"three\":3,\"four\":\"d\",\"five\":5}"))
                .isEmpty();
    }
}
