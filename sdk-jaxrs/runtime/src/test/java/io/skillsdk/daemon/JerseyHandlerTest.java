package io.skillsdk.daemon;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The daemon with JAX-RS components of its author: everything goes through Jersey. */
class JerseyHandlerTest {

    private static final String BODY = HttpContract.BODY;

    @Path("own")
    public static final class OwnResource {
        @GET
        public String get() {
            return "own";
        }

        @POST
        public String post(String body) {
            return "got " + body.length();
        }

        @POST
        @Path("form")
        public String form(@FormParam("name") String name) {
            return "hello " + name;
        }

        @GET
        @Path("refuse/{status}")
        public jakarta.ws.rs.core.Response refuse(@PathParam("status") int status, @QueryParam("close") boolean close) {
            return jakarta.ws.rs.core.Response.status(status)
                    .entity("x".repeat(20_000))
                    .header("Connection", close ? "close" : null)
                    .build();
        }

        @GET
        @Path("refuse/bare/{status}")
        public String refuseBare(@PathParam("status") int status) {
            throw new WebApplicationException(
                    status == 418
                            ? jakarta.ws.rs.core.Response.status(status, "Short and stout")
                                    .build()
                            : jakarta.ws.rs.core.Response.status(status).build());
        }

        @GET
        @Path("half")
        public StreamingOutput half() {
            return out -> {
                out.write("x".repeat(20_000).getBytes(StandardCharsets.US_ASCII));
                out.flush();
                throw new IllegalStateException("the cause");
            };
        }

        @GET
        @Path("half/later")
        public void halfLater(@Suspended AsyncResponse response) {
            new Thread(() -> response.resume(half())).start();
        }

        @GET
        @Path("phrase")
        public jakarta.ws.rs.core.Response phrase() {
            return jakarta.ws.rs.core.Response.status(418, "Short and stout").build();
        }

        @GET
        @Path("text/{length}")
        public String text(@PathParam("length") int length) {
            return "x".repeat(length);
        }

        @GET
        @Path("pieces")
        public StreamingOutput pieces() {
            return out -> {
                out.write("one".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                out.write("x".repeat(5000).getBytes(StandardCharsets.US_ASCII));
            };
        }

        @GET
        @Path("fail")
        public String fail() {
            throw new IllegalStateException("the cause");
        }
    }

