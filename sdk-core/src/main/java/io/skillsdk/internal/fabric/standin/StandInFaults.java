package io.skillsdk.internal.fabric.standin;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.wire.Budget;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import io.skillsdk.internal.fabric.wire.WireFault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What the stand-in does wrong on purpose, and what it was asked. Thread-safe. */
public final class StandInFaults {

    // all guarded by this
    private final Map<String, Queue<Reason>> next = new HashMap<>();

    private final List<String> asked = new ArrayList<>();

    private Duration delay = Duration.ZERO;

    private boolean tokenExpired;

    /** Makes the next call of a resource fail; several are queued. */
    public synchronized void failNext(String area, Reason reason) {
        next.computeIfAbsent(area, key -> new ArrayDeque<>()).add(reason);
    }

    /** Makes every call take so long. */
    public synchronized void delay(Duration time) {
        delay = time;
    }

    /** Refuses the token from now on. */
    public synchronized void expireToken() {
        tokenExpired = true;
    }

    /** Method and path of all calls so far, without the project. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    synchronized void asked(String call) {
        asked.add(call);
    }

    /** What goes wrong now, or null for nothing. */
    @Nullable WireAnswer next(String method, String area, Budget budget) throws WireFault {
        pause(budget);
        Reason reason;
        synchronized (this) {
            Queue<Reason> queued = next.get(area);
            reason = tokenExpired ? Reason.TOKEN_REFUSED : queued == null ? null : queued.poll();
        }
        return reason == null ? null : answer(reason, method, area, budget);
    }

    private void pause(Budget budget) throws WireFault {
        long nanos;
        synchronized (this) {
            nanos = delay.toNanos();
        }
        if (nanos == 0 && !Thread.currentThread().isInterrupted()) {
            // not even a sleep of no time, which gives the processor away
            return;
        }
        long patience = budget.patienceNanos();
        try {
            Duration pause = Duration.ofNanos(Math.min(nanos, patience));
            Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireFault(WireFault.Kind.INTERRUPTED, "the thread was interrupted", null);
        }
        if (nanos > patience) {
            throw new WireFault(WireFault.Kind.TIMED_OUT, budget.inWords(), null);
        }
    }

    private static WireAnswer answer(Reason reason, String method, String area, Budget budget) throws WireFault {
        return switch (reason) {
            case TOKEN_MISSING -> throw new FabricException(reason, 0, method + " " + area, "as the test asked for");
            case TOKEN_REFUSED ->
                new WireAnswer(302, Map.of("x-auth-error", "jwt expired"), new ByteArrayInputStream(new byte[0]));
            case FORBIDDEN -> Reply.refused(403, "Forbidden");
            case NOT_FOUND -> Reply.refused(404, "Not found");
            case INVALID -> Reply.refused(400, "Bad request");
            case CONFLICT -> Reply.refused(409, "Conflict");
            case TOO_LARGE -> Reply.refused(413, "Too large");
            case BUSY -> Reply.refused(429, "Too many requests");
            case UNAVAILABLE -> Reply.refused(503, "Service unavailable");
            case TIMED_OUT -> throw new WireFault(WireFault.Kind.TIMED_OUT, budget.inWords(), null);
            case INTERRUPTED -> throw new WireFault(WireFault.Kind.INTERRUPTED, "the thread was interrupted", null);
            case UNREADABLE_ANSWER ->
                new WireAnswer(
                        200,
                        Map.of("content-type", "text/plain"),
                        new ByteArrayInputStream("not JSON".getBytes(StandardCharsets.UTF_8)));
        };
    }
}
