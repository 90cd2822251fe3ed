package io.skillsdk.internal.json.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonMerge;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.skillsdk.SkillParameter;
import io.skillsdk.internal.json.Binding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonPOJOBuilder;

/** A required member is asked for wherever its class stands, and nothing else of the reading changes. */
class RequiringReaderTest {

    static final class Spot {
        @JsonProperty(required = true)
        public int x;

        public int y;
    }

    record Unwrapping(@JsonUnwrapped(prefix = "at-") Spot at, int n) {}

    static final class UnwrappingBean {
        @JsonUnwrapped(prefix = "at-", suffix = "!")
        public @Nullable Spot at;

        @JsonUnwrapped
        public @Nullable Outer outer;

        public int n;
    }

    static final class Outer {
        @JsonUnwrapped(prefix = "in-")
        public @Nullable Spot inner;

        @SkillParameter(required = true)
        public @Nullable String name;
    }

    static final class Merging {
        @JsonProperty(required = true)
        public int x;

        @JsonMerge
        public Spot inner = new Spot();

        @JsonMerge
        public @Nullable Merging same;
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"first", "second", "third"})
    static final class Row {
        @JsonProperty(required = true)
        public @Nullable Integer first;

        @SkillParameter(required = true)
        public @Nullable Integer second;

        public @Nullable Integer third;
    }

    record Address(int zip, String city) {}

    record Person(
            @JsonIgnoreProperties("zip") Address home,
            @JsonIgnoreProperties("zip") List<Address> all,
            @JsonIncludeProperties("city") Address named,
            Address work) {}

    static final class Tree {
        @JsonProperty(required = true)
        public int id;

        @JsonIgnoreProperties("id")
        public @Nullable Tree child;
    }

    record Built(@JsonUnwrapped(prefix = "b-") Car car) {}

    @JsonDeserialize(builder = Car.Builder.class)
    record Car(int doors) {
        @JsonPOJOBuilder(withPrefix = "")
        static final class Builder {
            private int doors;

            @JsonProperty(required = true)
            public Builder doors(int value) {
                doors = value;
                return this;
            }

            public Car build() {
                return new Car(doors);
            }
        }
    }

    @Test
    void anUnwrappedClassWithARequiredMemberKeepsWhatIsSentUnderItsPrefix() {
        String sent = "{\"at-x\":1,\"at-y\":2,\"n\":3}";
        assertThat(Binding.of(Unwrapping.class).echoed(sent)).isEqualTo(sent);
        String bean = "{\"at-x!\":1,\"at-y!\":2,\"in-x\":3,\"in-y\":4,\"name\":\"a\",\"n\":5}";
        assertThat(Binding.of(UnwrappingBean.class).echoed(bean)).isEqualTo(bean);
        assertThat(Binding.of(Built.class).echoed("{\"b-doors\":3}")).isEqualTo("{\"b-doors\":3}");
    }

    @Test
    void whatIsRequiredOfAnUnwrappedClassIsNamedAsItHasToBeSent() {
        assertThat(Binding.of(Unwrapping.class).fields("{\"x\":1,\"n\":3}")).containsExactly("payload.at-x");
        assertThat(Binding.of(UnwrappingBean.class).fields("{\"at-y!\":\"no\"}"))
                .containsExactlyInAnyOrder("payload.at-y!", "payload.at-x!", "payload.in-x", "payload.name");
        assertThat(Binding.of(Built.class).fields("{}")).containsExactly("payload.b-doors");
    }

    @Test
    void aMemberOfTheSameNameElsewhereIsNotTheOneThatIsRequired() {
        Binding merging = Binding.of(Merging.class);
        assertThat(merging.fields("{\"inner\":{\"x\":1}}")).containsExactly("payload.x");
        assertThat(merging.fields("{\"inner\":{\"x\":1},\"same\":{\"x\":2}}")).containsExactly("payload.x");
        assertThat(merging.fields("{\"same\":{\"inner\":{}},\"x\":1}")).containsExactly("payload.same.x");
    }

    @Test
    void whatIsMergedIntoNeedNotBeSentWhole() {
        assertThat(Binding.of(Merging.class).echoed("{\"x\":2,\"inner\":{\"y\":7}}"))
                .isEqualTo("{\"x\":2,\"inner\":{\"x\":0,\"y\":7},\"same\":null}");
    }

    @Test
    void anArrayThatEndsBeforeARequiredMemberIsRefused() {
        Binding row = Binding.of(Row.class);
        assertThat(row.echoed("[1,2]")).isEqualTo("[1,2,null]");
        assertThat(row.echoed("[1,2,3,4]")).isEqualTo("[1,2,3]");
        assertThat(row.faults("[1]"))
                .containsExactly("payload[1] is required, and must be a whole number from -2147483648 to 2147483647");
        assertThat(row.fields("[]")).containsExactly("payload[0]", "payload[1]");
        assertThat(row.fields("[null,2]")).containsExactly("payload[0]");
        assertThat(row.fields("[\"x\"]")).containsExactlyInAnyOrder("payload[0]", "payload[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2]", "[1,2,3]", "[1]", "[]", "[1,2,3,4]", "[null,1]", "[1,null,3]"})
    void theSchemaOfAnArrayTakesWhatIsBound(String sent) {
        Binding row = Binding.of(Row.class);
        assertThat(row.schemaErrors(sent).isEmpty()).as(sent).isEqualTo(row.takes(sent));
    }

    @Test
    void whatAComponentIgnoresOfItsTypeIsNotRequiredThere() {
        String sent = """
                {"home":{"city":"a"},"all":[{"city":"b"}],"named":{"city":"c"},"work":{"zip":1,"city":"d"}}""";
        Binding person = Binding.of(Person.class);
        assertThat(person.echoed(sent)).isEqualTo(sent);
        assertThat(person.schemaErrors(sent)).isEmpty();
        assertThat(person.echoed(sent.replace("{\"city\"", "{\"zip\":5,\"city\"")))
                .isEqualTo(sent);
    }

    @Test
    void itIsStillRequiredOfTheSameTypeWhereNothingIgnoresIt() {
        Binding person = Binding.of(Person.class);
        assertThat(person.fields("{\"home\":{\"city\":5},\"work\":{\"city\":\"d\"}}"))
                .containsExactly("payload.home.city", "payload.work.zip");
        assertThat(person.schemaErrors("{\"work\":{\"city\":\"d\"}}")).isNotEmpty();
        assertThat(person.schemaErrors("{\"home\":{\"city\":5}}")).isNotEmpty();
    }

    @Test
    void aTypeThatIgnoresAPartOfItselfIsReadToAnyDepth() {
        Binding tree = Binding.of(Tree.class);
        assertThat(tree.takes("{\"id\":1,\"child\":{\"child\":null}}")).isTrue();
        assertThat(tree.fields("{\"child\":{}}")).containsExactly("payload.id");
        assertThat(tree.schemaErrors("{\"id\":1,\"child\":{\"child\":null}}")).isEmpty();
    }
}
