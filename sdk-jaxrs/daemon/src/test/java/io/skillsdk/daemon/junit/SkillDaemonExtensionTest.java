package io.skillsdk.daemon.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.RestAssured;
import io.skillsdk.SkillAction;
import io.skillsdk.daemon.SkillDaemon;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SkillDaemonExtensionTest {

    static final class Greeter {
        @SkillAction
        String greet(String name) {
            return "hello " + name;
        }
    }

    @RegisterExtension
    static final SkillDaemonExtension ALL = SkillDaemonExtension.of(new Greeter());

    @RegisterExtension
    final SkillDaemonExtension each =
            SkillDaemonExtension.of(() -> SkillDaemon.builder(new Greeter()).set("daemon.path", "greet"));

    record Greeting(String word) {}

    record Polite(Greeting greeting) {
        @SkillAction
        String greet(String name) {
            return greeting.word() + " " + name;
        }
    }

    private static String word = "";

    @RegisterExtension
    final SkillDaemonExtension set = SkillDaemonExtension.of(() -> SkillDaemon.builder()
                    .settings("acme.greeting", Greeting.class)
                    .action(Polite.class, settings -> new Polite(settings.bind("acme.greeting", Greeting.class))))
            .set("daemon.path", "greet")
            .set("acme.greeting.word", () -> word);

    private static int portOfAll;

    private static int portOfFirst;

    @BeforeAll
    static void theWordIsKnownLate() {
        word = "good evening";
    }

    @AfterAll
    static void oneForAllTestsServesToTheEnd() {
        assertThat(ALL.port()).isEqualTo(portOfAll);
    }

    private static void assertGreets(SkillDaemonExtension daemon, String path) {
        RestAssured.given()
                .baseUri(daemon.uri().toString())
                .body("{\"payload\":\"Ada\"}")
                .post(path)
                .then()
                .statusCode(200);
    }

    @Test
    @Order(1)
    void aTestHasItsDaemonAndTheOneOfAll() {
        assertGreets(ALL, "/invoke");
        assertGreets(each, "/greet");
        portOfAll = ALL.port();
        portOfFirst = each.port();
    }

    @Test
    @Order(2)
    void settingsAreSetWithValuesThatAreKnownLate() {
        assertThat(RestAssured.given()
                        .baseUri(set.uri().toString())
                        .body("{\"payload\":\"Ada\"}")
                        .post("/greet")
                        .asString())
                .isEqualTo("{\"payload\":\"good evening Ada\"}");
    }

    @Test
    @Order(2)
    void theDaemonOfATestIsGoneAfterIt() {
        assertGreets(each, "/greet");
        assertThat(ALL.port()).isEqualTo(portOfAll);
        if (portOfFirst != each.port()) {
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), portOfFirst))
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    @Order(3)
    void outsideOfATestThereIsNone() {
        SkillDaemonExtension unused = SkillDaemonExtension.of(new Greeter());
        assertThatThrownBy(unused::uri)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@RegisterExtension");
    }
}
