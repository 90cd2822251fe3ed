package io.skillsdk.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.skillsdk.daemon.HttpContract;
import io.skillsdk.daemon.TestActions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.File;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The feature in an application on RESTEasy. */
class ResteasyTest extends HttpContract {

    @Path("/")
    public static final class OwnResource {
        @GET
        @Path("own")
        public String get() {
            return "own";
        }

        @POST
        @Path("own/{name}")
        public String post() {
            return "posted";
        }
    }

    public static final class Actions implements Feature {
        @Override
        public boolean configure(FeatureContext context) {
            context.register(new SkillFeature(new TestActions()));
            return true;
        }
    }

    public static final class OwnApplication extends Application {
        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(OwnResource.class, Actions.class);
        }
    }

    private static ResteasyServer server;

    @BeforeAll
    static void start() {
        server = new ResteasyServer(new OwnApplication());
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Override
    protected URI uri() {
        return server.uri();
    }

    @Test
    void resourcesOfTheApplicationAreServedBesideTheActions() {
        request().get("/own").then().statusCode(200).body(equalTo("own"));
        request().post("/own/x").then().statusCode(200).body(equalTo("posted"));
        request().get("/nope").then().statusCode(404);
    }

    @Test
    void theApplicationKeepsItsOwnRuntime() {
        assertThat(RuntimeDelegate.getInstance().getClass().getName()).startsWith("org.jboss.resteasy.");
        assertThat(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> new File(entry).getName()))
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("jersey-") || name.startsWith("hk2-"));
    }
}
