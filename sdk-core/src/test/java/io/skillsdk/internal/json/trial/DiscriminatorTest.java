package io.skillsdk.internal.json.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.skillsdk.internal.json.Binding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;

/** A name of a type that nobody knows is told where it stands, whatever else looks like it. */
class DiscriminatorTest {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cat.class, name = "cat"),
        @JsonSubTypes.Type(value = Herd.class, name = "herd")
    })
    interface Animal {}

    record Cat(@Nullable String name, @Nullable Integer lives) implements Animal {}

    record Herd(
            List<Animal> all,
            @Nullable Map<String, Animal> named,
            @Nullable String name) implements Animal {}

    @JsonTypeInfo(
            use = JsonTypeInfo.Id.NAME,
            include = JsonTypeInfo.As.EXISTING_PROPERTY,
            property = "type",
            visible = true)
    @JsonSubTypes({@JsonSubTypes.Type(value = Oak.class, name = "oak")})
    interface Tree {}

    record Oak(int height, String type, @Nullable String name) implements Tree {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"cow\",\"kind\":\"cow\"} | payload.kind",
                "{\"kind\":\"cow\",\"name\":\"cow\"} | payload.kind",
                "{\"lives\":7,\"kind\":\"7\"} | payload.kind",
                "{\"lives\":7,\"kind\":7} | payload.kind",
                "{\"name\":\"true\",\"kind\":true} | payload.kind",
                "{\"kind\":\"herd\",\"all\":[{\"name\":\"cow\",\"kind\":\"cow\"}],\"name\":\"cow\"} | payload.all[0].kind",
                "{\"kind\":\"herd\",\"all\":[],\"named\":{\"cow\":{\"name\":\"cow\",\"kind\":\"cow\"}}} | payload.named.cow.kind",
                "{\"name\":\"cow\"} | payload.kind",
                "{\"kind\":\"cow\",\"kind\":\"cat\"} | payload.kind"
            })
    void theMemberThatTellsTheTypeIsTheOneThatIsNamed(String sent, String field) {
        assertThat(Binding.of(Animal.class).fields(sent)).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"height\":5,\"type\":\"5\"} | payload.type",
                "{\"name\":\"elm\",\"height\":5,\"type\":\"elm\"} | payload.type",
                "{\"height\":\"x\",\"type\":\"oak\"} | payload.height",
                "{\"name\":\"oak\",\"height\":5} | payload.type"
            })
    void soIsOneThatIsAMemberToo(String sent, String field) {
        assertThat(Binding.of(Tree.class).fields(sent)).containsExactly(field);
    }

    @Test
    void eachOfManyIsNamedBesideOtherFaults() {
        assertThat(Binding.of(new TypeReference<List<Animal>>() {}).fields("""
                                [{"name":"a","kind":"a"},{"kind":"cat","lives":"x"},{"kind":"herd","all":[{"name":"b","kind":"b"},5],"name":5}]"""))
                .containsExactly(
                        "payload[0].kind",
                        "payload[1].lives",
                        "payload[2].all[0].kind",
                        "payload[2].all[1]",
                        "payload[2].name");
    }

    @Test
    void theNamesThatThereAreAreTold() {
        assertThat(Binding.of(Animal.class).faults("{\"name\":\"cow\",\"kind\":\"cow\"}"))
                .containsExactly("payload.kind must be one of cat, herd");
    }
}
