package io.skillsdk.internal.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.util.DataChunk;
import org.junit.jupiter.api.Test;

class HeaderTextTest {

    @Test
    void everyByteIsReadAsGrizzlyReadsIt() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        DataChunk value = DataChunk.newInstance();
        value.setBytes(all, 32, 256);

        assertThat(HeaderText.of(value)).isEqualTo(value.toString()).hasSize(224);
    }

    @Test
    void aPartOfABufferIsReadAlone() {
        DataChunk value = DataChunk.newInstance();
        value.setBytes("Host: localhost".getBytes(StandardCharsets.ISO_8859_1), 6, 15);

        assertThat(HeaderText.of(value)).isEqualTo("localhost");
    }

    @Test
    void whatIsNotBytesIsReadTooAndNothingIsEmpty() {
        DataChunk value = DataChunk.newInstance();
        assertThat(HeaderText.of(value)).isEmpty();

        value.setString("text/plain");
        assertThat(HeaderText.of(value)).isEqualTo("text/plain");
    }
}
