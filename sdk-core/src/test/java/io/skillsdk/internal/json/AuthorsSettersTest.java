package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.skillsdk.Violation;
import io.skillsdk.internal.json.type.PayloadType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/** What a setter of the author's refuses is named with the other faults, though the object could not be made. */
class AuthorsSettersTest {

    /** Made by its constructor, and set by its setters. */
    static class Server {

        final String host;

        final int threads;

        int port;

        String path = "/";

        @JsonCreator
        Server(@JsonProperty("host") String host, @JsonProperty(value = "threads", required = true) int threads) {
            if (threads < 0) {
                throw new IllegalArgumentException("threads must not be negative");
            }
            this.host = host;
            this.threads = threads;
        }

        @JsonAlias("port-number")
        public void setPort(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("port must be positive");
            }
            port = value;
        }

        public void setPath(String value) {
            if (!value.startsWith("/")) {
                throw new IllegalArgumentException("a path begins with a slash");
            }
            path = value;
        }
    }

    private static List<String> faults(TypeReference<?> type, String payload) throws PayloadFailure {
        try {
            new EnvelopeReader(PayloadType.of(type.getType()))
                    .read(("{\"payload\":" + payload + "}").getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (UnreadableBodyException e) {
            return e.violations().stream()
                    .map((Violation each) -> each.field() + " " + each.message())
                    .toList();
        }
    }

    private static final TypeReference<Server> SERVER = new TypeReference<>() {};

    @Test
    void aSettersRefusalStandsBesideABrokenMemberOfTheConstructor() throws Exception {
        assertThat(faults(SERVER, "{\"port\":0,\"host\":5,\"threads\":1,\"path\":\"x\"}"))
                .containsExactly(
                        "payload.port is refused: port must be positive",
                        "payload.host must be a string, not a number",
                        "payload.path is refused: a path begins with a slash");
        assertThat(faults(SERVER, "{\"host\":\"a\",\"threads\":1,\"port-number\":0,\"path\":5}"))
                .containsExactly(
                        "payload.port-number is refused: port must be positive",
                        "payload.path must be a string, not a number");
        assertThat(faults(SERVER, "{\"port-number\":0,\"host\":5,\"threads\":1}"))
                .containsExactly(
                        "payload.port-number is refused: port must be positive",
                        "payload.host must be a string, not a number");
        assertThat(faults(SERVER, "{\"port\":1,\"host\":\"a\",\"threads\":1,\"path\":\"/x\"}"))
                .isEmpty();
    }

    @Test
    void aSettersRefusalStandsBesideAMissingMemberOfTheConstructor() throws Exception {
        assertThat(faults(SERVER, "{\"port\":0}"))
                .containsExactlyInAnyOrder(
                        "payload.port is refused: port must be positive",
                        "payload.threads is required, and must be a whole number from -2147483648 to 2147483647");
        assertThat(faults(SERVER, "{\"port\":0,\"threads\":1}"))
                .containsExactly("payload.port is refused: port must be positive");
    }

    @Test
    void whatTheConstructorRefusesIsNamedAlone() throws Exception {
        // nothing is there to be set on
        assertThat(faults(SERVER, "{\"threads\":-1,\"host\":\"a\"}"))
                .containsExactly("payload is refused: threads must not be negative");
    }

    @Test
    void eachServerOfAListIsToldOf() throws Exception {
        String broken = "{\"port\":0,\"host\":5,\"threads\":1}";
        assertThat(faults(new TypeReference<List<Server>>() {}, "[" + broken + "," + broken + "]"))
                .containsExactly(
                        "payload[0].port is refused: port must be positive",
                        "payload[0].host must be a string, not a number",
                        "payload[1].port is refused: port must be positive",
                        "payload[1].host must be a string, not a number");
    }

    @Test
    void moreRefusalsOfSettersAreNamedWhereThePayloadIsLarger() throws Exception {
        String payload = "[" + "{\"port\":0,\"threads\":1},".repeat(300) + "{\"port\":1,\"threads\":1}]";
        assertThat(faults(new TypeReference<List<Server>>() {}, payload)).hasSizeBetween(60, 300);
    }
}
