package io.skillsdk.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.Header;
import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.QueryParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import io.skillsdk.call.RefusalReason;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.call.Invocation;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.routing.Route;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every door over HTTP answers, without a server. */
class HttpActionsTest {

    record Text(String text) {}

    static final class Actions {
        @SkillAction
        public Text echo(Text text) {
            return text;
        }

        @SkillAction
        public Text upper(Text text) {
            return new Text(text.text().toUpperCase(java.util.Locale.ROOT));
        }

        @SkillAction(path = "things/{id}", method = HttpMethod.GET)
        public String thing(
                @PathParameter("id") String id,
                @QueryParameter("q") List<String> q,
                @Header("X-Tenant") String tenant) {
            return id + q + tenant;
        }

        @SkillAction(path = "time")
        public Map<String, Long> time(SkillContext context) {
            return Map.of("left", context.remaining().toSeconds());
        }

        @SkillAction(path = "fails")
        public String fails() {
            throw new IllegalArgumentException("secret");
        }
    }

    private final Refusals refusals = new Refusals();

    private final HttpActions actions = new HttpActions(
            ActionCatalog.of(ActionDefaults.PLATFORM, List.of(new Actions())),
            new ActionPipeline(ProcessFabric.onFirstUse()),
            new BodyLimit(200),
            Duration.ofSeconds(100),
            refusals);

    private Route.Found found(String method, String path) {
        return (Route.Found) actions.route(method, path);
    }

