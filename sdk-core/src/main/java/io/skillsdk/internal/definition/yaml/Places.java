package io.skillsdk.internal.definition.yaml;

import io.skillsdk.internal.yaml.Place;
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

    private final List<Misspelling> misspellings = new ArrayList<>();

    private final boolean recovering;

    /** Places of a file that is read as the platform reads it. */
    public Places() {
        this(false);
    }

    private Places(boolean recovering) {
        this.recovering = recovering;
    }

    /**
     * Places of a file that is read as its author meant it: keys that are misspelt count as those that are meant, so that
     * one slip is one fault.
     */
    public static Places recovering() {
        return new Places(true);
    }

    boolean isRecovering() {
        return recovering;
    }

    void put(String part, Optional<Mark> mark) {
        mark.ifPresent(m -> places.putIfAbsent(part, new Place(m.getLine() + 1, m.getColumn() + 1)));
    }

    void fault(String part, Place place, String message) {
        faults.add(new Fault(part, place, message));
    }

    void misspelling(Misspelling misspelling) {
        misspellings.add(misspelling);
    }

    /** The values that were left out, as they are of another kind than expected. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The keys that count as others, as they are misspelt. */
    public List<Misspelling> misspellings() {
        return List.copyOf(misspellings);
    }

    /** Whether a part, or one around it, was left out: what is missing of it is no fault of its own. */
    public boolean isFaulty(String part) {
        return faults.stream()
                .map(Fault::part)
                .anyMatch(faulty ->
                        part.equals(faulty) || part.startsWith(faulty + ".") || part.startsWith(faulty + "["));
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
