package io.skillsdk.internal.definition.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillRoutingTest {

    private static final String SKILL = """
            camel: 1.0.0
            name: routed
            inputs:
              - name: all
                routing:
                  all: {action: a, runtime: cortex/daemons, output: o}
                  property: kind
                  rules: [{match: x, action: never, runtime: cortex/daemons, output: o}]
              - name: field
                routing:
                  all: {}
                  field: model
                  rules:
                    - {match: Foo, action: foo, runtime: cortex/jobs, output: o}
                    - {match: bar, action: bar, runtime: cortex/daemons, output: o}
                  default: {action: other, runtime: cortex/daemons, output: o}
              - name: property
                routing:
                  property: kind
                  rules: [{match: "5", action: five, runtime: cortex/daemons, output: o}]
              - name: none
            outputs: [{name: o}]
            properties:
              - {name: kind, defaultValue: "5"}
              - {name: on, type: Boolean, defaultValue: "true"}
              - {name: keys, defaultValue: '{"a": [1]}'}
              - {name: text, defaultValue: "007"}
              - {name: unset}
              - {name: daemon.method, defaultValue: put}
              - {name: daemon.path, defaultValue: "profiles/{{payload.id}}"}
            """;

    private final SkillRouting routing = new SkillRouting(DefinitionReader.parse(SKILL));

    private String action(String input, Map<String, ?> payload, Map<String, ?> properties) {
        Input named = routing.input(input);
        assertThat(named).isNotNull();
        RoutingTarget target = routing.target(named, payload, routing.properties(properties));
        return target == null ? "none" : target.action();
    }

    @Test
    void theRoutingChoosesTheTarget() {
        assertThat(action("all", Map.of(), Map.of("kind", "x"))).isEqualTo("a");
        assertThat(action("field", Map.of("model", "FOO"), Map.of())).isEqualTo("foo");
        assertThat(action("field", Map.of("model", "bar"), Map.of())).isEqualTo("bar");
        assertThat(action("field", Map.of("model", "baz"), Map.of())).isEqualTo("other");
        assertThat(action("field", Map.of(), Map.of())).isEqualTo("other");
        assertThat(action("property", Map.of(), Map.of())).isEqualTo("five");
        assertThat(action("property", Map.of(), Map.of("kind", 5))).isEqualTo("five");
        assertThat(action("property", Map.of(), Map.of("kind", "6"))).isEqualTo("none");
        assertThat(action("none", Map.of(), Map.of())).isEqualTo("none");
    }

    @Test
    void onlyDeclaredPropertiesReachTheActionWithDefaultsAndDecoded() {
        assertThat(routing.properties(Map.of("on", "false", "undeclared", 1)))
                .containsEntry("kind", 5)
                .containsEntry("on", false)
                .containsEntry("keys", Map.of("a", List.of(1)))
                .containsEntry("text", "007")
                .containsEntry("daemon.method", "put")
                .doesNotContainKeys("undeclared", "unset");
    }

    @Test
    void theAddressIsOfTheProperties() {
        Map<String, Object> properties = routing.properties(Map.of());
        assertThat(routing.address(properties, Map.of("payload", Map.of("id", "a/b"))))
                .isEqualTo(new SkillRouting.Address("PUT", "profiles/a&#x2F;b"));
        assertThat(routing.address(properties, Map.of("payload", Map.of())))
                .isEqualTo(new SkillRouting.Address("PUT", null));
        assertThat(routing.address(Map.of(), Map.of())).isEqualTo(new SkillRouting.Address("POST", "invoke"));
    }

    @ParameterizedTest
    @CsvSource({
        "a/{{b}}/c, a/&lt;&#39;&quot;&gt;&amp;/c",
        "{{{b}}}, <'\">&",
        "{{& b }}x, <'\">&x",
        "plain, plain",
        "{{b.c}}, ",
        "{{missing}}, ",
    })
    void aTemplateIsFilledAsTheGatewayDoes(String template, String path) {
        assertThat(PathMustache.of(template).fill(Map.of("b", "<'\">&"))).isEqualTo(path);
    }

    @Test
    void aTemplateWithSectionsOrWithoutAnEndIsNotValid() {
        assertThat(PathMustache.of("{{#a}}x{{/a}}").isValid()).isFalse();
        assertThat(PathMustache.of("a/{{b").isValid()).isFalse();
        assertThat(PathMustache.of("a/{{b}}/{{{c}}}").isValid()).isTrue();
        assertThat(PathMustache.of("a/{{b}}/{{{c}}}").places())
                .containsExactly(new PathMustache.Place("b", true), new PathMustache.Place("c", false));
    }
}
