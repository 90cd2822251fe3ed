package io.skillsdk.internal.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.skillsdk.SkillAction;
import io.skillsdk.testing.SkillTester;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.util.StdConverter;

/** A type is refused at start when Jackson cannot bind to it, or when it is a trap; and only then. */
class TypesAtStartTest {

    interface Pet {}

    record Dog(String name) implements Pet {}

    static final class PetReader extends ValueDeserializer<Pet> {
        @Override
        public Pet deserialize(JsonParser parser, DeserializationContext context) {
            parser.skipChildren();
            return new Dog("read");
        }
    }

    static final class PetConverter extends StdConverter<String, Pet> {
        @Override
        public Pet convert(String name) {
            return new Dog(name);
        }
    }

    record As(@JsonDeserialize(as = Dog.class) Pet pet) {}

    record Using(@JsonDeserialize(using = PetReader.class) Pet pet) {}

    record ContentAs(@JsonDeserialize(contentAs = Dog.class) List<Pet> pet) {}

    record Converted(
            @JsonDeserialize(converter = PetConverter.class) Pet pet) {}

    record Typed(
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes(@JsonSubTypes.Type(value = Dog.class, name = "dog"))
            Pet pet) {}

    record Ignored(@JsonIgnore Pet pet) {}

    static final class Actions {
        @SkillAction
        Object as(As payload) {
            return payload;
        }

        @SkillAction
        Object using(Using payload) {
            return payload;
        }

        @SkillAction
        Object contentAs(ContentAs payload) {
            return payload;
        }

        @SkillAction
        Object converted(Converted payload) {
            return payload;
        }

        @SkillAction
        Object typed(Typed payload) {
            return payload;
        }

        @SkillAction
        Object ignored(Ignored payload) {
            return "ok";
        }
    }

    @Test
    void whatAnAnnotationOnAComponentMakesBindableIsServed() {
        SkillTester tester = SkillTester.of(new Actions());
        Map.of(
                        "as", "{\"pet\":{\"name\":\"a\"}}",
                        "using", "{\"pet\":5}",
                        "contentAs", "{\"pet\":[{\"name\":\"a\"}]}",
                        "converted", "{\"pet\":\"a\"}",
                        "typed", "{\"pet\":{\"@type\":\"dog\",\"name\":\"a\"}}",
                        "ignored", "{}")
                .forEach((action, payload) -> assertThat(tester.action(action)
                                .invokeJson("{\"payload\":" + payload + "}")
                                .status())
                        .as(action)
                        .isEqualTo(200));
    }

    record Hidden(Optional<List<Map<String, Pet>>> pets) {}

    static final class Shut {
        private String text;

        @Override
        public String toString() {
            return String.valueOf(text);
        }
    }

    static final class Fluent {
        private String text;

        String text() {
            return text;
        }

        Fluent text(String value) {
            text = value;
            return this;
        }
    }

    static class Echo<T> {
        @SkillAction
        T echo(T payload) {
            return payload;
        }
    }

    private static void assertRefused(Object action, String sentence) {
        assertThatThrownBy(() -> SkillTester.of(action))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void anAbstractTypeIsFoundHoweverDeep() {
        assertRefused(
                new Object() {
                    @SkillAction
                    Object run(Hidden payload) {
                        return payload;
                    }
                },
                "JSON cannot be bound to Pet.");
    }

    @Test
    void aClassThatNothingCanBeSetOnIsRefused() {
        assertRefused(
                new Object() {
                    @SkillAction
                    Object run(Shut payload) {
                        return "";
                    }
                },
                "nothing can be set on Shut");
        assertRefused(
                new Object() {
                    @SkillAction
                    Object run(Fluent payload) {
                        return "";
                    }
                },
                "nothing can be set on Fluent");
    }

    record Named(List<Class<?>> types) {}

    @Test
    void aClassInAPayloadIsRefused() {
        assertRefused(
                new Object() {
                    @SkillAction
                    Object run(Named payload) {
                        return "";
                    }
                },
                "would let a caller choose which code is loaded. Take a String or an enum.");
    }

    @Test
    void aTypeVariableThatIsNotKnownIsRefusedAndASubclassIsServed() {
        assertRefused(new Echo<Dog>(), "the type variable T is not known at run time");
        assertThat(SkillTester.of(new Echo<Dog>() {})
                        .invokeJson("{\"payload\":{\"name\":\"a\"}}")
                        .json())
                .isEqualTo("{\"payload\":{\"name\":\"a\"}}");
    }

    @com.fasterxml.jackson.databind.annotation.JsonNaming
    record Foreign(String firstName) {}

    @Test
    void whatIsOfJackson2IsRefusedAsPayloadAndAsResult() {
        String annotation = "Foreign has the annotation @JsonNaming of Jackson 2, which would be ignored. Import"
                + " tools.jackson.databind.annotation.JsonNaming.";
        assertRefused(
                new Object() {
                    @SkillAction
                    Object run(List<Foreign> payload) {
                        return "";
                    }
                },
                annotation);
        assertRefused(
                new Object() {
                    @SkillAction
                    Optional<Foreign> run() {
                        return Optional.empty();
                    }
                },
                annotation);
        assertRefused(
                new Object() {
                    @SkillAction
                    com.fasterxml.jackson.databind.node.ObjectNode run() {
                        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
                    }
                },
                "ObjectNode is of Jackson 2, which this SDK does not use. Take tools.jackson.databind.node.ObjectNode.");
    }

    @kotlin.Metadata
    static final class Kotlin {
        public int number = 5;
    }

    @Test
    void aKotlinClassWithoutItsModuleIsRefused() {
        assertRefused(
                new Object() {
                    @SkillAction
                    Object run(Kotlin payload) {
                        return payload.number;
                    }
                },
                "Add the dependency tools.jackson.module:jackson-module-kotlin.");
        assertRefused(
                new Object() {
                    @SkillAction
                    Object run(Dog payload, kotlin.coroutines.Continuation<String> rest) {
                        return rest;
                    }
                },
                "it is a suspend function. Return a CompletionStage");
    }

    @Test
    void aClassWhoseParametersHaveNoNamesIsRefusedWithTheFix(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("Nameless.java"), """
                public class Nameless {
                    private final String text;
                    public Nameless(String text, int number) { this.text = text; }
                    @io.skillsdk.SkillAction public String run(Nameless payload) { return payload.text; }
                }
                """);
        ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Object action = loader.loadClass("Nameless")
                    .getConstructor(String.class, int.class)
                    .newInstance("", 1);
            assertRefused(action, "Compile it with -parameters, or make it a record.");
        }
    }
}
