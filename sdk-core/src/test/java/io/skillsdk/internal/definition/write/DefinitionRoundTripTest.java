package io.skillsdk.internal.definition.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.definition.edit.YamlStyles;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.Routing;
import io.skillsdk.internal.definition.model.RoutingRule;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.model.Tag;
import io.skillsdk.internal.definition.model.TypeDefinition;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any definition that is written is read as it was, in our style and in anybody's. */
class DefinitionRoundTripTest {

    private static final List<String> TEXTS = List.of(
            "text",
            "yes",
            "5000",
            "1.0",
            "",
            "a: b",
            "#SECURE.key",
            "{{x}}",
            "two\nlines",
            "é\uD83D\uDE00",
            " x ",
            "null",
            "'",
            "- a");

    private final Random random;

    DefinitionRoundTripTest() {
        this.random = new Random(0);
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private @Nullable String maybe() {
        return random.nextInt(3) == 0 ? null : text();
    }

    private @Nullable Boolean flag() {
        return random.nextInt(3) == 0 ? null : random.nextBoolean();
    }

    private <T> List<T> list(Function<Integer, T> make) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(make.apply(i));
        }
        return list;
    }

    private Map<String, @Nullable Object> other() {
        Map<String, @Nullable Object> other = new LinkedHashMap<>();
        if (random.nextInt(4) == 0) {
            other.put("x-own", random.nextBoolean() ? text() : List.of(1, Map.of("k", text())));
        }
        return other;
    }

    private Parameter parameter() {
        return new Parameter(maybe(), maybe(), maybe(), maybe(), maybe(), flag(), other());
    }

    private Parameters parameters() {
        List<Parameter> all = list(i -> parameter());
        return random.nextInt(3) == 0
                ? new Parameters.Reference(text(), other())
                : all.isEmpty() ? new Parameters.Unspecified() : new Parameters.Listed(all);
    }

    private RoutingTarget target() {
        return new RoutingTarget("a" + text(), maybe(), maybe(), other());
    }

    private Routing routing() {
        return new Routing(
                random.nextBoolean() ? target() : null,
                maybe(),
                maybe(),
                list(i -> new RoutingRule(text(), target())),
                random.nextBoolean() ? target() : null,
                other());
    }

    private SkillDefinition definition() {
        return new SkillDefinition(
                maybe(),
                "n" + text(),
                maybe(),
                maybe(),
                list(i -> new Tag(maybe(), text())),
                list(i -> new Input(
                        "i" + i, maybe(), maybe(), parameters(), random.nextBoolean() ? routing() : null, other())),
                list(i -> new Output("o" + i, maybe(), maybe(), parameters(), other())),
                list(i -> new Property(
                        "p" + i,
                        maybe(),
                        maybe(),
                        flag(),
                        maybe(),
                        random.nextBoolean() ? text() : (Object) i,
                        list(j -> text()),
                        flag(),
                        maybe(),
                        other())),
                list(i -> new ActionDeclaration(
                        "c" + i,
                        maybe(),
                        maybe(),
                        list(j -> text()),
                        random.nextBoolean() ? (Object) 5000 : text(),
                        maybe(),
                        random.nextBoolean() ? null : List.of(Map.of("path", "/x", "value", 1)),
                        other())),
                other());
    }

    @Test
    void aDefinitionIsReadAsItWasWritten() {
        for (int round = 0; round < 400; round++) {
            SkillDefinition made = definition();
            String yaml = DefinitionWriter.write(made);
            assertThat(DefinitionReader.parse(yaml))
                    .as("round %d:%n%s", round, yaml)
                    .isEqualTo(made);
        }
    }

    @Test
    void itMeansTheSameInAnybodysStyle() {
        for (int round = 0; round < 400; round++) {
            SkillDefinition made = definition();
            String yaml = YamlStyles.write(DefinitionWriter.tree(made), random);
            assertThat(DefinitionReader.parse(yaml))
                    .as("round %d:%n%s", round, yaml)
                    .isEqualTo(made);
        }
    }

    @Test
    void aTypeIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
        for (int round = 0; round < 100; round++) {
            TypeDefinition made =
                    new TypeDefinition(maybe(), "t" + text(), maybe(), maybe(), list(i -> parameter()), other());
            Path file = Files.writeString(folder.resolve("t.yaml"), DefinitionWriter.write(made));
            assertThat(DefinitionReader.readTypes(file)).as("round %d", round).containsExactly(made);
        }
    }
}
