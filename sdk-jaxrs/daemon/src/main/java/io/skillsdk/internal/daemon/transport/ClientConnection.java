package io.skillsdk.internal.daemon.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Context;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOEventLifeCycleListener;
import org.glassfish.grizzly.nio.NIOConnection;
import org.jspecify.annotations.Nullable;

/** One connection: whether it is being served, and how long it has been at something that should be short. */
public final class ClientConnection {

    private static final int FREE = 0;
    private static final int OCCUPIED = 1;
    private static final int WAITING = 2;

    /** Bytes of an answer that a client has to read each time in as long as a request may take. */
    private static final int LEAST_READ = 64 * 1024;

    private final NIOConnection connection;

    private final AtomicInteger reading = new AtomicInteger(FREE);

    private final Reading whenEnabled = new Reading(true);

    private final Reading whenDisabled = new Reading(false);

    private volatile boolean served;

    /** When the first bytes of a request came whose headers are not whole yet; 0 when there is none. */
    private volatile long sendingSince;

    private volatile int requests;

    // the housekeeping thread's own
    private int unsentThen;
    private int requestsThen;
    private long readingSince;
    private final Silence silence = new Silence();
    private long silentSince = System.nanoTime();

    // the draining thread's own
    private final Silence draining = new Silence();
    private int idleLooks;

    ClientConnection(Connection<?> connection) {
        this.connection = (NIOConnection) connection;
    }

    /**
     * A request has to be answered before the next one is read. The selector is not told: most clients wait for the answer
     * anyway, and telling it wakes a thread, twice.
     */
    void occupy() {
        reading.compareAndSet(FREE, OCCUPIED);
    }

    /** What comes next may be read. */
    private void release() throws IOException {
        if (reading.getAndSet(FREE) == WAITING) {
            connection.enableIOEvent(IOEvent.READ);
        }
    }

    /** Whether what has come may be read now; if not, it waits for {@link #release}. Called by the selecting thread. */
    boolean mayRead() throws IOException {
        if (reading.get() == FREE) {
            return true;
        }
        connection.disableIOEvent(IOEvent.READ);
        if (reading.compareAndSet(OCCUPIED, WAITING) || reading.get() == WAITING) {
            return false;
        }
        connection.enableIOEvent(IOEvent.READ);
        return true;
    }

    /** What is done when it has been read from; the selector looks at it meanwhile, or does not. */
    IOEventLifeCycleListener whenRead(boolean enabled) {
        return enabled ? whenEnabled : whenDisabled;
    }

    void sends() {
        if (!served && sendingSince == 0) {
            sendingSince = System.nanoTime();
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time serves a connection
    public void requestStarted() {
        served = true;
        sendingSince = 0;
        requests++;
    }

    public void responseSent() {
        served = false;
    }

    /** Has something done once what has come over it by now was read. */
    void afterNextRead(Runnable then) {
        SelectorRound.after(connection, then);
    }

    /** Bytes of answers that are still to be sent. */
    public int unsent() {
        return connection.getAsyncWriteQueue().spaceInBytes();
    }

    /** Where it calls from. */
    String address() {
        return String.valueOf(connection.getPeerAddress());
    }

    /** Whether both ends are this machine's own loopback addresses. */
    public boolean isOfThisMachine() {
        return isLoopback(connection.getPeerAddress()) && isLoopback(connection.getLocalAddress());
    }

    private static boolean isLoopback(@Nullable SocketAddress address) {
        return address instanceof InetSocketAddress internet
                && internet.getAddress() != null
                && internet.getAddress().isLoopbackAddress();
    }

    /** Closes the connection once all is sent. */
    void close() {
        connection.closeSilently();
    }

    /** Closes the connection once what has come over it by now was read, unless that was part of a request. */
    void closeUnlessItSends() {
        int before = requests;
        afterNextRead(() -> {
            if (!served && sendingSince == 0 && requests == before) {
                close();
            }
        });
    }

    /** Closes the connection now: a client who does not read would keep it, and what is unsent, for ever. */
    void cutOff() {
        connection.terminateSilently();
        connection.getAsyncWriteQueue().onClose(); // the selecting thread, which would do it, may be busy for long
    }

    /** Whether its headers, or its reading of an answer, have taken longer than allowed. */
    boolean isTooSlow(long now, long nanos) {
        long since = sendingSince;
        return (since != 0 && now - since > nanos) || readsTooSlowly(now, nanos);
    }

    private boolean readsTooSlowly(long now, long nanos) {
        int left = unsent();
        // a client that sends further requests reads too, or is cut off for the answers that it leaves unread
        boolean reads = left == 0 || unsentThen - left >= LEAST_READ || requests != requestsThen;
        if (reads || unsentThen == 0) {
            unsentThen = left;
            requestsThen = requests;
            readingSince = now;
            return false;
        }
        return now - readingSince > nanos;
    }

    /** Whether nothing has come over it for so long, and nothing is to be sent. */
    boolean isSilent(long now, long nanos) {
        if (!silence.goesOn()) {
            silentSince = now;
        }
        return now - silentSince > nanos;
    }

    /** Counts a look at a daemon that drains; whether nothing has come over it for so many of them. */
    boolean isIdle(int looks) {
        idleLooks = draining.goesOn() ? idleLooks + 1 : 0;
        return idleLooks >= looks;
    }

    /** What one thread sees who looks at this client again and again. */
    private final class Silence {

        private int before;

        /** Whether nothing has happened since the last look, and nothing is happening. */
        boolean goesOn() {
            int now = requests;
            boolean quiet = !served && sendingSince == 0 && unsent() == 0 && now == before;
            before = now;
            return quiet;
        }
    }

    /** It is not read from while a request of it is answered later, or by a thread that no longer leads. */
    private final class Reading extends EventHandling {

        private Reading(boolean enabled) {
            super(enabled);
        }

        @Override
        public void onComplete(Context context, @Nullable Object data) throws IOException {
            release();
            super.onComplete(context, data);
        }

        @Override
        public void onContextSuspend(Context context) {
            occupy();
        }
    }
}
