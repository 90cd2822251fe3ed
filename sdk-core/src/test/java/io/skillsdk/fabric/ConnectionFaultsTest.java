package io.skillsdk.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.fabric.FabricException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a connection has, it is read or refused in words, and none of its values is shown. */
class ConnectionFaultsTest {

    private static final List<String> NAMES = List.of(
            "uri",
            "url",
            "username",
            "password",
            "classname",
            "query",
            "plugin_properties",
            "bucket",
            "s3Endpoint",
            "publicKey",
            "secretKey",
            "pathStyleAccess",
            "mongoUri",
            "database",
            "serviceAccountKey");

    private static final List<String> TYPES = List.of(
            "jdbc",
            "jdbc_generic",
            "jdbc_cdata",
            "hive",
            "mongo",
            "s3",
            "s3FileStream",
            "gcs",
            "gcsFileStream",
            "file",
            "",
            "JDBC_CDATA");

    private static Object value(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 -> "s3a://sekret-bucket/sekret";
            case 3 -> "gs://sekret";
            case 4 -> "mongodb://u:sekret@host/db?x=1";
            case 5 -> "{\"a\": \"sekret\"}";
            case 6 -> "cdata.jdbc.x.Driver";
            case 7 -> Map.of("sekret", "sekret");
            case 8 -> "";
            default -> "sekret ://[";
        };
    }

    private static ConnectionDefinition connection(Random random) {
        Map<String, Object> params = new LinkedHashMap<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            params.put(NAMES.get(random.nextInt(NAMES.size())), value(random));
        }
        return ConnectionDefinition.of("db", TYPES.get(random.nextInt(TYPES.size())), params);
    }

    @Test
    void noFaultShowsAValue() {
        List<Consumer<ConnectionDefinition>> readings = List.of(
                ConnectionDefinition::jdbc,
                ConnectionDefinition::mongo,
                ConnectionDefinition::s3,
                ConnectionDefinition::gcs,
                c -> c.number("uri"),
                c -> c.text("uri"));
        int refused = 0;
        List<String> shown = new ArrayList<>();
        for (long seed = 0; seed < 3000; seed++) {
            ConnectionDefinition connection = connection(new Random(seed));
            assertThat(connection.toString()).doesNotContain("sekret");
            for (Consumer<ConnectionDefinition> reading : readings) {
                try {
                    reading.accept(connection);
                } catch (FabricException e) {
                    refused++;
                    assertThat(e.reason()).as("seed %d", seed).isEqualTo(Reason.INVALID);
                    assertThat(e.getCause()).as("seed %d", seed).isNull();
                    if (String.valueOf(e.getMessage()).contains("sekret")) {
                        shown.add(seed + ": " + e.getMessage());
                    }
                }
            }
        }
        assertThat(shown).isEmpty();
        assertThat(refused).isGreaterThan(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID, 0, , 'The platform: the thing is not valid.'",
        "INVALID, 400, '', 'The platform: the thing is not valid (HTTP 400).'",
        "NOT_FOUND, 404, no such thing, 'The platform: the thing was not found (HTTP 404): no such thing.'",
        "BUSY, 429, wait!, 'The platform: the thing failed, as the platform is too busy (HTTP 429): wait!'"
    })
    void anExceptionSaysInASentenceWhatHappened(Reason reason, int status, String detail, String sentence) {
        FabricException exception = new FabricException(reason, status, "the thing", detail);
        assertThat(exception).hasMessage(sentence);
        assertThat(exception.detail()).isEqualTo(detail == null ? "" : detail);
    }

    @Test
    void aLongDetailIsCutBetweenCharacters() {
        for (int before = 495; before < 505; before++) {
            String detail = new FabricException(Reason.INVALID, 0, "x", "a".repeat(before) + "😀".repeat(9)).detail();
            assertThat(detail.length()).isLessThanOrEqualTo(500);
            assertThat(detail).endsWith("…");
            assertThat(detail.codePoints().noneMatch(c -> c >= 0xD800 && c < 0xE000))
                    .as("%d", before)
                    .isTrue();
        }
        assertThat(new FabricException(Reason.INVALID, 0, "x", "a".repeat(500)).detail())
                .hasSize(500);
    }

    @Test
    void whatMayHaveHappenedIsSaid() {
        assertThat(new FabricException(Reason.UNAVAILABLE, 0, "x", null, true, null))
                .hasMessageEndingWith("It may have taken effect.");
    }

    @Test
    void theNamesOfParametersKeepTheirOrderAndCannotBeChanged() {
        ConnectionDefinition connection = ConnectionDefinition.of(Map.of(
                "name",
                "db",
                "connectionType",
                "mongo",
                "params",
                List.of(Map.of("name", "z", "value", 1), Map.of("name", "a", "value", 2), Map.of("name", "m"))));
        assertThat(connection.names()).containsExactly("z", "a");
        assertThat(connection.names()).isUnmodifiable();
    }
}
