package io.skillsdk.internal.conformance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.conformance.http.RawReplies;
import io.skillsdk.internal.conformance.json.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of the platform must not read in an error. */
class ErrorRulesTest {

    private static String fault(String status, String body) throws IOException {
        return ErrorRules.fault(RawReplies.of(status, body));
    }

    /** As the languages of daemons print them. */
    static List<String> traces() {
        return List.of(
                "java.lang.IllegalStateException: no\n\tat acme.Shop.order(Shop.java:12)\n\tat acme.Main.main(Main.java:5)",
                "x.Y: no\n\tat java.base/java.lang.Thread.run(Thread.java:840)",
                "x.Y\n\tat acme.Shop.<init>(Shop.java:12)",
                "x.Y\n\tat acme.Shop.lambda$order$0(Shop.java:12)",
                "x.Y\n\tat jdk.internal.reflect.Method.invoke(Native Method)",
                "kotlin.KotlinNullPointerException\n\tat ShopKt.main(Shop.kt:3)",
                "Exception in thread \"main\" java.lang.Error",
                "Traceback (most recent call last):\n  File \"/app/main.py\", line 7, in order\nKeyError: 'a'",
                "  File \"/app/main.py\", line 7, in order",
                "TypeError: a\n    at order (/app/shop.js:3:7)\n    at node:internal/main:1:1",
                "TypeError: a\n    at Object.<anonymous> (/app/shop.ts:3:7)",
                "panic: no\n\ngoroutine 1 [running]:\nmain.main()\n\t/app/main.go:5",
                "System.Exception: no\n   at Acme.Shop.Order(String id) in /src/Shop.cs:line 12",
                "thread 'main' panicked at src/main.rs:2:5:\nno",
                "shop.rb:3:in `order': no (RuntimeError)\n\tfrom shop.rb:9:in `<main>'",
                "#0 /app/index.php(12): order()\n#1 {main}");
    }

    @ParameterizedTest
    @MethodSource("traces")
    void aStackTraceIsFoundAsTextAndInsideJson(String trace) throws IOException {
        assertThat(ErrorRules.shownFault(RawReplies.of("400 Bad Request", trace)))
                .startsWith("the body has a stack trace");
        String json = JsonWriter.write(Map.of("payload", Map.of("error", Map.of("detail", List.of(trace)))));
        assertThat(fault("400 Bad Request", json)).startsWith("the body has a stack trace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the text must have at least 1 character",
                "There is no customer 'at (x)'",
                "File \"orders.csv\" is not there, line 7 is missing",
                "look at example.js for more",
                "the order arrived at 10:30:15",
                "Shop.java:12 is not an order",
                "Exception: none",
                "# 0 /app (12)",
                "from: 3 to: 5 in 'orders'"
            })
    void aSentenceIsNoStackTrace(String sentence) throws IOException {
        String json = JsonWriter.write(Map.of("payload", Map.of("detail", sentence)));
        assertThat(fault("400 Bad Request", json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"no\"", "5", "null", "{\"error\":1}", "{\"payload\"", "<html>"})
    void anErrorWithoutAPayloadIsFound(String body) throws IOException {
        assertThat(fault("404 Not Found", body)).startsWith("the body is not a JSON object with a payload");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"payload\":null}", "{\"payload\":{}}", "{\"payload\":\"no\",\"x\":1}"})
    void anErrorWithOneIsNot(String body) throws IOException {
        assertThat(fault("404 Not Found", body)).isEmpty();
        assertThat(fault("404 ", body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "503 Service Unavailable, the platform discards what a 503 says",
        "404 Nothing Here, the reason phrase of 404 is 'Nothing Here'; users read it",
        "413 Too Large, the reason phrase of 413 is 'Too Large'; users read it"
    })
    void aStatusThatUsersCannotReadIsFound(String status, String fault) throws IOException {
        assertThat(ErrorRules.shownFault(RawReplies.of(status, "{\"payload\":{}}")))
                .startsWith(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "413 Payload Too Large",
                "413 Content Too Large",
                "413 Request Entity Too Large",
                "422 Unprocessable Entity",
                "422 Unprocessable Content",
                "418 I'm a teapot"
            })
    void phrasesOfOldAndNewRegistriesAreRight(String status) throws IOException {
        assertThat(fault(status, "{\"payload\":{}}")).isEmpty();
    }

    /** In whatever way JSON writes them. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theTokenIsFoundAlsoWhereItIsEscaped(boolean secret) throws IOException {
        String shown = secret ? Envelopes.SECRET : Envelopes.TOKEN;
        String escaped = "\\u%04x".formatted((int) shown.charAt(0)) + shown.substring(1);
        for (String text : List.of(shown, escaped)) {
            assertThat(fault("400 Bad Request", "{\"payload\":{\"x\":[\"is " + text + " valid\"]}}"))
                    .startsWith("the body repeats the token or a secret");
            assertThat(fault("400 Bad Request", "{\"payload\":{\"" + text + "\":1}}"))
                    .startsWith("the body repeats the token or a secret");
        }
    }
}
