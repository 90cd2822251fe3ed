package io.skillsdk.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.QueryParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.call.EndedCall;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application's own filters, mappers and resources do to the calls of actions, on RESTEasy. */
class ApplicationComponentsTest {

    private static final class SoldOut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public static final class Shop {

        @SkillAction(path = "buy")
        public String buy(String payload) {
            if (payload.equals("sold out")) {
                throw new SoldOut();
            }
            if (payload.equals("broken")) {
                throw new IllegalStateException("the till");
            }
            return payload;
        }

        @SkillAction(path = "order")
        public CompletableFuture<String> order(String payload) {
            return CompletableFuture.supplyAsync(() -> {
                if (payload.equals("sold out")) {
                    throw new SoldOut();
                }
                return payload;
            });
        }

        @SkillAction(path = "items/{id}", method = HttpMethod.GET)
        public String item(@PathParameter("id") String id, @QueryParameter("q") String q) {
            return id + "?" + q;
        }
    }

    @Path("own/{name}")
    public static final class Own {
        @GET
        public String get() {
            return "own";
        }
    }

    /** Leads, stops, reads or changes a request as its headers say. */
    @PreMatching
    private static final class Guard implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) throws IOException {
            if (request.getHeaderString("X-Stop") != null) {
                request.abortWith(Response.status(401).entity("stopped").build());
            }
            String to = request.getHeaderString("X-Lead-To");
            if (to != null) {
                request.setRequestUri(URI.create(to));
            }
            if (request.getHeaderString("X-Read") != null) {
                byte[] body = request.getEntityStream().readAllBytes();
                request.setEntityStream(new ByteArrayInputStream(body));
            }
            if (request.getHeaderString("X-Replace") != null) {
                request.setEntityStream(
                        new ByteArrayInputStream("{\"payload\":\"another\"}".getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static final class Stamp implements ContainerResponseFilter {
        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            response.getHeaders().putSingle("X-Seen", response.getStatus());
            if (request.getHeaderString("X-Teapot") != null) {
                response.setStatus(418);
            }
        }
    }

    private static final class SoldOutMapper implements ExceptionMapper<SoldOut> {
        @Override
        public Response toResponse(SoldOut e) {
            return Response.status(410).entity("sold out").build();
        }
    }

    private static final BlockingQueue<EndedCall> ENDED = new LinkedBlockingQueue<>();

    private static ResteasyServer server;

    @BeforeAll
    static void start() {
        SkillFeature feature = SkillFeature.builder(new Shop())
                .listener(new CallListener() {
                    @Override
                    public void ended(EndedCall call) {
                        ENDED.add(call);
                    }
                })
                .build();
        server = new ResteasyServer(new Application() {
            @Override
            public Set<Class<?>> getClasses() {
                return Set.of(Own.class);
            }

            @Override
            @SuppressWarnings("deprecation") // JAX-RS has no other way to give an application an instance
            public Set<Object> getSingletons() {
                return Set.of(feature, new Guard(), new Stamp(), new SoldOutMapper());
            }
        });
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void forget() {
        ENDED.clear();
    }

    private static RequestSpecification request(String... headers) {
        RequestSpecification request =
                RestAssured.given().baseUri(server.uri().toString()).contentType("application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static EndedCall told() throws InterruptedException {
        EndedCall ended = ENDED.poll(60, TimeUnit.SECONDS);
        assertThat(ended).isNotNull();
        return ended;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/buy", "/order"})
    void anExceptionMapperOfTheApplicationAnswersWhatAnActionThrows(String path) {
        request()
                .body("{\"payload\":\"sold out\"}")
                .post(path)
                .then()
                .statusCode(410)
                .body(equalTo("sold out"));
    }

    @Test
    void whatNoMapperKnowsIsAnsweredWithoutDetails() throws InterruptedException {
        String answer = request()
                .body("{\"payload\":\"broken\"}")
                .post("/buy")
                .then()
                .statusCode(500)
                .extract()
                .asString();
        assertThat(answer).contains("error").doesNotContain("till").doesNotContain("IllegalState");
        assertThat(told().outcome()).isEqualTo(CallOutcome.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/buy", "/order"})
    void responseFiltersSeeTheAnswersOfActionsAndMayChangeThem(String path) {
        request().body("{\"payload\":\"x\"}").post(path).then().statusCode(200).header("X-Seen", "200");
        request("X-Teapot", "1").body("{\"payload\":\"x\"}").post(path).then().statusCode(418);
        request().body("{\"payload\":").post(path).then().statusCode(400).header("X-Seen", "400");
    }

    @Test
    void aListenerHearsWhatTheActionAnsweredAndNotWhatAFilterMadeOfIt() throws InterruptedException {
        request("X-Teapot", "1").body("{\"payload\":\"x\"}").post("/buy").then().statusCode(418);
        assertThat(told().status()).isEqualTo(200);
    }

    @Test
    void aCallThatAFilterStopsReachesNoAction() {
        request("X-Stop", "1")
                .body("{\"payload\":\"x\"}")
                .post("/buy")
                .then()
                .statusCode(401)
                .body(equalTo("stopped"));
        assertThat(ENDED).isEmpty();
    }

    @Test
    void aFilterLeadsARequestToAnActionOrAwayFromIt() {
        request("X-Lead-To", "/buy")
                .body("{\"payload\":\"x\"}")
                .post("/elsewhere")
                .then()
                .statusCode(200)
                .body("payload", equalTo("x"));
        request("X-Lead-To", "/own/1")
                .get("/items/7?q=a")
                .then()
                .statusCode(200)
                .body(equalTo("own"));
    }

    @ParameterizedTest
    @CsvSource({"X-Read,x", "X-Replace,another"})
    void aFilterMayReadTheBodyOrGiveAnother(String header, String expected) {
        request(header, "1")
                .body("{\"payload\":\"x\"}")
                .post("/buy")
                .then()
                .statusCode(200)
                .body("payload", equalTo(expected));
    }

    @Test
    void pathsAndQueriesAreDecodedOnce() {
        request()
                .urlEncodingEnabled(false)
                .get("/items/a%2520b?q=%2B%20+")
                .then()
                .statusCode(200)
                .body("payload", equalTo("a%20b?+  "));
    }

    @Test
    void aMethodThatNoActionHasIsNamedWithThoseThatThereAre() {
        request().delete("/buy").then().statusCode(405).header("Allow", "POST");
        request().get("/own/1").then().statusCode(200);
        request().get("/nowhere").then().statusCode(404);
    }

    @Test
    void aPackedBodyIsUnpacked() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"payload\":\"x\"}".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        request("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/buy")
                .then()
                .statusCode(200)
                .body("payload", equalTo("x"));
        request("Content-Encoding", "gzip").body("no gzip").post("/buy").then().statusCode(400);
        request("Content-Encoding", "br").body("x").post("/buy").then().statusCode(415);
    }

    @Test
    void aRefusedPayloadIsToldToListenersAsInvalid() throws InterruptedException {
        request().body("{\"payload\":{}}").post("/buy").then().statusCode(400);
        assertThat(told().outcome()).isEqualTo(CallOutcome.INVALID);
    }
}
