package io.skillsdk.benchmarks;

import io.skillsdk.SkillAction;
import io.skillsdk.daemon.SkillDaemon;
import io.skillsdk.fabric.Download;
import io.skillsdk.fabric.Fabric;
import java.io.IOException;
import java.io.InputStream;
import java.util.StringTokenizer;

/** The SDK: a word count, and the same after a call of the platform. */
public final class SkillPlatform {

    private static final long BYTES = 300L * 1024 * 1024;

    public record Text(String text) {}

    public record Count(int words) {}

    @SkillAction(path = "invoke")
    public Count count(Text payload) {
        return new Count(new StringTokenizer(payload.text()).countTokens());
    }

    @SkillAction(path = "session")
    public Count session(Text payload, Fabric fabric) {
        fabric.session().get("k", String.class).orElseThrow();
        return count(payload);
    }

    @SkillAction(path = "file")
    public Count file(Text payload, Fabric fabric) throws IOException {
        try (Download file = fabric.content().download("large");
                InputStream stream = file.stream()) {
            byte[] part = new byte[1 << 16];
            long bytes = 0;
            for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
                bytes += read;
            }
            if (bytes != BYTES) {
                throw new IOException(bytes + " bytes came");
            }
        }
        return count(payload);
    }

    public static void main(String[] args) {
        SkillDaemon.builder(new SkillPlatform())
                .set("daemon.host", "127.0.0.1")
                .set("daemon.port", args[0])
                .run();
    }
}
