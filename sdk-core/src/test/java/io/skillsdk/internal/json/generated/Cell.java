package io.skillsdk.internal.json.generated;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A value of a generated payload that can be broken, and fixed again. */
final class Cell {

    /** Stands for a member that is not sent at all. */
    static final Object ABSENT = new Object();

    /** A number that no double is as large as. */
    static final Object HUGE = new BigDecimal("1e400");

    private final Object sound;

    private final Object[] faults;

    private @Nullable Object current;

    private Cell(Object sound, Object... faults) {
        this.sound = sound;
        this.faults = faults;
        this.current = sound;
    }

    /** A value, and others that do not fit in its place: null among them, or {@link #ABSENT}. */
    static Cell of(Object sound, @Nullable Object... faults) {
        return new Cell(sound, faults);
    }

    @Nullable Object current() {
        return current;
    }

    void breakWith(int choice) {
        current = faults[Math.floorMod(choice, faults.length)];
    }

    void fix() {
        current = sound;
    }
}
