package io.skillsdk.examples.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A message on the page of messages is one that the SDK has: what users search for has to be what they see. */
class TroubleshootingTest {

    /** Messages of others, which are quoted for what to do about them. */
    private static final List<String> OTHERS = List.of(
            "Unknown option: '…'",
            "Unmatched argument at index …",
            "The desired archetype does not exist",
            "Response code 503");

    private static final Pattern ROW = Pattern.compile("^\\| (?!message|status|---)(.*?) \\| ", Pattern.MULTILINE);

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private static final List<String> SOURCES = sources();

    private static List<String> sources() {
        return Stream.of("sdk-core", "sdk-jaxrs/daemon", "sdk-jaxrs/runtime", "sdk-jaxrs/feature", "archetype")
                .map(module -> Page.ROOT.resolve(module).resolve("src/main"))
                .flatMap(TroubleshootingTest::files)
                .map(TroubleshootingTest::text)
                .toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|groovy)")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With each text that is put together from several lines in one piece. */
    private static String text(Path file) {
        return Page.read(file)
                .text()
                .replaceAll("[\"']\\s*\\+\\s*[\"']", "")
                .replace("\\\"", "\"")
                .replace("\\$", "$");
    }

    static Stream<String> messages() {
        String page = Page.read(Page.ROOT.resolve("docs/troubleshooting.md")).text();
        return ROW.matcher(page)
                .results()
                .flatMap(row -> QUOTED.matcher(row.group(1)).results())
                .map(quoted -> quoted.group(1))
                .filter(message -> OTHERS.stream().noneMatch(message::startsWith))
                .filter(message -> message.contains(" "));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aQuotedMessageIsOneOfTheSdks(String message) {
        List<String> parts = Stream.of(message.split("…"))
                .map(part -> part.strip().replaceAll("^['(:.,]+|['(]+$", "").strip())
                .filter(part -> part.length() > 3)
                .toList();
        assertThat(SOURCES)
                .as("the parts of '%s' in one file", message)
                .anyMatch(source -> parts.stream().allMatch(source::contains));
    }

    @Test
    void thePageHasTheMessagesOfEveryPlace() {
        assertThat(messages()).hasSizeGreaterThan(70);
    }
}
