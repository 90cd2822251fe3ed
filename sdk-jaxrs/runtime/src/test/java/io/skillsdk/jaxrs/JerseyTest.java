package io.skillsdk.jaxrs;

import static org.hamcrest.Matchers.equalTo;

import io.skillsdk.daemon.HttpContract;
import io.skillsdk.daemon.TestActions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The feature in a user's application on Jersey, without our daemon. */
class JerseyTest extends HttpContract {

    @Path("/")
    public static final class OwnResource {
        @GET
        @Path("own")
        public String get() {
            return "own";
        }
    }

    private static HttpServer server;

    @BeforeAll
    static void start() {
        server = GrizzlyHttpServerFactory.createHttpServer(
                URI.create("http://127.0.0.1:0/"),
                new ResourceConfig().register(OwnResource.class).register(new SkillFeature(new TestActions())));
    }

    @AfterAll
    static void stop() {
        server.shutdownNow();
    }

    @Override
    protected URI uri() {
        return URI.create(
                "http://127.0.0.1:" + server.getListeners().iterator().next().getPort() + "/");
    }

    @Test
    void resourcesOfTheApplicationAreServedBesideTheActions() {
        request().get("/own").then().statusCode(200).body(equalTo("own"));
        request().get("/nope").then().statusCode(404);
    }
}
