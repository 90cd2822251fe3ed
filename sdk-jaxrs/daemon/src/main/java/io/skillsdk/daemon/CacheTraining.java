package io.skillsdk.daemon;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.internal.daemon.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A training run for start-up archives: serves an action of its own on a free port of this machine, calls it, and ends.
 *
 * <p>A JVM that runs this with {@code -XX:AOTCacheOutput} (JDK 25) or {@code -XX:ArchiveClassesAtExit} leaves an archive of
 * the SDK and the libraries under it. The archive serves every application whose class path starts with the one of the
 * training run, so a change of the application does not change the archive. No action of a user is run.
 */
public final class CacheTraining {

    /** Enough for each way that a call can take: on a thread of its own at first, on the one that read it later. */
    private static final int CALLS = 100;

    private CacheTraining() {}

    record Sample(@SkillParameter(required = true) String text, int limit) {}

    record Result(String text, int words) {}

    static final class SampleAction {
        @SkillAction
        Result run(Sample payload) {
            return new Result(payload.text(), payload.text().length() + payload.limit());
        }
    }

    /**
     * Runs the training.
     *
     * @param args none
     * @throws IOException when the daemon of the training does not answer
     */
    public static void main(String[] args) throws IOException {
        DaemonProcess process = new DaemonProcess(SkillDaemon.builder(new SampleAction())
                .set(Setting.HOST.key(), "127.0.0.1")
                .set(Setting.PORT.key(), "0")
                .set(Setting.PATH.key(), "train")
                .set(Setting.METHOD.key(), "POST")
                .skill());
        new Thread(() -> process.serve(Map.of()), "skill-daemon-training").start();
        try (RunningDaemon daemon = process.started().join()) {
            for (int i = 0; i < CALLS; i++) {
                call(daemon.uri().resolve("/train"), 200, """
                        {"activationId":"a","projectId":"p","properties":{"daemon.port":5000,"on":true,"tags":["x"]},
                         "payload":{"text":"a text","limit":3},"timestamp":1727090000000}""");
            }
            call(daemon.uri().resolve("/train"), 400, "{\"payload\":{}}");
            call(daemon.uri().resolve("/train"), 400, "{");
        }
    }

    private static void call(URI uri, int expected, String body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        if (status != expected) {
            throw new IOException("The training was answered with " + status + " and not with " + expected + ".");
        }
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            in.readAllBytes();
        }
    }
}
