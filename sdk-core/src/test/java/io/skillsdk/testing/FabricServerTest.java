package io.skillsdk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.fabric.FabricException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The platform in memory, over HTTP. */
class FabricServerTest {

    private final InMemoryFabric platform = new InMemoryFabric();

    private final FabricServer server = FabricServer.of(platform);

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).header("Authorization", "Bearer t").build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create(server.endpoint() + "/fabric/v4/projects/" + InMemoryFabric.PROJECT + "/" + path))
                .timeout(Duration.ofSeconds(60));
    }

    @Test
    void whatIsPutInIsServed() throws Exception {
        platform.content("a b.txt", "text");
        HttpResponse<String> answer = get("content/a%20b.txt");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("text");
        assertThat(answer.headers().firstValue("etag")).isPresent();
        assertThat(platform.calls()).containsExactly("GET content/a%20b.txt");
    }

    @Test
    void aRequestWithoutATokenIsRefused() throws Exception {
        assertThat(client.send(request("content/a").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void faultsAreServedAsWell() throws Exception {
        platform.failNext(FabricResource.CONTENT, Reason.UNAVAILABLE);
        assertThat(get("content/a").statusCode()).isEqualTo(503);
        platform.expireToken();
        assertThat(get("content/a").headers().firstValue("X-Auth-Error")).contains("jwt expired");
    }

    @Test
    void theEnvelopeLeadsHere() {
        assertThat(server.envelope("p"))
                .containsEntry("apiEndpoint", server.endpoint())
                .containsEntry("projectId", InMemoryFabric.PROJECT)
                .containsEntry("sessionId", InMemoryFabric.SESSION)
                .containsEntry("payload", "p")
                .containsKeys("token", "activationId");
        assertThat(server.envelope(null)).doesNotContainKey("payload");
        assertThat(server.settings()).containsValue(server.endpoint());
    }
}