    public static final class Guard implements ContainerRequestFilter, ContainerResponseFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getHeaderString("X-Stop") != null) {
                throw new ForbiddenException();
            }
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            response.getHeaders().putSingle("X-Seen", "yes");
            ExtendedUriInfo uri = (ExtendedUriInfo) request.getUriInfo();
            response.getHeaders()
                    .putSingle(
                            "X-Templates",
                            uri.getMatchedTemplates().stream()
                                    .map(UriTemplate::getTemplate)
                                    .toList());
            response.getHeaders().putSingle("X-Template", uri.getMatchedResourceTemplate());
            response.getHeaders()
                    .putSingle("X-Matched", uri.getMatchedURIs() + " " + uri.getPathParameters() + " " + uri.getPath());
        }
    }

    private static SkillDaemon daemon;

    @BeforeAll
    static void start() {
        daemon = SkillDaemon.builder(new TestActions())
                .register(OwnResource.class)
                .register(new Guard())
                .set("daemon.port", "0")
                .set("daemon.host", "127.0.0.1")
                .start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    private static RequestSpecification request() {
        return RestAssured.given().baseUri(daemon.uri().toString()).contentType("application/json");
    }

    @Test
    void filtersOfTheAuthorSeeTheCallsOfActions() {
        request().body(BODY).post("/invoke").then().statusCode(200).header("X-Seen", "yes");
        request()
                .header("X-Stop", "1")
                .body(BODY)
                .post("/invoke")
                .then()
                .statusCode(403)
                .body("payload.error.status", equalTo(403));
    }

    @Test
    void filtersSeeThePathTemplateOfTheAction() {
        request()
                .get("/profiles/7?q=1")
                .then()
                .statusCode(200)
                .header("X-Templates", "[/profiles/{id}]")
                .header("X-Template", "/profiles/{id}")
                .header("X-Matched", "[profiles/7] {id=[7]} profiles/7");
        request().body(BODY).post("/invoke").then().header("X-Templates", "[/invoke]");
        request().body(BODY).post("/refuse").then().statusCode(422).header("X-Templates", "[/refuse]");
        request().body(BODY).post("/nowhere").then().statusCode(404).header("X-Templates", "[]");
        request().get("/own/text/5").then().header("X-Templates", "[/text/{length}, /own]");
    }

    @Test
    void resourcesOfTheAuthorAreServedBesideTheActions() {
        request().get("/own").then().statusCode(200).body(equalTo("own"));
        request()
                .get("/own/fail")
                .then()
                .statusCode(500)
                .body("payload.error.detail", equalTo("The daemon could not answer. The cause is in its log."));
        request().delete("/own").then().statusCode(405).body("payload.error.status", equalTo(405));
    }

    @Test
    void resourcesOfTheAuthorGetTheirBodies() {
        request()
                .contentType("text/plain")
                .body("x".repeat(100_000))
                .post("/own")
                .then()
                .body(equalTo("got 100000"));
        request()
                .contentType("application/x-www-form-urlencoded")
                .body("name=a+b")
                .post("/own/form")
                .then()
                .body(equalTo("hello a b"));
        request()
                .contentType("text/plain")
                .body("x".repeat(2_000_000))
                .post("/own")
                .then()
                .statusCode(413)
                .body("payload.error.status", equalTo(413));
    }

    /** The answers to GET requests that are sent at once over one connection. */
    private static String[] answers(String... paths) throws IOException {
        String requests = Stream.of(paths)
                .map(path -> "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n")
                .collect(joining());
        return Calls.exchange(daemon.port(), requests).split("(?=HTTP/1.1 )");
    }

    @Test
    void anErrorDoesNotEndTheConnection() throws IOException {
        assertThat(answers(
                        "/own/refuse/400",
                        "/own/fail",
                        "/own/refuse/503",
                        "/nope",
                        "/own/refuse/500?close=true",
                        "/own"))
                .extracting(answer -> answer.substring(9, 12) + answer.contains("Connection: close"))
                .containsExactly("400false", "500false", "503false", "404false", "500true");
    }

    @Test
    void aResourceIsFoundWhateverItsQueryIs() throws IOException {
        assertThat(answers("/own%zz", "/own?x=100%", "/own?x=%2&y=a|b{c}", "/a|b", "/own"))
                .extracting(answer -> answer.substring(9, 12))
                .containsExactly("404", "200", "200", "404", "200");
    }

    @Test
    void aStatusHasItsRegisteredPhraseUnlessTheAuthorGivesAnother() throws IOException {
        assertThat(answers("/own/refuse/413", "/own/refuse/422", "/own/refuse/499", "/own/phrase"))
                .extracting(answer -> answer.substring(9, answer.indexOf('\r')))
                .containsExactly(
                        "413 Content Too Large",
                        "422 Unprocessable Content",
                        "499 Request Refused",
                        "418 Short and stout");
    }

    @Test
    void aRefusalWithoutAnEntityIsToldInTheRegisteredPhraseToo() {
        request()
                .get("/own/refuse/bare/413")
                .then()
                .statusCode(413)
                .body("payload.error.title", equalTo("Content Too Large"))
                .body("payload.error.detail", equalTo("Content Too Large."));
        request()
                .get("/own/refuse/bare/418")
                .then()
                .statusCode(418)
                .body("payload.error.detail", equalTo("Short and stout."));
    }

    @Test
    void entitiesAreCompressedFromASizeUpward() throws IOException {
        String small = compressed("/own/text/2047").getHeader("Content-Encoding");
        assertThat(small).isNull();
        Response large = compressed("/own/text/2048");
        assertThat(large.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(large.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(HttpContract.gunzip(large.asByteArray())).isEqualTo("x".repeat(2048));
        Response huge = compressed("/own/text/300000");
        assertThat(HttpContract.gunzip(huge.asByteArray())).isEqualTo("x".repeat(300_000));
        assertThat(request().get("/own/text/300000").asString()).isEqualTo("x".repeat(300_000));
    }

    private static Response compressed(String path) {
        return RestAssured.given()
                .config(HttpContract.AS_SENT)
                .baseUri(daemon.uri().toString())
                .header("Accept-Encoding", "gzip")
                .get(path);
    }

    @Test
    void whatIsWrittenInPiecesIsCompressedAsAWhole() throws IOException {
        Response pieces = compressed("/own/pieces");
        assertThat(pieces.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(HttpContract.gunzip(pieces.asByteArray())).isEqualTo("one" + "x".repeat(5000));
    }

    @Test
    void aCompressedBodyOfAResourceHasTheSameLimit() throws IOException {
        compressedPost(HttpContract.gzip("x".repeat(5000).getBytes(StandardCharsets.UTF_8)))
                .then()
                .body(equalTo("got 5000"));
        compressedPost(HttpContract.gzip(new byte[20_000_000]))
                .then()
                .statusCode(413)
                .body("payload.error.status", equalTo(413));
        compressedPost(new byte[] {0x1F, (byte) 0x8B, 1}).then().statusCode(400);
    }

    private static Response compressedPost(byte[] body) {
        return RestAssured.given()
                .config(HttpContract.AS_SENT)
                .baseUri(daemon.uri().toString())
                .contentType("text/plain")
                .header("Content-Encoding", "gzip")
                .body(body)
                .post("/own");
    }

    @Test
    void aQueryMayHaveInItWhatIsToBeEncoded() throws IOException {
        assertThat(answers("/own?x=%2", "/own?x=100%", "/own?x={a|b}", "/own?x=a%20b"))
                .allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 200 "));
    }

    @Test
    void aTypeThatIsNoneDoesNotKeepABodyFromAnAction() throws IOException {
        String rest =
                " HTTP/1.1\r\nHost: x\r\nContent-Type: none\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;
        assertThat(Calls.exchange(daemon.port(), "POST /invoke" + rest)).startsWith("HTTP/1.1 200 ");
        assertThat(Calls.exchange(daemon.port(), "POST /own" + rest))
                .startsWith("HTTP/1.1 400 ")
                .contains(
                        "Content-Type: application/json",
                        "A header of the request, such as Content-Type, has no valid value.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/own/half", "/own/half/later"})
    void anAnswerThatFailsHalfwayIsNotTakenForWhole(String path) throws IOException {
        assertThat(answers(path))
                .singleElement()
                .asString()
                .startsWith("HTTP/1.1 200 ")
                .contains("xxx")
                .doesNotEndWith("0\r\n\r\n");
    }

    @Test
    void theInternalPathOfActionsIsClosed() {
        request().body(BODY).post("/io.skillsdk.actions").then().statusCode(404).header("X-Seen", "yes");
        request().get("/health").then().header("X-Seen", nullValue());
    }
}
