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
            SkillDaemonExtension.of(() -> SkillDaemon.of(new Greeter()).set("daemon.path", "greet"));

    private static int portOfAll;

    private static int portOfFirst;

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
