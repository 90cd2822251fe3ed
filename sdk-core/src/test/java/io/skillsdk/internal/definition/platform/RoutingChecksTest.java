package io.skillsdk.internal.definition.platform;

import static io.skillsdk.internal.definition.platform.PlatformFindings.messages;
import static io.skillsdk.internal.definition.platform.PlatformFindings.parts;
import static io.skillsdk.internal.definition.platform.PlatformFindings.skill;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How inputs choose where they lead, and whether there is something there (gateway 6.11). */
class RoutingChecksTest {

    private static final String TO = "action: orders, runtime: cortex/daemons, output: response";

    private static final String PROPERTIES = "properties:\n  - {name: daemon.port, defaultValue: 5000}\n"
            + "  - {name: kind, type: Enum, validValues: [red, blue], defaultValue: red}";

    private static String routing(String routing) {
        return skill("inputs:\n  - name: request\n    routing: " + routing.replace("TO", TO), PROPERTIES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{all: {TO}}",
                "{property: kind, rules: [{match: RED, TO}, {match: blue, TO}], default: {TO}}",
                "{field: model, rules: [{match: any, TO}], default: {TO}}",
                "{all: {}, field: model, rules: [{match: any, TO}], default: {TO}}",
                "{all: {action: '{{skill}}', runtime: cortex/daemons, output: '{{out}}'}}",
            })
    void whatLeadsSomewhereHasNoFinding(String routing) {
        assertThat(parts(routing(routing)).stream().filter(part -> !part.contains("action-unused")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | routing routing-missing",
                "{all: {}} | routing.all routing-missing",
                "{default: {TO}, rules: [{match: a, TO}]} | routing routing-missing",
                "{all: {TO}, property: kind} | routing.property routing-shadowed",
                "{all: {TO}, field: kind} | routing.field routing-shadowed",
                "{all: {TO}, rules: [{match: a, TO}]} | routing.rules routing-shadowed",
                "{property: kind, rules: [{match: red, TO}]} | routing.default routing-default-missing",
                "{property: kind, rules: [{match: red, TO}], default: {}} | routing.default routing-default-missing",
                "{property: kind, default: {TO}} | routing.rules routing-rules-missing",
                "{property: kid, rules: [{match: red, TO}], default: {TO}} | routing.property routing-property-unknown",
                "{property: kind, rules: [{match: green, TO}], default: {TO}} | routing.rules[0].match rule-match-unknown",
                "{property: kind, rules: [{match: red, TO}, {match: RED, TO}], default: {TO}} | routing.rules[1].match rule-match-twice",
                "{property: kind, rules: [{match: '', TO}], default: {TO}} | routing.rules[0].match rule-match-missing",
                "{all: {action: order, runtime: cortex/daemons, output: response}} | routing.all.action routing-action-unknown",
                "{all: {runtime: cortex/daemons, output: response}} | routing.all.action routing-action-unknown",
                "{all: {action: orders, output: response}} | routing.all.runtime routing-runtime-unknown",
                "{all: {action: orders, runtime: cortex/demons, output: response}} | routing.all.runtime routing-runtime-unknown",
                "{all: {action: orders, runtime: cortex/daemons}} | routing.all.output routing-output-unknown",
                "{all: {action: orders, runtime: cortex/daemons, output: Response}} | routing.all.output routing-output-unknown",
            })
    void whatLeadsNowhereIsFoundWhereItIs(String routing, String finding) {
        assertThat(parts(routing(routing))).contains("inputs[0]." + finding).hasSize(1);
    }

    @Test
    void anInputWithoutRoutingLeadsNowhere() {
        assertThat(parts(skill("inputs: [{name: request}]"))).containsExactly("inputs[0].routing routing-missing");
        assertThat(parts(skill("inputs: []"))).containsExactly("inputs input-missing");
    }

    @Test
    void whatIsMeantIsSaid() {
        assertThat(messages(routing("{all: {action: order, runtime: cortex/daemons, output: response}}")))
                .containsExactly("The action 'order' is not one of the skill's; did you mean 'orders'? Fix the name.");
        assertThat(messages(routing("{all: {action: orders, runtime: cortex/daemon, output: response}}"))
                        .get(0))
                .endsWith("did you mean 'cortex/daemons'? Fix the name.");
        assertThat(messages(routing("{property: kind, rules: [{match: bleu, TO}], default: {TO}}")))
                .containsExactly(
                        "The match 'bleu' is none of the validValues of 'kind'; did you mean 'blue'? Fix the name.");
    }

    @Test
    void anOutputThatSeveralInputsNameAndTheListHasOtherwiseIsAtFaultInTheList() {
        String to = "routing: {all: {action: orders, runtime: cortex/daemons, output: answer}}";
        assertThat(parts(skill("inputs: [{name: a, " + to + "}, {name: b, " + to + "}]")))
                .containsExactly("outputs[0].name routing-output-unknown");
        assertThat(parts(skill("inputs: [{name: a, " + to + "}]")))
                .containsExactly("inputs[0].routing.all.output routing-output-unknown");
    }

    @Test
    void anActionOfTheWrongKindIsFoundWhereMostAgree() {
        String job = "{all: {action: orders, runtime: cortex/jobs, output: response}}";
        String daemon = "{all: {action: orders, runtime: cortex/daemons, output: response}}";
        assertThat(parts(skill("inputs: [{name: a, routing: " + job + "}, {name: b, routing: " + job + "}]")))
                .containsExactly("actions[0].type action-type");
        assertThat(parts(skill("inputs: [{name: a, routing: " + job + "}, {name: b, routing: " + daemon + "}]")))
                .containsExactly("inputs[0].routing.all.runtime action-type");
    }

    @Test
    void anActionThatNothingLeadsToIsFound() {
        String two = "actions: [{name: orders, type: daemon, image: a}, {name: other, type: job, image: b}]";
        assertThat(parts(skill(two))).containsExactly("actions[1].name action-unused");
        assertThat(messages(skill(two)).get(0)).contains("No input routes to the action 'other'");
    }

    @Test
    void anExternalApiNeedsAUrlAndNoAction() {
        String to = "inputs: [{name: a, routing: {all: {runtime: cortex/external-api, output: response}}}]";
        String none = "actions: []";
        assertThat(parts(skill(to, none, "properties: [{name: url, defaultValue: 'https://a/b'}]")))
                .isEmpty();
        assertThat(parts(skill(to, none, "properties: [{name: url, defaultValue: ''}]")))
                .isEmpty();
        assertThat(parts(skill(to, none, "properties: [{name: url, secure: true, defaultValue: '#SECURE.u'}]")))
                .isEmpty();
        assertThat(parts(skill(to, none, "properties: []"))).containsExactly("properties external-api");
        assertThat(parts(skill(to, none, "properties: [{name: urll, defaultValue: 'https://a'}]")))
                .containsExactly("properties[0].name external-api");
        assertThat(parts(skill(to, none, "properties: [{name: url, defaultValue: 'ftp://a'}]")))
                .containsExactly("properties[0].defaultValue external-api");
        assertThat(parts(skill(
                        to,
                        none,
                        "properties: [{name: url, defaultValue: 'HTTP://a'}, {name: method, defaultValue: GTE}]")))
                .containsExactly("properties[1].defaultValue external-api");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: daemon.port, defaultValue: 0} | properties[0].defaultValue daemon-port-invalid",
                "{name: daemon.port, defaultValue: 65536} | properties[0].defaultValue daemon-port-invalid",
                "{name: daemon.port, defaultValue: http} | properties[0].defaultValue daemon-port-invalid",
                "{name: daemon.port} | properties[0].name daemon-port-missing",
                "{name: daemon.prot, defaultValue: 5000} | properties[0].name daemon-port-missing",
                "{name: port, defaultValue: 5000} | properties daemon-port-missing",
                "{name: daemon.port, value: 5000} |",
                "{name: daemon.port, defaultValue: ' 5000 '} |",
                "{name: daemon.port, defaultValue: 5000}, {name: daemon.method, defaultValue: FETCH} | properties[1].defaultValue daemon-method-invalid",
                "{name: daemon.port, defaultValue: 5000}, {name: daemon.method, defaultValue: put} |",
                "{name: daemon.port, defaultValue: 5000}, {name: daemon.metod, defaultValue: PUT} | properties[1].name daemon-method-missing",
                "{name: daemon.port, defaultValue: 5000}, {name: daemon.pth, defaultValue: a} | properties[1].name daemon-path-missing",
                "{name: daemon.port, defaultValue: 5000}, {name: daemon.path, defaultValue: 'http://h/a'} | properties[1].defaultValue daemon-path-invalid",
                "{name: daemon.port, defaultValue: 5000}, {name: daemon.path, defaultValue: 'a#b'} | properties[1].defaultValue daemon-path-invalid",
                "{name: daemon.port, defaultValue: 5000}, {name: daemon.path, defaultValue: 'a b'} | properties[1].defaultValue daemon-path-invalid",
                "{name: daemon.port, defaultValue: 5000}, {name: daemon.path, defaultValue: '/a/{{ payload.id }}?x=1'} |",
                "{name: daemon.port, defaultValue: 5000}, {name: daemon.path, defaultValue: ''} |",
                "{name: daemon.port, defaultValue: 5000}, {name: daemon.path, defaultValue: '{{#payload}}a{{/payload}}'} |",
                "{name: daemon.port, defaultValue: 5000}, {name: daemon.path, defaultValue: 'a b/{{sessionId}}'} | properties[1].defaultValue daemon-path-invalid",
            })
    void theWayToADaemonIsChecked(String properties, String finding) {
        assertThat(parts(skill("properties: [" + properties + "]")))
                .containsExactly(finding == null ? new String[0] : new String[] {finding});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.0.0 |",
                "1 |",
                "'1.0' |",
                "1.2.3 |",
                "2.0.0 | camel camel-version",
                "'' | camel camel-version",
                "x | camel camel-version",
                "1.0.0.0 | camel camel-version",
                "1.0.0-beta | camel camel-version"
            })
    void theVersionOfTheFormatIsOneThatIsKnown(String version, String finding) {
        String quoted = version.isEmpty() ? "''" : version;
        assertThat(parts(skill().replace("camel: 1.0.0", "camel: " + quoted)))
                .containsExactly(finding == null ? new String[0] : new String[] {finding});
    }

    @ParameterizedTest
    @CsvSource({
        "a, true",
        "a1, true",
        "word-count, true",
        "A_b-9, true",
        "default/word-count, true",
        "a.b/c/d, true",
        "1a, false",
        "-a, false",
        "a-, false",
        "_a, false",
        "a_, false",
        "a.b, false",
        "'a b', false",
        "é, false",
        "/a, false",
        "a/, false",
        "a//b, false",
        "'', false"
    })
    void namesAreThoseOfThePlatform(String name, boolean valid) {
        assertThat(NameChecks.isValid(name)).isEqualTo(valid);
    }

    @Test
    void namesThatAreThereTwiceOrMissingAreFoundAtTheSecond() {
        String to = "routing: {all: {action: orders, runtime: cortex/daemons, output: response}}";
        assertThat(parts(skill("inputs: [{name: a, " + to + "}, {name: a, " + to + "}, {" + to + "}]")))
                .containsExactlyInAnyOrder("inputs[1].name input-twice", "inputs[2].name name-missing");
        assertThat(parts(skill("outputs: [{name: response}, {name: response}, {title: x}]")))
                .containsExactlyInAnyOrder("outputs[1].name output-twice", "outputs[2].name name-missing");
        assertThat(parts(skill(
                        "outputs: [{name: response, parameters: [{name: a, type: text}, {name: a}, {type: string}]}]")))
                .containsExactlyInAnyOrder(
                        "outputs[0].parameters[0].type parameter-type",
                        "outputs[0].parameters[1].name parameter-twice",
                        "outputs[0].parameters[1].type parameter-type",
                        "outputs[0].parameters[2].name name-missing");
    }
}
