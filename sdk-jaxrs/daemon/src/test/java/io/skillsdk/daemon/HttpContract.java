package io.skillsdk.daemon;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.testing.SkillTester;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every door over HTTP holds to, whichever server is behind it. */
public abstract class HttpContract {

    protected static final String BODY = "{\"payload\":{\"text\":\"to be or not\"}}";

    protected static final RestAssuredConfig AS_SENT = RestAssuredConfig.config()
            .httpClient(TestPatience.ANSWERS)
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))
            .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    protected abstract URI uri();

    protected RequestSpecification request() {
        return given(new RequestSpecBuilder()
                        .setBaseUri(uri())
                        .setUrlEncodingEnabled(false)
                        .setConfig(AS_SENT)
                        .build())
                .contentType("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/invoke", "/invoke/", "/invoke?x=1"})
    public void aPayloadIsAnsweredWithAPayload(String path) {
        request()
                .body(BODY)
                .post(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body(equalTo("{\"payload\":{\"words\":4}}"));
    }

    @Test
    public void anAsynchronousActionIsAnswered() {
        request()
                .body(BODY)
                .post("/later")
                .then()
                .statusCode(200)
                .body(equalTo("{\"payload\":{\"words\":4},\"outputName\":\"out\"}"));
    }

    @Test
    public void aGetHasPathQueryAndHeaders() {
        request()
                .header("X-Test", "h")
                .get("/profiles/7?q=a%20b%26c")
                .then()
                .statusCode(200)
                .body(equalTo("{\"payload\":{\"id\":7,\"q\":\"a b&c\",\"header\":\"h\"}}"));
    }

    @Test
    public void headIsAnsweredWhereGetIs() {
        Response get = request().get("/profiles/7?q=a");
        Response head = request().head("/profiles/7?q=a");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
        assertThat(head.contentType()).isEqualTo(get.contentType());
        request().head("/invoke").then().statusCode(405);
    }

    @Test
    public void aPathParameterThatDoesNotConvertIsABadRequest() {
        request()
                .get("/profiles/seven")
                .then()
                .statusCode(400)
                .body("payload.error.violations[0].field", equalTo("path.id"));
    }

    @Test
    public void deleteAndPutAreAnswered() {
        request().delete("/profiles/7").then().statusCode(200).body(equalTo("{\"payload\":{}}"));
        request().body(BODY).put("/put").then().statusCode(200).body(equalTo("{\"payload\":{\"words\":4}}"));
    }

    @Test
    public void aWrongMethodIsAnsweredWithThoseAllowed() {
        request()
                .body(BODY)
                .put("/invoke")
                .then()
                .statusCode(405)
                .header("Allow", "POST")
                .body("payload.error.detail", equalTo("PUT is not allowed at /invoke. Use POST."));
        request().body(BODY).post("/profiles/7").then().statusCode(405).header("Allow", "DELETE, GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/html", "application/xml", "image/png;q=1"})
    public void noAcceptHeaderIsEverUnacceptable(String accept) {
        request().accept(accept).body(BODY).post("/invoke").then().statusCode(200);
    }

    @Test
    public void aFaultOfThePayloadIsABadRequest() {
        request()
                .body("{\"payload\":{},\"activationId\":\"a-1\"}")
                .post("/invoke")
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("payload.error.status", equalTo(400))
                .body("payload.error.activationId", equalTo("a-1"))
                .body("payload.error.violations[0].field", equalTo("payload.text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\uFEFF{}", "{\"payload\":[[[["})
    public void aBodyThatIsNoEnvelopeIsABadRequest(String body) {
        request().body(body).post("/invoke").then().statusCode(400).body("payload.error.title", equalTo("Bad Request"));
    }

    @Test
    public void aBodyThatIsNotJsonAndSaysSoIsAnUnsupportedMediaType() {
        request()
                .contentType("application/x-www-form-urlencoded")
                .body("a=b")
                .post("/invoke")
                .then()
                .statusCode(415)
                .body("payload.error.detail", containsString("application/x-www-form-urlencoded"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain", "application/json; charset=utf-8"})
    public void jsonIsTakenWhateverItIsCalled(String type) {
        request().contentType(type).body(BODY).post("/invoke").then().statusCode(200);
    }

    @Test
    public void anotherCharsetThanUtf8IsAnUnsupportedMediaTypeWhereItMatters() {
        request()
                .contentType("application/json; charset=ISO-8859-1")
                .body("{\"payload\":{\"text\":\"ä\"}}".getBytes(StandardCharsets.ISO_8859_1))
                .post("/invoke")
                .then()
                .statusCode(415)
                .body("payload.error.detail", containsString("ISO-8859-1"));
        request()
                .contentType("application/json; charset=ISO-8859-1")
                .body(BODY)
                .post("/invoke")
                .then()
                .statusCode(200);
    }

    @Test
    public void aBodyOverTheLimitIsTooLarge() {
        String body = "{\"payload\":{\"text\":\"" + "a".repeat(HttpActions.DEFAULT_MAX_REQUEST_BYTES) + "\"}}";
        request()
                .body(body)
                .post("/invoke")
                .then()
                .statusCode(413)
                .body("payload.error.detail", startsWith("The body is larger than 1048576 bytes."));
        request().body(BODY).post("/invoke").then().statusCode(200);
    }

    @Test
    public void aBodyJustUnderTheLimitIsTaken() {
        int rest = HttpActions.DEFAULT_MAX_REQUEST_BYTES - BODY.length();
        String body = "{\"pad\":\"" + "a".repeat(rest - 9) + "\"," + BODY.substring(1);
        assertThat(body.length()).isEqualTo(HttpActions.DEFAULT_MAX_REQUEST_BYTES);
        request().body(body).post("/invoke").then().statusCode(200);
    }

    @Test
    public void anExceptionIsAnsweredWithoutItsCause() {
        request().body(BODY).post("/refuse").then().statusCode(422).body("payload.error.detail", equalTo("No."));
        assertThat(request()
                        .body(BODY)
                        .post("/fail")
                        .then()
                        .statusCode(500)
                        .extract()
                        .asString())
                .contains("The action 'fail' failed.")
                .doesNotContain("the cause", "Exception");
    }

    @Test
    public void aGzippedBodyIsTaken() throws IOException {
        request()
                .header("Content-Encoding", "gzip")
                .body(gzip(BODY.getBytes(StandardCharsets.UTF_8)))
                .post("/invoke")
                .then()
                .statusCode(200)
                .body(equalTo("{\"payload\":{\"words\":4}}"));
    }

    @Test
    public void aGzipBombIsTooLarge() throws IOException {
        request()
                .header("Content-Encoding", "gzip")
                .body(gzip(new byte[50_000_000]))
                .post("/invoke")
                .then()
                .statusCode(413);
    }

    @Test
    public void whatIsNoGzipIsABadRequestAndAnotherEncodingAnUnsupportedMediaType() throws IOException {
        byte[] cut = gzip(BODY.getBytes(StandardCharsets.UTF_8));
        cut[cut.length / 2] ^= 0x55;
        request()
                .header("Content-Encoding", "gzip")
                .body(cut)
                .post("/invoke")
                .then()
                .statusCode(400);
        request()
                .header("Content-Encoding", "br")
                .body(BODY)
                .post("/invoke")
                .then()
                .statusCode(415);
    }

    @Test
    public void javasOwnClientIsAnsweredAtOnce() throws Exception {
        for (boolean expect : new boolean[] {false, true}) {
            // a client each: Grizzly alone closes a connection that was asked to change to HTTP/2, without a word
            askForAnUpgrade(HttpClient.newHttpClient(), expect);
        }
    }

    /** Sends a call as Java's client does it: its default is to ask for HTTP/2 with each request over HTTP/1.1. */
    protected final void askForAnUpgrade(HttpClient client, boolean expect) throws Exception {
        HttpRequest post = HttpRequest.newBuilder(uri().resolve("/invoke"))
                .timeout(Duration.ofSeconds(60))
                .expectContinue(expect)
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        HttpResponse<String> answer = client.send(post, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"payload\":{\"words\":4}}");
    }

    @Test
    public void everyAnswerIsByteForByteTheTesters() {
        SkillTester tester = SkillTester.of(new TestActions());
        for (String action : new String[] {"count", "later", "large", "refuse", "fail"}) {
            for (String body : new String[] {BODY, "{}", "{\"payload\":{\"text\":5},\"activationId\":\"a-1\"}", "{"}) {
                Response answer = request().body(body).post(action.equals("count") ? "/invoke" : "/" + action);
                var expected = tester.action(action).invokeJson(body);
                assertThat(answer.statusCode()).isEqualTo(expected.status());
                assertThat(answer.asByteArray()).isEqualTo(expected.bytes());
            }
        }
    }

    protected static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    protected static String gunzip(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
