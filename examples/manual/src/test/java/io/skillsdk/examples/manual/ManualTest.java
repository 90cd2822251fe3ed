package io.skillsdk.examples.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What README.md and docs/ show in Java compiles, and its tests pass. */
class ManualTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Pattern BLOCK = Pattern.compile("^```java\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern TYPE =
            Pattern.compile("^(?:public )?(?:final )?(?:class|record|interface) (\\w+)", Pattern.MULTILINE);

    /** Tests that need files beside them: they are compiled only. */
    private static final List<String> NEED_FILES = List.of("MessagesTest", "DefinitionTest");

    private static final String IMPORTS = """
            package manual;
            import static org.assertj.core.api.Assertions.assertThat;
            import io.restassured.RestAssured;
            import io.skillsdk.*;
            import io.skillsdk.HttpMethod;
            import io.skillsdk.Secret;
            import io.skillsdk.call.*;
            import io.skillsdk.daemon.*;
            import io.skillsdk.daemon.extension.*;
            import io.skillsdk.daemon.junit.*;
            import io.skillsdk.definition.*;
            import io.skillsdk.fabric.*;
            import io.skillsdk.fabric.connection.*;
            import io.skillsdk.jaxrs.*;
            import io.skillsdk.settings.*;
            import io.skillsdk.testing.*;
            import io.skillsdk.testing.junit.*;
            import jakarta.ws.rs.*;
            import jakarta.ws.rs.container.*;
            import jakarta.ws.rs.core.*;
            import java.net.URI;
            import java.nio.file.Path;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.stream.*;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.api.extension.*;
            import org.junit.jupiter.params.*;
            """;

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                    Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md").map(ROOT::resolve),
                    docs.filter(page -> page.toString().endsWith(".md")))
                    .filter(Files::exists)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Stream<Path> pagesWithCode() throws IOException {
        return pages().filter(page -> BLOCK.matcher(read(page)).find());
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pagesWithCode")
    void theCodeOfAPageCompilesAndItsTestsPass(Path page, @TempDir Path folder) throws Exception {
        List<String> types = new ArrayList<>();
        List<Path> sources = new ArrayList<>();
        Matcher block = BLOCK.matcher(read(page));
        while (block.find()) {
            Matcher type = TYPE.matcher(block.group(1));
            assertThat(type.find()).as("a block of %s declares a type", page).isTrue();
            StringBuilder earlier = new StringBuilder();
            types.forEach(name -> earlier.append("import manual.").append(name).append(".*;\n"));
            sources.add(Files.writeString(folder.resolve(type.group(1) + ".java"), IMPORTS + earlier + block.group(1)));
            types.add(type.group(1));
        }
        compile(sources, folder);
        run(
                types.stream()
                        .filter(name -> name.endsWith("Test") && !NEED_FILES.contains(name))
                        .toList(),
                folder);
    }

    private static void compile(List<Path> sources, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    folder.toString(),
                                    "-parameters",
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
    }

    private static void run(List<String> tests, Path folder) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            for (String test : tests) {
                SummaryGeneratingListener summary = new SummaryGeneratingListener();
                LauncherFactory.create()
                        .execute(
                                LauncherDiscoveryRequestBuilder.request()
                                        .selectors(selectClass(loader.loadClass("manual." + test)))
                                        .build(),
                                summary);
                assertThat(summary.getSummary().getTestsFoundCount()).isPositive();
                assertThat(summary.getSummary().getFailures())
                        .as(test)
                        .extracting(failure -> failure.getException().toString())
                        .isEmpty();
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void theReadmeIsReadInOneGo() {
        assertThat(read(ROOT.resolve("README.md")).lines().count()).isLessThanOrEqualTo(100);
    }
}
