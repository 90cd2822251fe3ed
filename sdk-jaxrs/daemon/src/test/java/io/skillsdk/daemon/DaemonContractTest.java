package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.skillsdk.daemon.junit.SkillDaemonExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the daemon holds to beyond {@link HttpContract}, on whichever route its requests take. */
class DaemonContractTest extends HttpContract {

    @RegisterExtension
    static final SkillDaemonExtension DAEMON = SkillDaemonExtension.of(() -> Calls.daemon(new TestActions()));

    @Override
    protected URI uri() {
        return DAEMON.uri();
    }

    @Test
    void healthAnswersOnceReady() {
        request().get("/health").then().statusCode(200).body("payload.status", equalTo("up"));
        request().head("/health").then().statusCode(200);
    }

    @Test
    void anUnknownPathIsAnsweredWithThoseServed() {
        request()
                .body(BODY)
                .post("/nope")
                .then()
                .statusCode(404)
                .contentType("application/json")
                .body(
                        "payload.error.detail",
                        equalTo(
                                "Nothing answers at /nope. This daemon serves POST /invoke, DELETE /profiles/{id}, POST /fail,"
                                        + " POST /large, POST /later, GET /profiles/{id}, PUT /put, POST /refuse."));
        request().get("/").then().statusCode(404);
        request().get("/profiles/7/8").then().statusCode(404);
    }

    @Test
    void everyAnswerSaysWhenItWasGiven() {
        for (Response answer : List.of(
                request().body(BODY).post("/invoke"),
                request().body("{").post("/invoke"),
                request().body(BODY).post("/nope"),
                request().get("/health"))) {
            assertThat(answer.headers().getValues("Date"))
                    .singleElement()
                    .satisfies(date -> assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant())
                            .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES)));
        }
    }

    @Test
    void javasOwnClientIsAnsweredCallAfterCall() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 50; i++) {
            askForAnUpgrade(client, i % 2 == 1);
        }
    }

    @Test
    void largeAnswersAreCompressedForThoseWhoWantIt() throws IOException {
        String plain = request()
                .body(BODY)
                .post("/large")
                .then()
                .header("Content-Encoding", nullValue())
                .extract()
                .asString();
        Response gzipped = request()
                .header("Accept-Encoding", "gzip, deflate, br")
                .body(BODY)
                .post("/large");
        assertThat(gzipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(gunzip(gzipped.asByteArray())).isEqualTo(plain);
    }
}
