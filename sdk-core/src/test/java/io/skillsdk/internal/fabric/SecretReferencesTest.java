package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.fabric.json.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values of a connection stand for a secret. */
class SecretReferencesTest {

    private final Set<String> asked = new LinkedHashSet<>();

    private JsonDocument fill(String json) {
        return SecretReferences.fill(JsonDocument.tryRead(json.getBytes(StandardCharsets.UTF_8)), names -> {
            asked.addAll(names);
            Map<String, JsonDocument> values = new HashMap<>();
            names.forEach(name -> values.put(name, JsonDocument.of("<" + name + ">")));
            return values;
        });
    }

    private static String one(String value) {
        return "{\"name\":\"c\",\"params\":[{\"name\":\"a\",\"value\":" + value + ",\"x\":1}],\"y\":2}";
    }

    /** Only a whole value is one (gateway). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"#SECURE.pw\" | pw",
                "\"#SECURE.a.b/c d\" | a.b/c d",
                "\"${secure.pw}\" | pw",
                "\"${secure.a}b}\" | a}b",
                "\"#SECURE.\" | ",
                "\"#secure.pw\" | ",
                "\"x#SECURE.pw\" | ",
                "\" #SECURE.pw\" | ",
                "\"${secure.pw}x\" | ",
                "\"${secure.}\" | ",
                "\"plain\" | ",
                "5 | ",
                "null | ",
                "{\"value\":\"#SECURE.pw\"} | "
            })
    void aReferenceIsTheWholeOfAValue(String value, @Nullable String name) {
        JsonDocument filled = fill(one(value));
        JsonDocument param = filled.get("params").elements().get(0);
        if (name == null) {
            assertThat(asked).isEmpty();
            assertThat(new String(filled.bytes(), StandardCharsets.UTF_8)).isEqualTo(one(value));
        } else {
            assertThat(asked).containsExactly(name);
            assertThat(param.get("value").text()).isEqualTo("<" + name + ">");
            assertThat(param.get("x").wholeNumber(0)).isEqualTo(1);
            assertThat(filled.get("y").wholeNumber(0)).isEqualTo(2);
        }
    }

    @Test
    void allAreAskedForAtOnceAndASecretIsNotLookedThroughOnceMore() {
        JsonDocument filled = SecretReferences.fill(
                JsonDocument.of(Map.of(
                        "params",
                        List.of(
                                Map.of("name", "a", "value", "#SECURE.one"),
                                Map.of("name", "b", "value", "#SECURE.two"),
                                Map.of("name", "c", "value", "#SECURE.one")))),
                names -> {
                    asked.add(String.join("+", names));
                    return Map.of("one", JsonDocument.of("#SECURE.two"), "two", JsonDocument.of(Map.of("k", 1)));
                });
        assertThat(asked).containsExactly("one+two");
        assertThat(filled.get("params").elements())
                .extracting(param -> param.get("value").text())
                .containsExactly("#SECURE.two", "{\"k\":1}", "#SECURE.two");
    }
}
