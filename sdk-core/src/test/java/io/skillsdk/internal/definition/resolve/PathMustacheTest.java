package io.skillsdk.internal.definition.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates as the gateway's Mustache (mustache.js) fills them. */
class PathMustacheTest {

    private static final Map<String, Object> ENVELOPE = Map.of(
            "outputName", "get",
            "payload", Map.of("id", "a/b<c>&\"d'`=", "n", 5, "yes", true, "nested", Map.of("k", "v")),
            "properties", Map.of("tenant", "acme"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "invoke | invoke",
                "~~ | ~~",
                "{{outputName}} | get",
                "a/{{ outputName }}/b | a/get/b",
                "{{payload.n}}-{{payload.yes}} | 5-true",
                "{{payload.nested.k}} | v",
                "{{properties.tenant}}?x=1 | acme?x=1",
                "{{payload.id}} | a&#x2F;b&lt;c&gt;&amp;&quot;d&#39;&#x60;&#x3D;",
                "{{{payload.id}}} | a/b<c>&\"d'`=",
                "{{&payload.id}} | a/b<c>&\"d'`=",
                "{{& payload.id }} | a/b<c>&\"d'`=",
                "{{payload.none}} | ",
                "{{none}} | ",
                "{{outputName.length}} | ",
                "{{payload.nested.k.x}} | ",
                "{a}{{outputName}}} | {a}get}",
            })
    void theEnvelopesValuesTakeTheirPlaces(String template, @Nullable String path) {
        PathMustache read = PathMustache.of(template);
        assertThat(read.isValid()).isTrue();
        assertThat(read.fill(ENVELOPE)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{",
                "a{{b",
                "{{}}",
                "{{ }}",
                "{{{a}}",
                "{{{}}}",
                "{{#a}}x{{/a}}",
                "{{^a}}x{{/a}}",
                "{{/a}}",
                "{{! a}}",
                "{{> a}}",
                "{{=<% %>=}}",
                "{{&}}",
                "{{{"
            })
    void whatIsMoreThanTextAndPlacesIsNotValid(String template) {
        assertThat(PathMustache.of(template).isValid()).isFalse();
    }

    @Test
    void placesAreToldInTheirOrder() {
        assertThat(PathMustache.of("{{a}}/{{{b.c}}}/{{&d}}/{{a}}").places())
                .containsExactly(
                        new PathMustache.Place("a", true),
                        new PathMustache.Place("b.c", false),
                        new PathMustache.Place("d", false),
                        new PathMustache.Place("a", true));
    }

    /** Put together of parts, a template gives its parts again. */
    @Test
    void aTemplateIsFilledPartByPart() {
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            StringBuilder template = new StringBuilder();
            StringBuilder filled = new StringBuilder();
            Map<String, Object> envelope = new HashMap<>();
            List<String> keys = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                String text = List.of("", "/", "a", "{b}", "}", " ", "é").get(random.nextInt(7));
                template.append(text);
                filled.append(text);
                String key = "k" + random.nextInt(3);
                String value = String.valueOf(envelope.computeIfAbsent(key, none -> "v" + random.nextInt(9)));
                keys.add(key);
                template.append(List.of("{{%s}}", "{{{%s}}}", "{{ %s }}", "{{&%s}}", "{{{ %s }}}")
                        .get(random.nextInt(5))
                        .formatted(key));
                filled.append(value);
            }
            PathMustache read = PathMustache.of(template.toString());
            assertThat(read.fill(envelope)).as("seed %d: %s", seed, template).isEqualTo(filled.toString());
            assertThat(read.places()).extracting(PathMustache.Place::key).isEqualTo(keys);
            if (!keys.isEmpty()) {
                envelope.remove(keys.get(random.nextInt(keys.size())));
                assertThat(read.fill(envelope))
                        .as("seed %d: %s", seed, template)
                        .isNull();
            }
        }
    }
}
