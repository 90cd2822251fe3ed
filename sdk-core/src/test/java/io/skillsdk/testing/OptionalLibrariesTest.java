package io.skillsdk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What works for a user who has none of the libraries that are optional. */
class OptionalLibrariesTest {

    private static final Pattern OPTIONAL = Pattern.compile(".*/(jakarta\\.validation|hibernate-validator|junit).*");

    /** Runs within a class path of its own. */
    public static final class Call implements Callable<String> {

        record Text(String text) {}

        @SkillAction
        String upper(Text payload) {
            return payload.text().toUpperCase(Locale.ROOT);
        }

        @Override
        public String call() {
            return SkillTester.of(this)
                    .action("upper")
                    .invokeJson("{\"payload\":{\"text\":\"a\"}}")
                    .json();
        }
    }

    @Test
    void anActionIsTestedWithoutValidationAndJunitOnTheClassPath() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            URI uri = Path.of(entry).toUri();
            if (!OPTIONAL.matcher(uri.getPath()).matches()) {
                urls.add(uri.toURL());
            }
        }
        try (URLClassLoader bare = new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            Callable<?> call = (Callable<?>) bare.loadClass(Call.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(call.call()).isEqualTo("{\"payload\":\"A\"}");
        }
    }
}
