package io.skillsdk.testing.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a parameterized test once for each message file in a folder and the folders below it.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @MessageFiles("../../invoke")
 * void answersEveryMessage(Path message) {
 *     assertThat(tester.invokeMessage(message).isError()).isFalse();
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ArgumentsSource(MessageFilesProvider.class)
public @interface MessageFiles {

    /**
     * The folder with the {@code .json} files, relative to the folder the tests run in. The test fails when there
     * are none. Messages of inputs that the skill.yaml beside {@code invoke} routes to a job or an external API are left out.
     *
     * @return the folder's path
     */
    String value();
}
