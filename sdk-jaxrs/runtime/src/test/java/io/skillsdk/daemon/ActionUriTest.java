package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What filters see of the URI of an action is what they see of a resource with the same path: Jersey's own says what that is. */
class ActionUriTest {

    static final class Actions {

        @SkillAction(path = "action/{id}/items/{item}", method = HttpMethod.GET)
        public String item(@PathParameter("id") String id, @PathParameter("item") String item) {
            return id + " " + item;
        }
    }

    /** Public for JAX-RS. */
    @Path("object/{id}/items/{item}")
    public static final class Resource {
        @GET
        public String item(@PathParam("id") String id, @PathParam("item") String item) {
            return id + " " + item;
        }
    }

    private static final class Seen implements ContainerRequestFilter, ContainerResponseFilter {

        private final List<Map<String, Object>> told = new CopyOnWriteArrayList<>();

        @Override
        public void filter(ContainerRequestContext request) {
            told.add(all(request.getUriInfo()));
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            told.add(all(request.getUriInfo()));
        }

        private static Map<String, Object> all(UriInfo uri) {
            Map<String, Object> all = new TreeMap<>();
            for (boolean decode : new boolean[] {true, false}) {
                all.put("path " + decode, uri.getPath(decode));
                all.put("segments " + decode, segments(uri.getPathSegments(decode)));
                all.put("query " + decode, Map.copyOf(uri.getQueryParameters(decode)));
                all.put("parameters " + decode, Map.copyOf(uri.getPathParameters(decode)));
                all.put("matched " + decode, uri.getMatchedURIs(decode));
                all.put("id " + decode, segments(((ExtendedUriInfo) uri).getPathSegments("id", decode)));
                all.put("none " + decode, segments(((ExtendedUriInfo) uri).getPathSegments("none", decode)));
            }
            all.put("request", uri.getRequestUri());
            all.put("absolute", uri.getAbsolutePath());
            all.put("base", uri.getBaseUri());
            all.put("builder", uri.getRequestUriBuilder().build());
            all.put("absolute builder", uri.getAbsolutePathBuilder().path("x").build());
            all.put("base builder", uri.getBaseUriBuilder().path("x").build());
            all.put("resolved", uri.resolve(URI.create("../x")));
            all.put("relative", uri.relativize(uri.getBaseUri().resolve("action/y")));
            all.put("template", ((ExtendedUriInfo) uri).getMatchedResourceTemplate());
            all.put(
                    "templates",
                    String.join(
                            "",
                            ((ExtendedUriInfo) uri)
                                    .getMatchedTemplates().stream()
                                            .map(UriTemplate::getTemplate)
                                            .toList()));
            return all;
        }

        private static List<String> segments(List<PathSegment> segments) {
            List<String> told = new ArrayList<>();
            segments.forEach(segment -> told.add(segment.getPath() + Map.copyOf(segment.getMatrixParameters())));
            return told;
        }
    }

    private static final Seen SEEN = new Seen();

    private static SkillDaemon daemon;

    @BeforeAll
    static void start() {
        daemon = Calls.daemon(new Actions())
                .register(SEEN)
                .register(Resource.class)
                .start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    @BeforeEach
    void forget() {
        SEEN.told.clear();
    }

    private static List<Map<String, Object>> seen(String target) throws IOException {
        SEEN.told.clear();
        String answer = RouteDifferencesTest.exchange(
                daemon.port(), "GET " + target + " HTTP/1.1\r\nHost: x:81\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200 ");
        return List.copyOf(SEEN.told);
    }

    private static String asObject(Object told) {
        return told.toString().replace("action", "object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7/items/8",
                "7/items/8?",
                "7/items/8?a=b&a=c&d",
                "7/items/8?a=%20+%2B",
                "a%20b/items/%C3%A4",
                "%7e/items/~",
                "a+b/items/c+d",
                "a:b@c/items/$&=,!",
                "a'b/items/(c)",
                "7/items/8/",
            })
    void filtersSeeOfAnActionWhatTheySeeOfAResource(String path) throws IOException {
        List<Map<String, Object>> ofAction = seen("/action/" + path);
        List<Map<String, Object>> ofResource = seen("/object/" + path);
        assertThat(ofAction).hasSize(2).hasSameSizeAs(ofResource);
        for (int i = 0; i < 2; i++) {
            Map<String, Object> action = ofAction.get(i);
            ofResource
                    .get(i)
                    .forEach((what, expected) ->
                            assertThat(asObject(action.get(what))).as(what).isEqualTo(asObject(expected)));
        }
    }
}
