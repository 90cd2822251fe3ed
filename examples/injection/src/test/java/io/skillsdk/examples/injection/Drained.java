package io.skillsdk.examples.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.daemon.SkillDaemon;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A call that is in flight while the daemon stops. */
final class Drained {

    private Drained() {}

    /** Calls, stops the daemon in the middle of the call, and checks that the call is answered all the same. */
    static void during(SkillDaemon daemon, Store store) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(daemon.uri().resolve("invoke"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"payload\":\"Ada\"}"))
                .build();
        CompletableFuture<HttpResponse<String>> answer =
                HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
        assertThat(store.inUse.await(60, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> closing =
                CompletableFuture.runAsync(daemon::close, task -> new Thread(task, "closer").start());
        assertThat(store.events).isEmpty();
        store.letGo.countDown();
        assertThat(answer.get(60, TimeUnit.SECONDS).body()).isEqualTo("{\"payload\":\"hello Ada\"}");
        closing.get(60, TimeUnit.SECONDS);
    }
}
