package io.skillsdk.internal.definition.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainClassesTest {

    @ParameterizedTest
    @CsvSource({
        "java io.skillsdk.internal.definition.platform.MainClasses,",
        "java io.skillsdk.internal.definition.platform.MainClassesTest$Inner, io.skillsdk.internal.definition.platform.MainClassesTest$Inner",
        "java com.acme.Missing, com.acme.Missing",
        "/opt/java/bin/java -Xmx1g com.acme.Missing --x, com.acme.Missing",
        "sh -c java com.acme.Missing, com.acme.Missing",
        "java -cp com.acme.Jar com.acme.Missing, com.acme.Missing",
        "java --class-path com.acme.Jar com.acme.Missing, com.acme.Missing",
        "java $JAVA_OPTS com.acme.Missing, com.acme.Missing",
        "java @options com.acme.Missing, com.acme.Missing",
        "java -m acme/com.acme.Main com.acme.Argument,",
        "java App com.acme.Argument,",
        "java -cp /app/* java.lang.String com.acme.Argument,",
        "java -jar com.acme.Missing,",
        "java -Dx=1 -jar app.jar com.acme.Argument,",
        "javac com.acme.Missing,",
        "python com.acme.Missing,",
        "java App,",
        "java com.acme.lower,",
        "java,",
    })
    void theClassThatACommandStartsIsLookedUp(String command, @Nullable String missing) {
        assertThat(MainClasses.missing(List.of(command.split(" ")))).isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource({"''", "a", "java"})
    void aCommandWithoutAClassMissesNone(String word) {
        assertThat(MainClasses.missing(List.of(word))).isNull();
        assertThat(MainClasses.missing(List.of())).isNull();
        assertThat(MainClasses.missing(List.of("java", "a.".repeat(100_000) + "B")))
                .isNull();
    }
}
