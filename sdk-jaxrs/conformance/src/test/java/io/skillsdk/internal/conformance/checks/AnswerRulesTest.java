package io.skillsdk.internal.conformance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.conformance.http.RawReplies;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway, which is written in JavaScript, completes an activation with. */
class AnswerRulesTest {

    private static String fault(String status, String body) throws IOException {
        return AnswerRules.fault(RawReplies.of(status, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "false",
                "0",
                "-0",
                "0.0",
                "0e9",
                "-0.000E+5",
                "\"\"",
                "1e-400",
                "-1e-9999",
                "0.0000e-999"
            })
    void aPayloadThatIsEmptyToJavaScriptFails(String payload) throws IOException {
        assertThat(fault("200 OK", "{\"payload\":" + payload + "}")).startsWith("the payload is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\" \"",
                "\"0\"",
                "\"false\"",
                "\"\\u0000\"",
                "1",
                "-1",
                "1e-300",
                "1e999",
                "true",
                "[0]",
                "{\"payload\":0}",
                "9007199254740993"
            })
    void anyOtherPayloadIsTaken(String payload) throws IOException {
        assertThat(fault("200 OK", "{\"payload\":" + payload + "}")).isEmpty();
        assertThat(fault("299 X", " \n{\"a\":1,\"payload\":" + payload + "}\t")).isEmpty();
    }

    /** As JSON.parse does: of two members with one name the last counts. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"payload\":1,\"payload\":0}", "{\"payload\":1,\"\\u0070ayload\":null}"})
    void theLastOfTwoPayloadsCounts(String body) throws IOException {
        assertThat(fault("200 OK", body)).startsWith("the payload is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'payload':1}",
                "{payload:1}",
                "{\"payload\":1,}",
                "{\"payload\":NaN}",
                "{\"payload\":+1}",
                "{\"payload\":.5}",
                "{\"payload\":1.}",
                "{\"payload\":\"\t\"}",
                "{\"payload\":1}//x",
                "payload",
                "{"
            })
    void whatJsonParseRefusesIsNotJson(String body) throws IOException {
        assertThat(fault("200 OK", body)).startsWith("the body is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "200 OK"})
    void withoutABodyThereIsNoPayload(String status) throws IOException {
        assertThat(fault(status, "")).contains("without a body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"400 Bad Request", "302 Found", "500 X", "199 X"})
    void anythingElseThanSuccessIsTheFault(String status) throws IOException {
        if (!status.startsWith("1")) {
            assertThat(fault(status, "{\"payload\":1}")).startsWith("status " + status.substring(0, 3));
        }
    }
}
