package io.skillsdk.internal.fabric.standin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be exchanged for another one. */
public final class SettableClock extends Clock {

    private volatile Clock clock = Clock.systemUTC();

    /** Goes by another clock from now on. */
    public void set(Clock other) {
        clock = other;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
