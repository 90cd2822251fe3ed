package io.skillsdk.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Connections as real skills define them. */
class ConnectionReaderTest {

    record Login(String username, int port, boolean ssl) {}

    @Test
    void aGenericJdbcConnectionGivesUrlAndTheDriversProperties() {
        var jdbc = connection(
                        "jdbc_generic",
                        Map.of(
                                "uri", "jdbc:postgresql://db/x",
                                "username", "u",
                                "password", "p",
                                "classname", "org.postgresql.Driver",
                                "query", "select 1",
                                "managed_content_key", "k",
                                "ssl", "true"))
                .jdbc();
        assertThat(jdbc.url()).isEqualTo("jdbc:postgresql://db/x");
        assertThat(jdbc.properties()).containsOnly(entry("user", "u"), entry("password", "p"), entry("ssl", "true"));
        assertThat(jdbc.driver()).contains("org.postgresql.Driver");
        assertThat(jdbc.query()).contains("select 1");
        assertThat(jdbc).hasToString("JdbcParameters[***]");
    }

    @Test
    void aCdataConnectionGivesTheUrlOfItsDriver() {
        var jdbc = connection(
                        "jdbc_cdata",
                        Map.of(
                                "classname", "cdata.jdbc.googlebigquery.GoogleBigQueryDriver",
                                "plugin_properties", "{\"ProjectId\":\"x\",\"Timeout\":5}"))
                .jdbc();
        assertThat(jdbc.url()).isEqualTo("jdbc:googlebigquery:");
        assertThat(jdbc.properties()).containsOnly(entry("ProjectId", "x"), entry("Timeout", "5"));
    }

    @Test
    void mongoIsReadUnderEitherName() {
        var one = connection("mongo", Map.of("uri", "mongodb://h/db", "database", "d", "collection", "c"))
                .mongo();
        assertThat(one.uri()).isEqualTo("mongodb://h/db");
        assertThat(one.database()).contains("d");
        assertThat(one.collection()).contains("c");
        var other = connection("mongo", Map.of("mongoUri", "mongodb+srv://u:p@h/db?retryWrites=true", "filter", "{}"))
                .mongo();
        assertThat(other.database()).contains("db");
        assertThat(other.filter()).contains("{}");
        assertThat(connection("mongo", Map.of("uri", "mongodb://h")).mongo().database())
                .isEmpty();
    }

    @Test
    void s3AndGcsGiveBucketAndKey() {
        var s3 = connection(
                        "s3",
                        Map.of(
                                "uri",
                                "s3a://bucket/a/b.csv",
                                "publicKey",
                                "pk",
                                "secretKey",
                                "sk",
                                "s3Endpoint",
                                "http://minio:9000"))
                .s3();
        assertThat(s3.bucket()).isEqualTo("bucket");
        assertThat(s3.key()).isEqualTo("a/b.csv");
        assertThat(s3.accessKey()).contains("pk");
        assertThat(s3.secretKey()).contains("sk");
        assertThat(s3.endpoint()).contains(URI.create("http://minio:9000"));
        assertThat(s3.pathStyle()).isTrue();
        assertThat(connection("s3FileStream", Map.of("bucket", "b", "region", "eu-west-1"))
                        .s3()
                        .bucket())
                .isEqualTo("b");
        var gcs = connection("gcs", Map.of("uri", "gs://b/k", "serviceAccountKey", Map.of("type", "service_account")))
                .gcs();
        assertThat(gcs.bucket()).isEqualTo("b");
        assertThat(gcs.serviceAccountKey()).contains("{\"type\":\"service_account\"}");
    }

    @Test
    void whatIsMissingIsNamedAndWhatIsThereIsNotShown() {
        ConnectionDefinition connection = connection("mongo", Map.of("password", "s3cr3t"));
        assertThatThrownBy(connection::mongo)
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("'uri'")
                .hasMessageContaining("password")
                .hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(connection::s3).hasMessageContaining("its type is 'mongo', not s3");
        assertThatThrownBy(() -> connection.number("password"))
                .hasMessageContaining("whole number")
                .hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(
                        () -> connection("s3", Map.of("uri", "hdfs://s3cr3t/x")).s3())
                .hasMessageContaining("s3a://")
                .hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(() -> connection("x", Map.of("port", "s3cr3t")).as(Login.class))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("port")
                .hasMessageNotContaining("s3cr3t");
        assertThat(connection).hasToString("ConnectionDefinition[name=c, type=mongo, params=[password]]");
    }

    @Test
    void ofTwoParametersWithOneNameTheLastCounts() {
        ConnectionDefinition connection = ConnectionDefinition.of(Map.of(
                "name", "c",
                "connectionType", "mongo",
                "contentType", "json",
                "params", List.of(Map.of("name", "uri", "value", "a"), Map.of("name", "uri", "value", "b"))));
        assertThat(connection.text("uri")).isEqualTo("b");
        assertThat(connection.contentType()).contains("json");
    }

    @Test
    void parametersAreReadByType() {
        ConnectionDefinition connection = connection("x", Map.of("username", "u", "port", "5432", "ssl", true));
        assertThat(connection.as(Login.class)).isEqualTo(new Login("u", 5432, true));
        assertThat(connection.flag("ssl", false)).isTrue();
        assertThat(connection.flag("none", true)).isTrue();
        assertThat(connection.number("port")).isEqualTo(5432);
    }

    private static ConnectionDefinition connection(String type, Map<String, ?> params) {
        return ConnectionDefinition.of("c", type, params);
    }
}
