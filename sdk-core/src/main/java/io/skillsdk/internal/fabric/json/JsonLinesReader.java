package io.skillsdk.internal.fabric.json;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** Reads JSON lines one by one. */
public final class JsonLinesReader {

    private JsonLinesReader() {}

    /**
     * Reads lines as objects, skipping empty ones.
     *
     * @param what what the lines are of, for the message
     */
    public static <T> Stream<T> read(InputStream stream, Class<T> type, String what) {
        AtomicLong number = new AtomicLong();
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                .lines()
                .peek(line -> number.incrementAndGet())
                .filter(line -> !line.isBlank())
                .map(line -> object(line, type, what, number.get()));
    }

    private static <T> T object(String line, Class<T> type, String what, long number) {
        try {
            T value = FabricJson.MAPPER.readValue(line, type);
            if (value != null) {
                return value;
            }
        } catch (JacksonException e) {
            // without the exception, which quotes the line
            throw unreadable(type, what, number, JsonDocument.at(e));
        }
        throw unreadable(type, what, number, "");
    }

    private static FabricException unreadable(Class<?> type, String what, long number, String at) {
        return new FabricException(
                Reason.UNREADABLE_ANSWER, 0, what, "line " + number + " does not fit " + type.getSimpleName() + at);
    }
}
