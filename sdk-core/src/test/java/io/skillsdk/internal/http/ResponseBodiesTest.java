package io.skillsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseBodiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "*",
                "gzip, deflate, br",
                "br;q=1.0, gzip;q=0.001",
                "gzip;q=1, *;q=0",
                "*;q=0, gzip",
                "*;q=0.1",
                "deflate, *;q=0.5, identity;q=0.5",
                " gzip ; q=0.8 , identity;q=0.2",
                "gzip;level=9",
            })
    void gzipIsSentToThoseWhoPreferIt(String acceptEncoding) {
        assertThat(ResponseBodies.acceptsGzip(acceptEncoding)).isTrue();
    }

    @Test
    void aLargeAnswerVariesByClientAndASmallOneDoesNot() {
        assertThat(ResponseBodies.coding(true, false, "gzip").headers())
                .isEqualTo(Map.of("Vary", "Accept-Encoding", "Content-Encoding", "gzip"));
        assertThat(ResponseBodies.coding(true, false, "br").headers()).isEqualTo(Map.of("Vary", "Accept-Encoding"));
        assertThat(ResponseBodies.coding(false, false, "gzip").headers()).isEmpty();
        assertThat(ResponseBodies.coding(true, true, "gzip").headers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "br",
                "identity",
                "deflate, br",
                "gzip;q=0",
                "gzip;q=0.000",
                "gzip; Q=0",
                "*, gzip;q=0",
                "gzip;q=0, *",
                "x-gzip;q=0",
                "*;q=0",
                "gzip;q=0.2, identity;q=0.8",
                "*;q=0.2, identity",
                "gzip;q=many",
                "gzip;q=-1",
                "gzip;q=",
                "gzipped",
                ",",
            })
    void plainBytesAreSentToAllOthers(String acceptEncoding) {
        assertThat(ResponseBodies.acceptsGzip(acceptEncoding)).isFalse();
    }
}
