package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An experiment of the stand-in.
 *
 * @param document its document
 * @param runs its runs by id, in the order in which they were made; each a map that may change
 */
public record ExperimentData(JsonDocument document, Map<String, Map<String, @Nullable Object>> runs) {

    /** An experiment without runs. */
    public static ExperimentData of(JsonDocument document) {
        return new ExperimentData(document, Collections.synchronizedMap(new LinkedHashMap<>()));
    }

    /** Its runs as they are now. */
    public List<Map<String, @Nullable Object>> copyOfRuns() {
        synchronized (runs) {
            return new ArrayList<>(runs.values());
        }
    }

    /** The same with another document. */
    public ExperimentData with(JsonDocument other) {
        return new ExperimentData(other, runs);
    }
}
