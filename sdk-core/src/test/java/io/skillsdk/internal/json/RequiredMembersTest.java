package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.skillsdk.SkillParameter;
import io.skillsdk.Violation;
import io.skillsdk.internal.json.type.PayloadType;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NonNull;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonPOJOBuilder;

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

    /** As many write it: no constructor of their own, fields and setters. */
    static class Person {

        @SkillParameter(required = true)
        public String name;

        private int age;

        private String city = "Berlin";

        private String note;

        public int getAge() {
            return age;
        }

        @SkillParameter(required = true)
        public void setAge(int age) {
            this.age = age;
        }

        public String getCity() {
            return city;
        }

        public void setCity(@NonNull String city) {
            this.city = city;
        }

        @JsonProperty(required = true)
        public String getNote() {
            return note;
        }

        public void setNote(String note) {
            this.note = note;
        }
    }

    static class Employee extends Person {

        @SkillParameter(required = true)
        @JsonAlias("boss")
        public Person manager;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes(@JsonSubTypes.Type(value = Circle.class, name = "circle"))
    interface Shape {}

    static class Circle implements Shape {

        @SkillParameter(required = true)
        public double radius;
    }

    /** Its first member comes by the constructor, the other by a setter. */
    static class Mixed {

        private final String first;

        @SkillParameter(required = true)
        public String second;

        @JsonCreator
        Mixed(@SkillParameter(required = true) @JsonProperty("first") String first) {
            this.first = first;
        }

        public String getFirst() {
            return first;
        }
    }

    @JsonDeserialize(builder = Built.Builder.class)
    record Built(String name, int size, Built part) {

        @JsonPOJOBuilder(withPrefix = "")
        static class Builder {

            private String name = "";

            private int size;

            private Built part;

            @JsonProperty(required = true)
            public Builder name(String value) {
                name = value;
                return this;
            }

            @SkillParameter(required = true)
            public Builder size(int value) {
                size = value;
                return this;
            }

            public Builder part(Built value) {
                part = value;
                return this;
            }

            public Built build() {
                if (name.isEmpty()) {
                    throw new IllegalStateException("has no name");
                }
                return new Built(name, size, part);
            }
        }
    }

    record Parts(
            List<Built> parts, @JsonIgnoreProperties("size") Built other) {}

    record Team(@JsonIgnoreProperties("age") Person lead, List<Person> people, Map<String, Shape> shapes) {}

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

    @Test
    void whatAFieldOrSetterRequiresIsNamedAtOnceAndExactlyThat() throws Exception {
        assertThat(missing(Person.class, "{}"))
                .containsExactlyInAnyOrder("payload.name", "payload.age", "payload.note");
        assertThat(missing(Person.class, "{\"age\":\"old\",\"note\":null}"))
                .containsExactlyInAnyOrder("payload.age", "payload.note", "payload.name");
        assertThat(missing(Person.class, "{\"name\":\"a\",\"age\":\"old\",\"note\":\"n\"}"))
                .containsExactly("payload.age");
        assertThat(missing(Person.class, "{\"name\":\"a\",\"age\":0,\"note\":\"\"}"))
                .isEmpty();
    }

    @Test
    void whatAFieldOrSetterRequiresIsNamedWhereverItsClassStands() throws Exception {
        String whole = "{\"name\":\"a\",\"age\":1,\"note\":\"n\"}";
        assertThat(missing(Employee.class, whole)).containsExactly("payload.manager");
        assertThat(missing(Employee.class, whole.replace("}", ",\"boss\":{\"name\":\"b\",\"age\":2}}")))
                .containsExactly("payload.boss.note");
        assertThat(missing(Employee.class, whole.replace("}", ",\"boss\":" + whole + "}")))
                .isEmpty();
        assertThat(missing(Team.class, "{\"people\":[" + whole + ",{\"name\":\"b\",\"note\":\"\"}]}"))
                .containsExactly("payload.people[1].age");
        assertThat(missing(Team.class, "{\"lead\":{\"name\":\"a\",\"note\":\"n\"}}"))
                .isEmpty();
        assertThat(missing(Team.class, "{\"shapes\":{\"a\":{\"@type\":\"circle\",\"radius\":1.5}}}"))
                .isEmpty();
        assertThat(missing(Team.class, "{\"shapes\":{\"a\":{\"@type\":\"circle\"}}}"))
                .containsExactly("payload.shapes.a.radius");
    }

    @Test
    void aSetterBesideAConstructorIsRequiredToo() throws Exception {
        assertThat(missing(Mixed.class, "{\"first\":\"a\"}")).containsExactly("payload.second");
        assertThat(missing(Mixed.class, "{\"second\":\"b\"}")).containsExactly("payload.first");
        assertThat(missing(Mixed.class, "{\"second\":\"b\",\"first\":\"a\"}")).isEmpty();
    }

    @Test
    void whatASetterOfABuilderRequiresIsNamedAtOnceAndExactlyThat() throws Exception {
        assertThat(missing(Built.class, "{}")).containsExactlyInAnyOrder("payload.name", "payload.size");
        assertThat(missing(Built.class, "{\"size\":\"x\"}")).containsExactlyInAnyOrder("payload.size", "payload.name");
        assertThat(missing(Built.class, "{\"name\":\"a\"}")).containsExactly("payload.size");
        assertThat(missing(Built.class, "{\"name\":\"a\",\"size\":1,\"part\":{\"size\":2}}"))
                .containsExactly("payload.part.name");
        assertThat(missing(Built.class, "{\"name\":\"a\",\"size\":1,\"part\":{\"name\":\"b\",\"size\":2}}"))
                .isEmpty();
        assertThat(missing(
                        Parts.class,
                        "{\"parts\":[{\"name\":\"a\",\"size\":1},{\"name\":\"b\"}],\"other\":{\"name\":\"c\"}}"))
                .containsExactly("payload.parts[1].size");
    }
}
