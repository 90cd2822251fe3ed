package io.skillsdk.internal.json;

import io.skillsdk.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The faults of a payload, in the order in which it was sent, as many as an error has room for. */
final class Faults {

    private record Fault(int place, int turn, Violation violation) {}

    private final ViolationRoom room = new ViolationRoom();

    private final List<Fault> faults = new ArrayList<>();

    private boolean full;

    void add(int place, String field, String message) {
        if (!full && !room.take(field, message) && !faults.isEmpty()) {
            full = true;
        }
        if (!full) {
            faults.add(new Fault(place, faults.size(), new Violation(field, message)));
        }
    }

    boolean isFull() {
        return full;
    }

    List<Violation> inOrder() {
        return faults.stream()
                .sorted(Comparator.comparingInt(Fault::place).thenComparingInt(Fault::turn))
                .map(Fault::violation)
                .toList();
    }
}
