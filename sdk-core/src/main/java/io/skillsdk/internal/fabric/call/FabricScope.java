package io.skillsdk.internal.fabric.call;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.wire.Budget;
import io.skillsdk.internal.fabric.wire.Caller;
import io.skillsdk.internal.fabric.wire.Endpoints;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call, as far as the platform is concerned: it lends its token and its time until it is answered. What is still open then
 * is closed. Thread-safe.
 */
public final class FabricScope implements Caller, AutoCloseable {

    /** Time to write the answer after the last call of the platform. */
    private static final Duration RESERVE = Duration.ofMillis(250);

    /** How long a transfer may take when no call waits. */
    private static final Duration ENDLESS = Duration.ofDays(1);

    private final Endpoints endpoints;

    private final TokenSource tokens;

    private final Duration timeout;

    private final @Nullable Instant deadline;

    private final Map<String, String> headers;

    // guarded by this
    private final Set<AutoCloseable> open = new HashSet<>();

    // guarded by this
    private final Deque<Runnable> ends = new ArrayDeque<>();

    // guarded by this
    private boolean closed;

    // guarded by this
    private boolean released;

    /** Makes the scope of a call; without a deadline for a job. */
    public FabricScope(
            Endpoints endpoints,
            TokenSource tokens,
            Duration timeout,
            @Nullable Instant deadline,
            Map<String, String> headers) {
        this.endpoints = endpoints;
        this.tokens = tokens;
        this.timeout = timeout;
        this.deadline = deadline;
        this.headers = headers;
    }

    /** Where the platform is. */
    public Endpoints endpoints() {
        return endpoints;
    }

    /** Whether it ends by itself, as a call does and a job does not. */
    public boolean isBounded() {
        return deadline != null;
    }

    @Override
    public String token(String what) {
        requireOpen();
        return tokens.token(what);
    }

    @Override
    public Budget budget(PlatformRequest.Time time, String what) {
        Duration left = left();
        if (left.isZero()) {
            throw new FabricException(
                    Reason.TIMED_OUT, 0, what, "no time is left until the deadline of the call; nothing was sent");
        }
        Duration limit = time == PlatformRequest.Time.SHORT && timeout.compareTo(left) < 0 ? timeout : left;
        Duration idle = time == PlatformRequest.Time.TRANSFER && timeout.compareTo(limit) < 0 ? timeout : limit;
        return Budget.of(limit, idle);
    }

    @Override
    public Map<String, String> headers() {
        return headers;
    }

    /** How long the platform may still be asked. */
    public Duration left() {
        if (deadline == null) {
            return ENDLESS;
        }
        Duration left = Duration.between(Instant.now(), deadline).minus(RESERVE);
        return left.isNegative() ? Duration.ZERO : left.compareTo(ENDLESS) > 0 ? ENDLESS : left;
    }

    /** Keeps something to close with the call; closes it at once when the call has been answered. */
    public void opened(AutoCloseable resource) {
        boolean late;
        synchronized (this) {
            late = closed;
            if (!late) {
                open.add(resource);
            }
        }
        if (late) {
            close(resource);
            requireOpen();
        }
    }

    /** Forgets something that was closed. */
    public synchronized void closed(AutoCloseable resource) {
        open.remove(resource);
    }

    /** Runs something when the call has been answered and its action has returned. */
    public void onEnd(Runnable end) {
        synchronized (this) {
            if (!released) {
                ends.add(end);
                return;
            }
        }
        end.run();
    }

    /** Ends the scope: the call has been answered. */
    @Override
    public void close() {
        Set<AutoCloseable> left;
        synchronized (this) {
            closed = true;
            left = new HashSet<>(open);
            open.clear();
        }
        left.forEach(FabricScope::close);
    }

    /** Lets go of what the action uses: it has returned, which may be later than the answer when its time was up. */
    public void release() {
        Deque<Runnable> last;
        synchronized (this) {
            released = true;
            last = new ArrayDeque<>(ends);
            ends.clear();
        }
        runAll(last);
    }

    /** Each of them, whatever becomes of those before it; the first failure comes out at the end. */
    private static void runAll(Deque<Runnable> ends) {
        Throwable failed = null;
        for (Runnable end : ends) {
            try {
                end.run();
            } catch (RuntimeException | Error e) {
                failed = failed == null ? e : failed;
            }
        }
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void requireOpen() {
        synchronized (this) {
            if (!closed) {
                return;
            }
        }
        throw new IllegalStateException("This Fabric is valid within its call only, and the call has been answered."
                + " Use it before the action returns, or Fabric.fromEnvironment() for work of its own.");
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            // it was left open by its user, who does not wait for it any more
            return;
        }
    }

    @Override
    public String toString() {
        return "FabricScope[" + (deadline == null ? "no deadline" : "deadline=" + deadline) + "]";
    }
}
