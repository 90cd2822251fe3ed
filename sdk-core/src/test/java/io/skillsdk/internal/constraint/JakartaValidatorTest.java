package io.skillsdk.internal.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import io.skillsdk.settings.SkillSettings;
import io.skillsdk.testing.SkillTester;
import jakarta.validation.constraints.Min;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Class paths with Hibernate Validator, and without what it needs. */
class JakartaValidatorTest {

    record Free(int size) {}

    record Bounded(@Min(1) int size) {}

    static final class Echo {
        @SkillAction
        String echo(String text) {
            return text;
        }
    }

    /** What a test of an author's does. */
    public static final class Tester implements Runnable {
        @Override
        public void run() {
            SkillTester.of(new Echo());
        }
    }

    /** Settings with a constraint. */
    public static final class BoundedSettings implements Runnable {
        @Override
        public void run() {
            SkillSettings.of(Map.of("acme.size", "2")).bind("acme", Bounded.class);
        }
    }

    /** Settings without one. */
    public static final class FreeSettings implements Runnable {
        @Override
        public void run() {
            SkillSettings.of(Map.of("acme.size", "2")).bind("acme", Free.class);
        }
    }

    private static Stream<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
    }

    private static Throwable thrownWithout(String jars, Class<? extends Runnable> type) throws Exception {
        URL[] others = classPath()
                .filter(entry -> !entry.getFileName().toString().matches(jars))
                .map(JakartaValidatorTest::url)
                .toArray(URL[]::new);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Runnable made = (Runnable)
                    loader.loadClass(type.getName()).getDeclaredConstructor().newInstance();
            try {
                made.run();
                return null;
            } catch (RuntimeException e) {
                return e;
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void assertNamesTheDependency(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The class path has a provider of Jakarta Validation without Jakarta Expression Language, which"
                                + " it needs. Add this to the dependencies in pom.xml:"
                                + " <dependency><groupId>org.glassfish.expressly</groupId><artifactId>expressly</artifactId>"
                                + "<version>" + JakartaValidator.EXPRESSLY + "</version></dependency>");
    }

    @Test
    void aProviderWithoutExpressionsIsRefusedWithTheDependencyThatIsMissing() throws Exception {
        assertNamesTheDependency(thrownWithout("expressly-.*", Tester.class));
        assertNamesTheDependency(thrownWithout("expressly-.*|jakarta\\.el-api-.*", BoundedSettings.class));
    }

    @Test
    void settingsWithoutConstraintsNeedNoProvider() throws Exception {
        assertThat(thrownWithout("expressly-.*", FreeSettings.class)).isNull();
    }

    @Test
    void withoutAProviderOrItsApiNothingIsChecked() throws Exception {
        assertThat(thrownWithout("hibernate-validator-.*", BoundedSettings.class))
                .isNull();
        assertThat(thrownWithout("hibernate-validator-.*|jakarta\\.validation-api-.*", Tester.class))
                .isNull();
    }

    @Test
    void theDependencyThatIsNamedHasTheVersionThatTheSdkIsTestedWith() {
        assertThat(classPath().map(entry -> entry.getFileName().toString()))
                .contains("expressly-" + JakartaValidator.EXPRESSLY + ".jar");
    }
}
