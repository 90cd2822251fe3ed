package io.skillsdk.examples.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page for users of FastAPI shows in Python. */
@Tag("one-jdk")
class PythonTest {

    private static final Pattern BLOCK = Pattern.compile("^```python\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    /** The one of the system has Debian's packages. */
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

    @TempDir
    private Path folder;

    private static String block() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../../docs/fastapi.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private String run(String python, String source) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("block.py"), source);
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(python, file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(said, StandardCharsets.UTF_8).strip();
    }

    private Stream<String> pythonsThat(String source) {
        return PYTHONS.stream().filter(python -> {
            try {
                return run(python, source + "\nprint('yes')\n").equals("yes");
            } catch (IOException e) {
                return false; // there is none
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void itIsPython() throws Exception {
        String python = pythonsThat("").findFirst().orElse("");
        assumeTrue(!python.isEmpty(), "There is no python3.");
        Path shown = Files.writeString(folder.resolve("shown.py"), block());

        assertThat(run(python, "compile(open('" + shown + "').read(), 'fastapi.md', 'exec')\nprint('compiled')"))
                .isEqualTo("compiled");
    }

    @Test
    void itDoesWithFastApiWhatThePageSays() throws Exception {
        String python = pythonsThat("import fastapi").findFirst().orElse("");
        assumeTrue(!python.isEmpty(), "There is no fastapi for python3.");

        assertThat(run(python, """
                        from fastapi import FastAPI, HTTPException
                        from pydantic import BaseModel
                        """ + block() + """
                        print(run(Request(payload=Text(text="to be or not", limit=3))))
                        try:
                            run(Request(payload=Text(text=" ")))
                        except HTTPException as e:
                            print(e.status_code, e.detail)
                        """)).isEqualTo("{'payload': {'words': 3}}\n422 The text is blank.");
    }
}
