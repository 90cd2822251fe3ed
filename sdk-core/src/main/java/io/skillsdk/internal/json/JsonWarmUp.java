package io.skillsdk.internal.json;

import io.skillsdk.internal.json.library.JacksonLibrary;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.util.StdDateFormat;

/** What reading JSON does once, and slowly: for a daemon that starts to do it early, on a thread that would wait for it. */
public final class JsonWarmUp {

    private static final byte[] ENVELOPE =
            "{\"payload\":{\"text\":\"a\"},\"timestamp\":1727090000000,\"on\":true,\"ratio\":0.5}"
                    .getBytes(StandardCharsets.UTF_8);

    private JsonWarmUp() {}

    /**
     * Looks up locale data, for dates, and computes the powers of decimal numbers, which takes JDK 25 a while. Building the mapper
     * needs both: a thread that builds it meanwhile waits for the rest, and does nothing twice.
     */
    public static void datesAndNumbers() {
        var unusedFormat = StdDateFormat.instance;
        var unusedNumber = BigDecimal.ONE;
    }

    /** Builds the mapper, unless it is built, and reads an envelope with it. */
    public static void reading() {
        JacksonLibrary.check();
        var unused = JsonCodec.readObject(ENVELOPE);
    }
}
