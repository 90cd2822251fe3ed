package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import io.skillsdk.internal.json.answer.AnswerWriter;
import io.skillsdk.internal.json.answer.ResultType;
import io.skillsdk.internal.json.type.PayloadType;
import io.skillsdk.internal.json.type.UnbindableTypeException;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payload classes as Lombok writes them: read and written alike, refused with true words, or at start with the fix. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LombokPayloadsTest {

    private static final String SOURCE = """
            import com.fasterxml.jackson.annotation.JsonProperty;
            import java.util.*;
            import lombok.*;
            import lombok.experimental.Accessors;
            import lombok.extern.jackson.Jacksonized;

            public class Payloads {
                @Data public static class Bean { private String text; private int n; }
                @Data @Accessors(chain = true) public static class Chained { private String text; private int n; }
                @Data @NoArgsConstructor @AllArgsConstructor public static class All { private String text; private int n; }
                @Value public static class Constant { String text; int n; }
                @Value @With public static class Copied { String text; int n; }
                @Getter @AllArgsConstructor public static class Made { private final String text; private final int n; }
                @Value @Builder @Jacksonized public static class Built { String text; int n; }
                @Value @Builder(setterPrefix = "with") @Jacksonized public static class Prefixed { String text; int n; }
                @Value @Jacksonized @Accessors(fluent = true) public static class Fluent { String text; int n; }
                @Builder public record Component(String text, int n) {}
                @Getter @lombok.experimental.SuperBuilder @Jacksonized public static class Base { private final String text; }
                @Getter @lombok.experimental.SuperBuilder @Jacksonized public static class Derived extends Base {
                    private final int n;
                }

                @Value public static class Single { String text; }
                @Value @Builder public static class OnlyBuilt { String text; int n; }
                @Data @Accessors(fluent = true) public static class OnlyFluent { private String text; private int n; }

                @Data public static class CheckedBean {
                    private int n; @NonNull private String text; @NonNull private Integer size;
                }
                @Value @Builder @Jacksonized public static class CheckedBuilt {
                    int n; @NonNull String text; @NonNull Integer size; @NonNull @Builder.Default String kept = "kept";
                    @Singular List<String> tags;
                }
                public record CheckedComponents(int n, @NonNull String text, @NonNull Integer size) {}
                @Data @NoArgsConstructor public static class CheckedSetters {
                    private int n; @NonNull private String text; @NonNull private Integer size;
                }
                @Value public static class Renamed { @NonNull @JsonProperty("the-text") String text; }
            }
            """;

    private final List<URLClassLoader> loaders = new ArrayList<>();

    private ClassLoader named = LombokPayloadsTest.class.getClassLoader();

    private ClassLoader nameless = named;

    private ClassLoader ofJackson2 = named;

    @BeforeAll
    void compile(@TempDir Path folder) throws Exception {
        named = compile(folder.resolve("named"), "lombok.jacksonized.jacksonVersion += 3", "-parameters");
        nameless = compile(folder.resolve("nameless"), "lombok.jacksonized.jacksonVersion += 3");
        ofJackson2 = compile(folder.resolve("jackson2"), "lombok.jacksonized.jacksonVersion += 2", "-parameters");
    }

    @AfterAll
    void close() throws Exception {
        for (URLClassLoader loader : loaders) {
            loader.close();
        }
    }

    private ClassLoader compile(Path folder, String configuration, String... options) throws Exception {
        Path out = Files.createDirectory(folder);
        Files.writeString(out.resolve("lombok.config"), configuration);
        Path source = Files.writeString(out.resolve("Payloads.java"), SOURCE);
        String lombok = Path.of(lombok.NonNull.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-nowarn", "-processorpath", lombok, "-d", out.toString()));
        arguments.addAll(List.of("-cp", lombok + File.pathSeparator + System.getProperty("java.class.path")));
        arguments.add(source.toString());
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        URLClassLoader loader =
                new URLClassLoader(new URL[] {out.toUri().toURL()}, getClass().getClassLoader());
        loaders.add(loader);
        return loader;
    }

    private static PayloadType payload(ClassLoader loader, String type) throws Exception {
        return PayloadType.of(loader.loadClass("Payloads$" + type));
    }

    private List<String> refused(String type, String payload) throws Exception {
        try {
            read(type, payload);
            return List.of();
        } catch (UnreadableBodyException e) {
            return e.violations().stream().map(LombokPayloadsTest::text).toList();
        }
    }

    private static String text(Violation violation) {
        return violation.field() + " " + violation.message();
    }

    private SkillRequest<?> read(String type, String payload) throws Exception {
        return new EnvelopeReader(payload(named, type))
                .read(("{\"payload\":" + payload + "}").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bean",
                "Chained",
                "All",
                "Constant",
                "Copied",
                "Made",
                "Built",
                "Prefixed",
                "Fluent",
                "Component",
                "Derived"
            })
    void whatIsSentIsReadWrittenAndRefused(String type) throws Exception {
        Object read = read(type, "{\"n\":1,\"text\":\"a\"}").payload();
        byte[] answer = new AnswerWriter(1000).write(read, ResultType.of(named.loadClass("Payloads$" + type)), null);
        assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("{\"payload\":{\"text\":\"a\",\"n\":1}}");
        assertThat(refused(type, "{\"text\":5,\"n\":\"x\"}"))
                .containsExactly(
                        "payload.text must be a string, not a number",
                        "payload.n must be a whole number from -2147483648 to 2147483647, not a string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CheckedBean", "CheckedBuilt", "CheckedComponents"})
    void everyMemberThatLomboksNonNullRefusesIsNamed(String type) throws Exception {
        assertThat(refused(type, "{\"n\":1,\"text\":\"a\",\"size\":5}")).isEmpty();
        assertThat(refused(type, "{\"n\":1}"))
                .containsExactly(
                        "payload.text is required, and must be a string",
                        "payload.size is required, and must be a whole number from -2147483648 to 2147483647");
        assertThat(refused(type, "{\"n\":1,\"text\":\"a\"}"))
                .containsExactly("payload.size is required, and must be a whole number from -2147483648 to 2147483647");
        assertThat(refused(type, "{\"n\":\"\",\"text\":null}"))
                .hasSize(3)
                .anySatisfy(fault -> assertThat(fault).startsWith("payload.n must be a whole number"))
                .anySatisfy(fault -> assertThat(fault).startsWith("payload.text must not be null"))
                .anySatisfy(fault -> assertThat(fault).startsWith("payload.size is required"));
    }

    @Test
    void aDefaultOfABuilderStandsForWhatIsAbsentAndNotForNull() throws Exception {
        String sound = "\"n\":1,\"text\":\"a\",\"size\":5";
        assertThat(read("CheckedBuilt", "{" + sound + "}").payload().toString()).contains("kept=kept", "tags=[]");
        assertThat(refused("CheckedBuilt", "{" + sound + ",\"kept\":null}"))
                .singleElement()
                .asString()
                .startsWith("payload.kept must not be null");
    }

    @Test
    void aSetterThatChecksRefusesNullAndNothingElse() throws Exception {
        assertThat(refused("CheckedSetters", "{}")).isEmpty();
        assertThat(refused("CheckedSetters", "{\"text\":null,\"size\":null}"))
                .containsExactly(
                        "payload.text must not be null, and must be a string",
                        "payload.size must not be null, and must be a whole number from -2147483648 to 2147483647");
    }

    @Test
    void aMemberIsNamedAsItIsSent() throws Exception {
        assertThat(refused("Renamed", "{}")).containsExactly("payload.the-text is required, and must be a string");
    }

    private static void assertRefusedAtStart(ClassLoader loader, String type, String sentence) {
        assertThatThrownBy(() -> payload(loader, type))
                .isInstanceOfSatisfying(
                        UnbindableTypeException.class,
                        refusal -> assertThat(refusal.sentence()).contains(sentence));
    }

    @ParameterizedTest
    @CsvSource({"Constant", "Copied", "Made", "Single", "Renamed", "CheckedBean"})
    void withoutNamesOfParametersTheStartSaysHowToGetThem(String type) {
        assertRefusedAtStart(nameless, type, "Compile it with -parameters, or make it a record.");
    }

    @Test
    void aBuilderThatJacksonDoesNotKnowIsRefusedWithTheFix() {
        assertRefusedAtStart(named, "OnlyBuilt", "Annotate it with Lombok's @Jacksonized");
        assertRefusedAtStart(nameless, "OnlyBuilt", "Annotate it with Lombok's @Jacksonized");
        assertRefusedAtStart(named, "OnlyFluent", "nothing can be set on OnlyFluent");
    }

    @Test
    void jacksonizedForJackson2IsRefusedWithTheLineOfConfiguration() {
        assertRefusedAtStart(
                ofJackson2, "Built", "put the line lombok.jacksonized.jacksonVersion += 3 into lombok.config.");
    }
}
