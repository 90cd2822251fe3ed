package io.skillsdk.internal.definition.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Where each part of a file is, and what could not be taken as it is. Filled while the file is read. */
public final class Places {

    private final Map<String, Place> places = new LinkedHashMap<>();

    private final List<Fault> faults = new ArrayList<>();

    void put(String part, Optional<Mark> mark) {
        mark.ifPresent(m -> places.put(part, new Place(m.getLine() + 1, m.getColumn() + 1)));
    }

    void fault(String part, Place place, String message) {
        faults.add(new Fault(part, place, message));
    }

    /** The values that were left out, as they are of another kind than expected. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Whether the file has a part. */
    public boolean has(String part) {
        return places.containsKey(part);
    }

    /** The place of a part, or of the nearest part around it. */
    public Place of(String part) {
        String around = part;
        while (!around.isEmpty()) {
            Place place = places.get(around);
            if (place != null) {
                return place;
            }
            int end = Math.max(around.lastIndexOf('.'), around.lastIndexOf('['));
            around = end < 0 ? "" : around.substring(0, end);
        }
        return Place.START;
    }
}
