package io.skillsdk.internal.definition.platform;

import static io.skillsdk.internal.definition.platform.PlatformFindings.messages;
import static io.skillsdk.internal.definition.platform.PlatformFindings.parts;
import static io.skillsdk.internal.definition.platform.PlatformFindings.skill;
import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.definition.model.Property;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyChecksTest {

    /** Numbers as JSON and the gateway's JavaScript have them. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    private static String property(String keys) {
        return skill("properties:\n  - {name: daemon.port, type: String, defaultValue: 5000}\n  - " + keys);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: a, type: String, defaultValue: yes}",
                "{name: a, type: string}",
                "{name: a}",
                "{name: a, type: Number, defaultValue: 0.5}",
                "{name: a, type: Number, defaultValue: '-1e3'}",
                "{name: a, type: Number, defaultValue: ''}",
                "{name: a, type: Number, defaultValue: '{{limit}}'}",
                "{name: a, type: Number, defaultValue: '${limit}'}",
                "{name: a, type: Boolean, defaultValue: 'True'}",
                "{name: a, type: Boolean, defaultValue: false}",
                "{name: a, type: Enum, validValues: [x, y], defaultValue: x}",
                "{name: a, type: Enum, validValues: [true, false], defaultValue: true}",
                "{name: a, type: Number, validValues: [0.50, 0.75], defaultValue: 0.50}",
                "{name: a, type: Number, validValues: [1, 2], defaultValue: 1.0}",
                "{name: a, type: Number, validValues: ['1', '2'], defaultValue: 2}",
                "{name: a, type: Number, validValues: [1e3], defaultValue: 1e3}",
                "{name: a, type: Secret}",
                "{name: a, qualifiedBy: daemon.port}",
                "{name: headers.X-Tenant}",
                "{name: headers.x_y!z}",
                "{name: header.x.y}",
            })
    void whatIsSoundHasNoFinding(String keys) {
        assertThat(parts(property(keys))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: String} | name name-missing",
                "{name: a, type: Text} | type property-type",
                "{name: a, type: Strin} | type property-type",
                "{name: a, type: Number, defaultValue: five} | defaultValue property-default",
                "{name: a, type: Number, defaultValue: 5d} | defaultValue property-default",
                "{name: a, type: Number, defaultValue: 10f} | defaultValue property-default",
                "{name: a, type: Number, defaultValue: '0x1p3'} | defaultValue property-default",
                "{name: a, type: Number, defaultValue: NaN} | defaultValue property-default",
                "{name: a, type: Number, defaultValue: Infinity} | defaultValue property-default",
                "{name: a, type: Number, defaultValue: 1e999} | defaultValue property-default",
                "{name: a, type: Number, defaultValue: true} | defaultValue property-default",
                "{name: a, type: Integer, defaultValue: 1_000} | defaultValue property-default",
                "{name: a, type: Boolean, defaultValue: yes} | defaultValue property-default",
                "{name: a, type: Boolean, defaultValue: 1} | defaultValue property-default",
                "{name: a, type: Enum} | validValues property-values-missing",
                "{name: a, type: Enum, validValues: []} | validValues property-values-missing",
                "{name: a, type: Enum, validValues: [x, y], defaultValue: X} | defaultValue property-default",
                "{name: a, type: Enum, validValues: [x, x]} | validValues property-values-twice",
                "{name: a, qualifiedBy: daemon.prot} | qualifiedBy property-qualified-by",
                "{name: headers.} | name header-name",
                "{name: headers.X Y} | name header-name",
                "{name: headers.é} | name header-name",
                "{name: headers.a.b} | name header-name",
                "{name: daemon.port, type: String} | name property-twice",
            })
    void whatIsWrongIsFoundWhereItIs(String keys, String finding) {
        assertThat(parts(property(keys))).containsExactly("properties[1]." + finding);
    }

    @Test
    void whatIsMeantIsSaid() {
        assertThat(messages(property("{name: a, type: Strin}")))
                .containsExactly("There is no type 'Strin'; did you mean 'String'? Fix the name.");
        assertThat(messages(property("{name: a, type: Enum, validValues: [small, large], defaultValue: smal}")))
                .containsExactly(
                        "The default of 'a' is not one of its validValues; did you mean 'small'? Fix the name.");
        assertThat(messages(property("{name: a, qualifiedBy: daemon.prot}")))
                .containsExactly("There is no property 'daemon.prot'; did you mean 'daemon.port'? Fix the name.");
        assertThat(messages(property("{name: headers.x-y.z}")))
                .containsExactly("'headers.x-y.z' is sent as the header 'x-y'; use a header's name without a dot.");
    }

    @Test
    void aDefaultIsANumberWhereJsonHasOne() {
        Property ofNumbers = new Property("a", null, null, null, "Number", null, List.of(), null, null, Map.of());
        for (long seed = 0; seed < 4000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            random.ints(1 + random.nextInt(6), 0, 16).forEach(c -> text.append("0159..eE+-dfDFx_".charAt(c)));
            boolean number =
                    NUMBER.matcher(text).matches() && Double.isFinite(new BigDecimal(text.toString()).doubleValue());
            assertThat(PropertyChecks.fits(ofNumbers, text.toString()))
                    .as("seed %d: '%s'", seed, text)
                    .isEqualTo(number);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "#SECURE.key | true |",
                "#SECURE.team/key_1.a-b | true |",
                "${secure.key} | true |",
                "~~ | true |",
                "{{secret}} | true |",
                "#secured | false |",
                "# secure.key | false |",
                "#SECURE.key | false | secure-missing",
                "${secure.key} | false | secure-missing",
                "Bearer #SECURE.key | true | secure-partial",
                "#SECURE. | true | secure-partial",
                "#SECURE.-key | true | secure-partial",
                "#secure.key | true | secure-partial",
                "#SECURE key | false | secure-partial",
                "${secure.key}x | true | secure-partial",
                "plain | true | secure-default",
                "5 | true | secure-default",
            })
    void aSecretIsAWholeReference(String value, boolean secure, String id) {
        assertThat(parts(property("{name: a, defaultValue: '" + value + "', secure: " + secure + "}")))
                .containsExactly(id == null ? new String[0] : new String[] {"properties[1].defaultValue " + id});
    }
}
