package io.skillsdk.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.connection.GcsParameters;
import io.skillsdk.fabric.connection.S3Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where connections lead, in all the ways in which they say it. */
class ConnectionPlacesTest {

    private static ConnectionDefinition of(String type, Map<String, ?> params) {
        return ConnectionDefinition.of("c", type, params);
    }

    @ParameterizedTest
    @CsvSource({
        "s3, s3a://bucket/a/b.csv, bucket, a/b.csv",
        "s3FileStream, s3n://bucket/a/, bucket, a/",
        "S3, s3://bucket, bucket, ''",
        "s3, s3://bucket/, bucket, ''",
        "s3, s3a://bucket/a b/ü?c#d, bucket, a b/ü?c#d"
    })
    void anUriOfS3IsABucketAndAKey(String type, String uri, String bucket, String key) {
        S3Parameters s3 = of(type, Map.of("uri", uri)).s3();
        assertThat(s3.bucket()).isEqualTo(bucket);
        assertThat(s3.key()).isEqualTo(key);
        assertThat(s3.pathStyle()).isFalse();
        assertThat(s3.endpoint()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gs://bucket", "http://bucket/a", "bucket/a", "s3:/bucket", "s3a:", "s3://", "s3:///a", "S4://b"
            })
    void anUriThatNamesNoBucketIsRefused(String uri) {
        assertThatThrownBy(() -> of("s3", Map.of("uri", uri)).s3())
                .isInstanceOfSatisfying(
                        FabricException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID))
                .hasMessageContaining("'uri'");
    }

    @Test
    void aBucketMayStandByItselfAndAnotherStoreHasPathsUnlessItSaysNot() {
        S3Parameters s3 = of(
                        "s3",
                        Map.of(
                                "bucket",
                                "b",
                                "publicKey",
                                "p",
                                "secretKey",
                                "s",
                                "region",
                                "eu",
                                "s3Endpoint",
                                "minio:9000"))
                .s3();
        assertThat(s3.bucket()).isEqualTo("b");
        assertThat(s3.endpoint()).hasToString("Optional[https://minio:9000]");
        assertThat(s3.pathStyle()).isTrue();
        assertThat(s3.accessKey()).contains("p");
        S3Parameters hosted = of("s3", Map.of("bucket", "b", "s3Endpoint", "http://h", "pathStyleAccess", "false"))
                .s3();
        assertThat(hosted.pathStyle()).isFalse();
        assertThat(hosted.endpoint()).hasToString("Optional[http://h]");
        assertThat(of("s3", Map.of("bucket", "b", "s3Endpoint", " ")).s3().endpoint())
                .isEmpty();
        assertThatThrownBy(() -> of("s3", Map.of("bucket", "b", "s3Endpoint", "http://a b"))
                        .s3())
                .hasMessageContaining("'s3Endpoint'")
                .hasMessageNotContaining("a b");
        assertThatThrownBy(() -> of("s3", Map.of()).s3()).hasMessageContaining("no parameter 'uri'");
    }

    @Test
    void googlesStorageHasItsOwnScheme() {
        GcsParameters gcs = of("gcsFileStream", Map.of("uri", "gs://b/k", "serviceAccountKey", "{\"x\":1}"))
                .gcs();
        assertThat(gcs.bucket() + " " + gcs.key() + " "
                        + gcs.serviceAccountKey().orElse(""))
                .isEqualTo("b k {\"x\":1}");
        assertThatThrownBy(() -> of("gcs", Map.of("uri", "s3://b")).gcs()).hasMessageContaining("gs://");
        assertThatThrownBy(() -> of("s3", Map.of("uri", "gs://b")).gcs())
                .hasMessageContaining("its type is 's3', not gcs");
    }

    /** As MongoDB's own driver takes a URI apart. */
    @ParameterizedTest
    @CsvSource({
        "mongodb://h, ",
        "mongodb://h/, ",
        "mongodb://h/?a=b, ",
        "mongodb://h?a=b/c, ",
        "'mongodb://u:p@h:1,i:2/db?x=/y', db",
        "mongodb+srv://h/db, db",
        "mongodb://h/db.collection, db",
        "mongodb://h/my%20db, my db",
        "mongodb://h/db%2Ex, db"
    })
    void theDatabaseIsInTheUri(String uri, @Nullable String database) {
        assertThat(of("mongo", Map.of("uri", uri)).mongo().database().orElse(null))
                .isEqualTo(database);
        assertThat(of("mongo", Map.of("mongoUri", uri, "database", "named"))
                        .mongo()
                        .database())
                .contains("named");
    }

    @Test
    void noneOfThemShowsWhatItHolds() {
        Map<String, String> params = Map.of("uri", "s3://LEAK/LEAK", "secretKey", "LEAK", "publicKey", "LEAK");
        assertThat(of("s3", params).s3() + " " + of("s3", params)).doesNotContain("LEAK");
        assertThat(of("mongo", Map.of("uri", "mongodb://u:LEAK@h")).mongo().toString())
                .doesNotContain("LEAK");
        assertThat(of("gcs", Map.of("uri", "gs://LEAK")).gcs().toString()).doesNotContain("LEAK");
        assertThat(of("jdbc", Map.of("uri", "jdbc:LEAK", "password", "LEAK"))
                        .jdbc()
                        .toString())
                .doesNotContain("LEAK");
    }
}
