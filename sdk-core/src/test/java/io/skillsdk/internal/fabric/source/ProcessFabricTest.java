package io.skillsdk.internal.fabric.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.wire.RawServer;
import io.skillsdk.internal.settings.InvalidSettingException;
import io.skillsdk.internal.settings.SettingSources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a call's client comes from. */
@Timeout(60)
class ProcessFabricTest {

    private static final Map<String, String> CLUSTER = Map.of("KUBERNETES_SERVICE_HOST", "10.0.0.1");

    @TempDir
    private Path folder;

    @Test
    void aCallWithATokenAsksThePlatform() throws Exception {
        try (RawServer server = new RawServer(RawServer.json(200, "{\"state\":{\"a\":1}}"))) {
            for (Map<String, String> environment : java.util.List.of(CLUSTER, Map.<String, String>of())) {
                Fabric fabric = source(Map.of(), environment)
                        .open(new FabricCall(server.url(), "t", "p", null, "act-1", null, Map.of()))
                        .fabric();
                assertThat(fabric.session().id()).isEqualTo("act-1");
                assertThat(fabric.session().state()).containsEntry("a", 1);
            }
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void inAClusterACallWithoutATokenIsToldSo() {
        Fabric fabric = source(Map.of(), CLUSTER)
                .open(new FabricCall("http://h", null, "p", null, null, null, Map.of()))
                .fabric();
        assertThatThrownBy(() -> fabric.content().exists("a"))
                .isInstanceOfSatisfying(
                        FabricException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOKEN_MISSING))
                .hasMessageContaining("this call carries no token")
                .hasMessageContaining("GET and DELETE");
        Fabric other = source(Map.of(), CLUSTER)
                .open(new FabricCall(null, "t", "p", null, null, null, Map.of()))
                .fabric();
        assertThatThrownBy(() -> other.secrets().get("a")).hasMessageContaining("no apiEndpoint");
    }

    @Test
    void elsewhereTheWorkspaceAnswers() {
        Fabric fabric = source(Map.of(), Map.of())
                .open(new FabricCall(null, null, null, null, null, null, Map.of()))
                .fabric();
        assertThat(fabric.content().exists("a")).isFalse();
    }

    @Test
    void anEmptyVariableOfTheClusterIsNoCluster() {
        assertThat(settings(Map.of(), Map.of("KUBERNETES_SERVICE_HOST", "")).inCluster())
                .isFalse();
        assertThat(settings(Map.of(), CLUSTER).inCluster()).isTrue();
    }

    @Test
    void settingsAreReadAndPassedOn() {
        SourceSettings read = settings(
                Map.of(
                        "fabric.endpoint", "http://e",
                        "fabric.accounts-endpoint", "http://a:1",
                        "fabric.timeout", "3s",
                        "fabric.connect-timeout", "500ms",
                        "fabric.retries", "0",
                        "fabric.max-answer-size", "1MiB",
                        "fabric.session-form", "bare",
                        "fabric.local", "profile:work"),
                Map.of("CORTEX_CONNECTIONS_SERVICE_PORT_HTTP_CORTEX_CONNECTIONS", "77"));
        assertThat(read.client().endpoint()).isEqualTo("http://e");
        assertThat(read.client().services().accounts()).isEqualTo("http://a:1");
        assertThat(read.client().services().connectionsPort()).isEqualTo(77);
        assertThat(read.client().services().accountsPort()).isEqualTo(5000);
        assertThat(read.client().timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(read.client().retries()).isZero();
        assertThat(read.client().maxAnswerSize()).isEqualTo(1024 * 1024);
        assertThat(read.local()).isEqualTo("profile:work");
        assertThat(read.inCluster()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "fabric.timeout,fast",
        "fabric.timeout,2h",
        "fabric.retries,11",
        "fabric.session-form,both",
        "fabric.local,cloud",
        "fabric.endpoint,not a url",
        "fabric.max-answer-size,10",
        "fabric.tmeout,1s"
    })
    void aSettingThatIsNotValidIsNamed(String name, String value) {
        assertThatThrownBy(() -> settings(Map.of(name, value), Map.of()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(name);
    }

    private ProcessFabric source(Map<String, String> program, Map<String, String> environment) {
        return new ProcessFabric(settings(program, environment), folder);
    }

    private static SourceSettings settings(Map<String, String> program, Map<String, String> environment) {
        return FabricSettingsReader.read(SettingSources.of(program), environment);
    }
}
