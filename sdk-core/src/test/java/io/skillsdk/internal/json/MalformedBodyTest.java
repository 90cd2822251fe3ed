package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillRequest;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.action.BodyOnly;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.routing.ActionCatalog;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedBodyTest {

    record Text(String text) {}

    static final class Echo {
        @SkillAction
        Map<String, Object> echo(SkillRequest<Text> request) {
            return Map.of("text", String.valueOf(request.payload().text()));
        }
    }

    private final ActionCatalog catalog = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(new Echo()));

    private final ActionPipeline pipeline = new ActionPipeline(ProcessFabric.onFirstUse());

    private ActionAnswer send(byte[] body) {
        return pipeline.invoke(catalog.only(), new BodyOnly(body))
                .toCompletableFuture()
                .join();
    }

    private String refused(byte[] body) {
        ActionAnswer answer = send(body);
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.status()).as(text).isEqualTo(400);
        assertThat(text).doesNotContain("Exception", "jackson", "io.skillsdk", "`");
        return text;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "[",
                "{\"payload\"",
                "{\"payload\":",
                "{\"payload\":{\"text\":\"a",
                "{\"payload\":{}",
                "{\"payload\":{},}",
                "{\"payload\":{}}}",
                "{\"payload\":{}} x",
                "{} {}",
                "{'payload':{}}",
                "{payload:{}}",
                "{\"payload\":tru}",
                "{\"payload\":NaN}",
                "{\"payload\":01}",
                "{\"payload\":+1}",
                "{\"payload\":.5}",
                "{\"payload\":1.}",
                "{\"payload\":\"\\x\"}",
                "{\"payload\":\"\\u12\"}",
                "{\"payload\":\"a\nb\"}",
                "{\"payload\":\"a\tb\"}",
                "{\"a\":1 \"b\":2}",
                "// comment\n{}",
                "/* */{}",
                "token=eyJhbGciOi",
                "<xml/>",
                "payload=1",
                " ",
                "\n\n",
                "null",
                "true",
                "0",
                "\"text\"",
                "[]",
                "[{\"payload\":{}}]"
            })
    void whatIsNoJsonObjectIsRefused(String body) {
        refused(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theRefusalTellsWhereTheJsonBreaks() {
        assertThat(refused(utf8("{\"payload\":\n {\"text\": oops}}"))).contains("not valid JSON, at line 2, column 11");
    }

    @Test
    void theRefusalOfACutBodySaysSo() {
        assertThat(refused(utf8("{\"payload\":{\"text\":\"a"))).contains("The body ends before its JSON does");
    }

    @Test
    void theRefusalQuotesNothingOfTheBody() {
        assertThat(refused(utf8("{\"token\": eyJhbGciOi.secret}"))).doesNotContain("eyJ", "secret");
    }

    @Test
    void anEmptyBodyIsRefusedWithAnExample() {
        assertThat(refused(new byte[0])).contains("The body is empty");
    }

    @Test
    void aByteOrderMarkIsRefused() {
        assertThat(refused(utf8("\uFEFF{\"payload\":{}}"))).contains("byte order mark");
    }

    @Test
    void otherEncodingsAreRefused() {
        String json = "{\"payload\":{\"text\":\"ä\"}}";
        assertThat(refused(json.getBytes(StandardCharsets.UTF_16))).contains("UTF-8");
        assertThat(refused(json.getBytes(StandardCharsets.UTF_16LE))).contains("UTF-8");
        assertThat(refused(json.getBytes(StandardCharsets.UTF_16BE))).contains("UTF-8");
        assertThat(refused(json.getBytes(StandardCharsets.ISO_8859_1))).contains("UTF-8");
        String late = "{\"payload\":{\"text\":\"" + "ä€".repeat(10_000) + "\"}}";
        assertThat(refused(utf8(late.replace("}}", "oops}")))).contains("not valid JSON");
        assertThat(refused(late.getBytes(Charset.forName("windows-1252")))).contains("UTF-8");
    }

    @Test
    void deepNestingIsRefused() {
        for (String unit : List.of("[", "{\"a\":")) {
            assertThat(refused(utf8("{\"payload\":" + unit.repeat(100_000)))).contains("levels of nesting");
        }
    }

    @Test
    void hugeNumbersAreRefused() {
        assertThat(refused(utf8("{\"payload\":" + "9".repeat(100_000) + "}"))).contains("characters in a number");
    }

    @Test
    void endlessKeysAreRefused() {
        assertThat(refused(utf8("{\"payload\":{\"" + "k".repeat(100_000) + "\":1}}")))
                .contains("50000 in a key");
    }

    @Test
    void aFaultAfterThePayloadIsRefusedToo() {
        refused(utf8("{\"payload\":{\"text\":\"a\"},\"properties\":{\"a\":}}"));
        refused(utf8("{\"payload\":{\"text\":5},\"properties\":{\"a\":}}"));
    }

    @Test
    void oddValuesAroundThePayloadAreTaken() {
        ActionAnswer answer = send(utf8("""
                {"activationId": 5, "sessionId": null, "properties": "", "headers": [1], "timestamp": {"a": 1},
                 "token": false, "payload": {"text": "a"}, "payload2": [[]], "": 1}"""));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void brokenCopiesOfASoundBodyNeverFailOtherwiseThanWith400() {
        byte[] sound = utf8("""
                {"activationId":"1b446da8","payload":{"text":"ä word €"},"properties":{"a":[1,2.5e3,true,null]},"timestamp":1}""");
        Random random = new Random(20261123);
        for (int round = 0; round < 20_000; round++) {
            byte[] broken = Arrays.copyOf(sound, round % 2 == 0 ? sound.length : random.nextInt(sound.length + 1));
            for (int i = 0; i < 1 + random.nextInt(3) && broken.length > 0; i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            ActionAnswer answer = send(broken);
            assertThat(answer.status())
                    .as("%s", (Object) Arrays.toString(broken))
                    .isIn(200, 400);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
