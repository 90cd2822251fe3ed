package io.skillsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class GunzipTest {

    private static final BodyLimit MOST = new BodyLimit(1 << 20);

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** A header with each optional part, which the JDK's own stream does not write. */
    private static byte[] withAllParts(byte[] gzip) {
        byte[] parts = {3, 0, 'a', 'b', 'c', 'n', 0, 'c', 'c', 0, 0x12, 0x34};
        byte[] all = new byte[gzip.length + parts.length];
        System.arraycopy(gzip, 0, all, 0, 10);
        System.arraycopy(parts, 0, all, 10, parts.length);
        System.arraycopy(gzip, 10, all, 10 + parts.length, gzip.length - 10);
        all[3] = 2 | 4 | 8 | 16;
        return all;
    }

    @Test
    void membersAreJoined() throws Exception {
        Random random = new Random(17);
        for (int round = 0; round < 200; round++) {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            for (int member = random.nextInt(4); member >= 0; member--) {
                byte[] part = new byte[random.nextInt(3) * random.nextInt(20_000)];
                random.nextBytes(part);
                Arrays.fill(part, 0, part.length / 2, (byte) ' ');
                plain.write(part);
                compressed.write(random.nextBoolean() ? gzip(part) : withAllParts(gzip(part)));
            }
            assertThat(Gunzip.of(compressed.toByteArray(), MOST)).isEqualTo(plain.toByteArray());
        }
    }

    @Test
    void thousandsOfEmptyMembersAreNothing() throws Exception {
        byte[] empty = gzip(new byte[0]);
        byte[] many = new byte[50_000 * empty.length];
        for (int i = 0; i < many.length; i++) {
            many[i] = empty[i % empty.length];
        }
        assertThat(Gunzip.of(many, MOST)).isEmpty();
    }

    @Test
    void whatIsCutOrChangedIsNotGzip() throws Exception {
        byte[] sound = withAllParts(gzip("{\"payload\":{\"text\":\"to be or not to be\"}}".getBytes("UTF-8")));
        for (int length = 0; length < sound.length; length++) {
            byte[] cut = Arrays.copyOf(sound, length);
            assertThatThrownBy(() -> Gunzip.of(cut, MOST))
                    .as("cut to %s bytes", length)
                    .isInstanceOf(ZipException.class);
        }
        byte[] plus = Arrays.copyOf(sound, sound.length + 1);
        assertThatThrownBy(() -> Gunzip.of(plus, MOST)).isInstanceOf(ZipException.class);
        byte[] wrongSum = sound.clone();
        wrongSum[sound.length - 6] ^= 1;
        assertThatThrownBy(() -> Gunzip.of(wrongSum, MOST)).isInstanceOf(ZipException.class);
    }

    @Test
    void theLimitHoldsToTheByte() throws Exception {
        byte[] bytes = new byte[5000];
        assertThat(Gunzip.of(gzip(bytes), new BodyLimit(5000))).hasSize(5000);
        assertThatThrownBy(() -> Gunzip.of(gzip(bytes), new BodyLimit(4999)))
                .isInstanceOfSatisfying(
                        RefusedBodyException.class,
                        refused -> assertThat(refused.answer().status()).isEqualTo(413));
    }
}