    private ActionAnswer call(Route.Found found, HttpExchange exchange, InputStream body) {
        return actions.invoke(found, exchange, body, Invocation::run, refused -> {}, thrown -> false)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private ActionAnswer post(String path, byte[] body, String... headers) {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return call(found("POST", path), GivenExchange.of(all, Map.of()), new ByteArrayInputStream(body));
    }

    private static String text(ActionAnswer answer) {
        return new String(answer.body(), UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private void expectRefused(ActionAnswer answer, int status, RefusalReason reason) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(text(answer)).startsWith("{\"payload\":{\"error\":{\"status\":" + status);
        for (RefusalReason each : RefusalReason.values()) {
            assertThat(refusals.of(each)).as("%s", each).isEqualTo(each == reason ? 1 : 0);
        }
    }

    @Test
    void aCallIsAnswered() throws IOException {
        byte[] body = "{\"payload\":{\"text\":\"é\"}}".getBytes(UTF_8);
        assertThat(text(post("echo", body))).contains("{\"text\":\"é\"}");
        assertThat(text(post("echo", gzip(body), "Content-Encoding", "gzip"))).contains("{\"text\":\"é\"}");
        assertThat(text(post("echo", body, "Content-Encoding", "gzip"))).contains("{\"text\":\"é\"}");
        assertThat(text(post("echo", body, "Content-Length", String.valueOf(body.length))))
                .contains("{\"text\":\"é\"}");
    }

    @Test
    void theOutputChoosesTheActionAtTheSharedPath() {
        byte[] body = "{\"outputName\":\"upper\",\"payload\":{\"text\":\"a\"}}".getBytes(UTF_8);
        assertThat(text(post("invoke", body))).contains("{\"text\":\"A\"}");
        expectRefused(
                post("invoke", "{\"outputName\":\"lower\",\"payload\":{}}".getBytes(UTF_8)),
                400,
                RefusalReason.UNKNOWN_OUTPUT);
    }

    @Test
    void aCallWithoutABodyReadsNone() {
        InputStream closed = InputStream.nullInputStream();
        try {
            closed.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        ActionAnswer answer = call(
                found("GET", "things/a%2Fb"),
                GivenExchange.of(Map.of("x-tenant", "acme"), Map.of("q", List.of("1", "2"))),
                closed);
        assertThat(text(answer)).contains("a/b[1, 2]acme");
    }

    @Test
    void aBodyThatWasReadFromIsReadOnFromWhereItIs() {
        byte[] body = "x{\"payload\":{\"text\":\"a\"}}".getBytes(UTF_8);
        ReceivedBody received = new ReceivedBody(body);
        assertThat(received.untouched()).isSameAs(body);
        assertThat(received.read()).isEqualTo('x');
        assertThat(received.untouched()).isNull();
        assertThat(text(call(found("POST", "echo"), GivenExchange.of(Map.of(), Map.of()), received)))
                .contains("{\"text\":\"a\"}");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeAndAfterUncompressing() throws IOException {
        expectRefused(post("echo", new byte[201]), 413, RefusalReason.BODY_TOO_LARGE);
        assertThat(post("echo", new byte[200]).status()).isEqualTo(400);
        assertThat(post("echo", gzip(new byte[201]), "Content-Encoding", "gzip").status())
                .isEqualTo(413);
        assertThat(post("echo", new byte[0], "Content-Length", "201").status()).isEqualTo(413);
        assertThat(post("echo", new byte[0], "Content-Length", "99999999999").status())
                .isEqualTo(413);
        assertThat(refusals.of(RefusalReason.BODY_TOO_LARGE)).isEqualTo(4);
    }

    @Test
    void aBodyThatBreaksOffIsRefused() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream("{".getBytes(UTF_8)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });
        ActionAnswer answer = call(found("POST", "echo"), GivenExchange.of(Map.of(), Map.of()), broken);
        expectRefused(answer, 400, RefusalReason.BODY_UNREADABLE);
        assertThat(text(answer)).doesNotContain("gone");
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Encoding, br, 415",
        "Content-Encoding, 'gzip, gzip', 415",
        "Content-Type, application/json; charset=utf-16, 415",
        "Content-Length, many, 400",
        "Content-Length, '1,2', 400"
    })
    void whatIsNotUnderstoodIsRefused(String header, String value, int status) {
        expectRefused(
                post("echo", "{\"payload\":{\"text\":\"é\"}}".getBytes(UTF_8), header, value),
                status,
                RefusalReason.BODY_UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"POST, nope, 404", "GET, echo, 405", "DELETE, things/1, 405", "GET, things, 404", "GET, things/, 404"})
    void whatNoActionTakesIsRefused(String method, String path, int status) {
        Route route = actions.route(method, path);
        ActionAnswer answer = actions.refuse(route, path, method);
        expectRefused(answer, status, status == 405 ? RefusalReason.WRONG_METHOD : RefusalReason.UNKNOWN_PATH);
        assertThat(answer.headers().containsKey("Allow")).isEqualTo(status == 405);
    }

    @Test
    void aFailureIsAnsweredOnceAndToldOfNothing() {
        ActionAnswer answer = post("fails", "{}".getBytes(UTF_8));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(text(answer)).doesNotContain("secret").doesNotContain("IllegalArgument");
    }

    @Test
    void anExceptionThatIsAnsweredElsewhereIsLeftToIt() {
        ActionAnswer answer = actions.invoke(
                        found("POST", "fails"),
                        GivenExchange.of(Map.of(), Map.of()),
                        new ByteArrayInputStream("{}".getBytes(UTF_8)),
                        Invocation::run,
                        refused -> {},
                        IllegalArgumentException.class::isInstance)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
        assertThat(answer.failure())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("secret");
    }

    @Test
    void aCallHasTheTimeOfItsDoor() {
        assertThat(text(post("time", "{}".getBytes(UTF_8)))).matches(".*\"left\":(9[0-9]|100).*");
    }

    @Test
    void whatOthersHaveTakenOfItsTimeIsOver() {
        HttpExchange exchange = new GivenExchange(Map.of(), Map.of(), Duration.ofSeconds(40));
        ActionAnswer answer = call(found("POST", "time"), exchange, new ByteArrayInputStream("{}".getBytes(UTF_8)));
        assertThat(text(answer)).matches(".*\"left\":(5[0-9]|60).*");
    }

    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void eachReasonIsCountedByItself(RefusalReason reason) {
        refusals.count(reason);
        refusals.count(reason);
        for (RefusalReason each : RefusalReason.values()) {
            assertThat(refusals.of(each)).isEqualTo(each == reason ? 2 : 0);
        }
    }

    @Test
    void aBusyDaemonSaysSoAndCountsIt() {
        expectRefused(actions.tooBusy("Try again."), 429, RefusalReason.OVERLOADED);
    }
}
