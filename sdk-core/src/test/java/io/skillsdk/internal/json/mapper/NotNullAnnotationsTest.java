package io.skillsdk.internal.json.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.skillsdk.internal.json.Binding;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.groups.Default;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What says "must not be null" is read by its name, holds for every call, and has its author's sentence. */
class NotNullAnnotationsTest {

    /** Of another library: it is not known what it means. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
    @interface NotNullable {}

    record Said(
            @NotNull String plain,
            @NotBlank(message = "Say who you are.") String own,
            @NotEmpty(message = "{acme.template}") List<String> template,
            @NotNull(message = "") String empty,
            @NonNull String typeUse,
            @NotNull(groups = Runnable.class) String group,

            @NotNull(groups = {Runnable.class, Default.class}) String both,

            @NotNullable String other,
            List<@NonNull String> elements,
            @Nullable String nullable) {}

    @Test
    void whatMustNotBeNullIsRequiredInTheWordsOfItsAuthor() {
        assertThat(Binding.of(Said.class).faults("{}"))
                .containsExactlyInAnyOrder(
                        "payload.plain is required, and must be a string",
                        "payload.own Say who you are.",
                        "payload.template is required, and must be an array",
                        "payload.empty is required, and must be a string",
                        "payload.typeUse is required, and must be a string",
                        "payload.both is required, and must be a string");
    }

    @Test
    void aNullIsRefusedInTheSameWords() {
        String sound =
                "{\"plain\":\"a\",\"own\":\"a\",\"template\":[],\"empty\":\"a\",\"typeUse\":\"a\",\"both\":\"a\",\"group\":null}";
        Binding said = Binding.of(Said.class);
        assertThat(said.takes(sound)).isTrue();
        assertThat(said.faults(sound.replace("\"own\":\"a\"", "\"own\":null")))
                .containsExactly("payload.own Say who you are.");
        assertThat(said.faults(sound.replace("\"typeUse\":\"a\"", "\"typeUse\":null")))
                .containsExactly("payload.typeUse must not be null, and must be a string");
        assertThat(said.fields(sound.replace("\"a\"", "null")))
                .containsExactly("payload.plain", "payload.own", "payload.empty", "payload.typeUse", "payload.both");
    }

    record Swapped(@NotNull(message = "first, please") String first, int second) {
        @JsonCreator
        static Swapped of(@JsonProperty("second") int b, @JsonProperty("first") String a) {
            return new Swapped(a, b);
        }
    }

    record Renamed(
            @JsonProperty("the-name") @NonNull String name,
            @JsonProperty("n") @NotNull(message = "n!") Integer number) {}

    public static final class Bean {
        @NotNull(message = "no null") private String name = "default";

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    @Test
    void theAnnotationOfAComponentIsFoundWhateverSetsIt() {
        assertThat(Binding.of(Swapped.class).faults("{\"second\":1}")).containsExactly("payload.first first, please");
        assertThat(Binding.of(Renamed.class).faults("{}"))
                .containsExactlyInAnyOrder("payload.the-name is required, and must be a string", "payload.n n!");
        assertThat(Binding.of(Bean.class).faults("{\"name\":null}")).containsExactly("payload.name no null");
        assertThat(Binding.of(Bean.class).echoed("{}")).isEqualTo("{\"name\":\"default\"}");
    }

    record Nested(Map<String, List<Renamed>> all) {}

    @Test
    void eachObjectIsAskedForItsOwn() {
        assertThat(
                        Binding.of(Nested.class)
                                .fields(
                                        "{\"all\":{\"a\":[{\"n\":1},{\"the-name\":\"x\"}],\"b\":[{\"the-name\":null,\"n\":null}]}}"))
                .containsExactly(
                        "payload.all.a[0].the-name",
                        "payload.all.a[1].n",
                        "payload.all.b[0].the-name",
                        "payload.all.b[0].n");
    }
}
