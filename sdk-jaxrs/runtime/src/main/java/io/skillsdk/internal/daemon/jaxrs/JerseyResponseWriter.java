package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.daemon.request.JaxrsWork;
import io.skillsdk.internal.daemon.transport.ClientConnection;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.jersey.server.ContainerException;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes Jersey's answers, unless the client gets another, as after a deadline: then into nothing. The call decides that when the writing
 * begins. One thread at a time writes, which need not be the one that has begun.
 */
final class JerseyResponseWriter implements ContainerResponseWriter {

    private enum Stage {
        OPEN,
        WRITING,
        LOST,
        DONE
    }

    private final JaxrsWork work;

    private final ConnectionRegistry connections;

    private final DaemonExecutors threads;

    private @Nullable ResponseStream stream;

    private @Nullable Throwable truncated;

    private boolean whole;

    /** Whether it is written in parts, as events are, each of which is to go out at once. */
    private boolean continues;

    private @Nullable RuntimeException reported;

    private volatile Stage stage = Stage.OPEN;

    private volatile boolean suspended;

    // both guarded by this
    private @Nullable TimeoutHandler timeoutHandler;
    private @Nullable Future<?> timeout;

    JerseyResponseWriter(JaxrsWork work, ConnectionRegistry connections, DaemonExecutors threads) {
        this.work = work;
        this.connections = connections;
        this.threads = threads;
    }

    /** Answers without Jersey. */
    void refuse(ActionAnswer answer) {
        work.call().offer(answer);
        end();
    }

    /** The thread is back from Jersey: it is answered, or will be later. */
    void returned() {
        if (!suspended && stage != Stage.DONE) {
            failure(new IllegalStateException("Jersey has not answered a request"));
        }
    }

    /** The entity is written: Jersey flushes it once more, which is no wish of its author's. */
    void written() {
        whole = true;
        ResponseStream written = stream;
        if (written != null && !continues) {
            written.whole();
        }
    }

    /** What is being written will not be whole. */
    void truncated(Throwable thrown) {
        truncated = thrown;
    }

    @Override
    public OutputStream writeResponseStatusAndHeaders(long contentLength, ContainerResponse jersey) {
        truncated = null;
        Response response = work.response();
        if (stage == Stage.WRITING) {
            response.reset(); // what was to be sent could not be
        } else if (work.call().take()) {
            stage = Stage.WRITING;
        } else {
            stage = Stage.LOST;
            return OutputStream.nullOutputStream();
        }
        int status = jersey.getStatusInfo().getStatusCode();
        String phrase = jersey.getStatusInfo().getReasonPhrase();
        if (phrase == null) {
            response.setStatus(status);
        } else {
            response.setStatus(status, phrase);
        }
        for (Map.Entry<String, List<String>> header : jersey.getStringHeaders().entrySet()) {
            for (String value : header.getValue()) {
                response.addHeader(header.getKey(), value);
            }
        }
        ResponseStream written = new ResponseStream(
                work.request(), response, jersey.getEntity() instanceof byte[] known ? known : null, contentLength);
        continues = jersey.isChunked();
        if (whole && !continues) {
            written.whole();
        }
        stream = written;
        return written;
    }

    @Override
    public void commit() {
        ResponseStream written = stream;
        if (stage == Stage.WRITING && written != null) {
            finish(written);
            work.reply().written(written.count());
            end();
            work.call().decide(null);
        } else if (stage == Stage.LOST) {
            end();
        } else if (stage == Stage.OPEN) {
            failure(new IllegalStateException("Jersey has ended a request without an answer"));
        }
    }

    private void finish(ResponseStream written) {
        try {
            if (truncated == null) {
                written.finish();
            } else if (work.response().isCommitted()) {
                ClientConnection client =
                        connections.of(work.request().getContext().getConnection());
                connections.cutOff(client, "its answer failed halfway and must not be taken for a whole one");
            } else {
                work.reply().writeFailure(truncated);
            }
        } catch (IOException e) {
            work.reply().gone(e);
        } catch (Throwable e) {
            work.reply().writeFailure(e);
        }
    }

    private void end() {
        stage = Stage.DONE;
        synchronized (this) {
            if (timeout != null) {
                timeout.cancel(false);
            }
        }
    }

    @Override
    public void failure(Throwable thrown) {
        Stage before = stage;
        if (before == Stage.DONE) {
            return;
        }
        end();
        if (before == Stage.WRITING) {
            work.reply().writeFailure(thrown);
            work.call().decide(null);
        } else {
            work.call().fail(thrown);
        }
        RuntimeException propagated =
                thrown instanceof RuntimeException unchecked ? unchecked : new ContainerException(thrown);
        reported = propagated;
        throw propagated; // JAX-RS 3.3.4
    }

    /** Whether this is what {@link #failure} has told of, and handed to the container: it is answered and logged. */
    boolean hasReported(RuntimeException propagated) {
        return propagated == reported;
    }

    @Override
    public boolean suspend(long time, TimeUnit unit, TimeoutHandler handler) {
        if (suspended) {
            return false;
        }
        suspended = true;
        synchronized (this) {
            timeoutHandler = handler;
        }
        setSuspendTimeout(time, unit);
        return true;
    }

    @Override
    public synchronized void setSuspendTimeout(long time, TimeUnit unit) {
        if (!suspended) {
            throw new IllegalStateException("Not suspended");
        }
        if (timeout != null) {
            timeout.cancel(false);
        }
        TimeoutHandler handler = timeoutHandler;
        timeout = time <= 0 || handler == null || stage == Stage.DONE
                ? null
                : threads.after(unit.toMillis(time), () -> handler.onTimeout(this));
    }

    /** The answer of an action has its length already, and Jersey's buffer would copy it. */
    @Override
    public boolean enableResponseBuffering() {
        return work.averageDuration() == null;
    }
}
