package io.skillsdk.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.daemon.SkillDaemon;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What holds on each database. */
abstract class AccountsContract {

    private final HttpClient client = HttpClient.newHttpClient();

    /** The daemon, on a database of its own. */
    abstract SkillDaemon daemon();

    private CompletableFuture<HttpResponse<String>> send(String path, String payload) {
        return client.sendAsync(
                HttpRequest.newBuilder(daemon().uri().resolve(path))
                        .POST(HttpRequest.BodyPublishers.ofString("{\"payload\":" + payload + "}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> call(String path, String payload) throws Exception {
        return send(path, payload).get(60, TimeUnit.SECONDS);
    }

    private String balance(String name) throws Exception {
        return call("balance", "{\"name\":\"" + name + "\"}").body();
    }

    @Test
    void moneyIsTransferredWhole() throws Exception {
        assertThat(call("transfer", "{\"to\":\"ada\",\"amount\":20}").statusCode())
                .isEqualTo(200);
        assertThat(call("transfer", "{\"from\":\"ada\",\"to\":\"grace\",\"amount\":12.5}")
                        .body())
                .isEqualTo("{\"payload\":{\"name\":\"grace\",\"balance\":12.50}}");
        assertThat(balance("ada")).contains("7.50");
    }

    @Test
    void aTransferThatIsRefusedLeavesNothingBehind() throws Exception {
        HttpResponse<String> refused = call("transfer", "{\"from\":\"nobody\",\"to\":\"alan\",\"amount\":1}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("nobody has not enough.");
        assertThat(call("balance", "{\"name\":\"alan\"}").statusCode()).isEqualTo(404);
    }

    @Test
    void callsAtTheSameTimeLoseNothing() throws Exception {
        call("transfer", "{\"to\":\"edsger\",\"amount\":1}");
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(send("transfer", "{\"to\":\"edsger\",\"amount\":1}"));
        }
        for (CompletableFuture<HttpResponse<String>> each : calls) {
            assertThat(each.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(balance("edsger")).contains("21.00");
    }

    @Test
    void transfersBothWaysAtTheSameTimeDoNotBlockEachOther() throws Exception {
        call("transfer", "{\"to\":\"alice\",\"amount\":50}");
        call("transfer", "{\"to\":\"bob\",\"amount\":50}");
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            calls.add(send("transfer", "{\"from\":\"alice\",\"to\":\"bob\",\"amount\":1}"));
            calls.add(send("transfer", "{\"from\":\"bob\",\"to\":\"alice\",\"amount\":1}"));
        }
        for (CompletableFuture<HttpResponse<String>> each : calls) {
            assertThat(each.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(balance("alice")).contains("50.00");
    }

    @Test
    void itIsReadyAsTheDatabaseIs() throws Exception {
        HttpResponse<String> ready = client.send(
                HttpRequest.newBuilder(daemon().uri().resolve("health/ready")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"database\":\"up\"");
    }
}
