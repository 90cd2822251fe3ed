package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.daemon.execution.BackgroundLog;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import io.skillsdk.internal.http.RefusalLine;
import java.io.IOException;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the answer to a request gets to its client. It knows when the client has gone, and what becomes of an answer that cannot be sent. Which answer that
 * is was decided before, where there is a call by {@link io.skillsdk.internal.daemon.execution.Call}.
 *
 * <p>It is ATTACHED to the thread that serves the request, until that thread {@link #detach detaches} it, when another one is to answer,
 * and the request is suspended. An answer from another thread while it is attached, as after the deadline of an action whose thread does
 * not come back, is the last of its connection. What is written stands in the lock: the serving thread cannot end the request meanwhile.
 */
public final class Reply implements ActionWork.Target {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.calls");

    private final Request request;

    private final Response response;

    private final BackgroundLog log;

    private final Thread server = Thread.currentThread();

    // all guarded by this
    private boolean detached;
    private boolean finished;
    private boolean resumed;
    private boolean closes;
    private int status;
    private int bytes;
    private @Nullable Runnable whenFinished;

    Reply(Request request, Response response, BackgroundLog log) {
        this.request = request;
        this.response = response;
        this.log = log;
    }

    /** Makes the answer the last of its connection: what else comes over it is not read. */
    public synchronized void closeConnection() {
        closes = true;
    }

    /** Logs an answer to a request that became no call, soon: the log may be slower than those who send such requests. */
    public void tellRefused(ActionAnswer answer) {
        log.write(RefusalLine.of(request.getMethod().getMethodString(), request.getRequestURI(), answer));
    }

    /** Adds what is done once it is answered, or its client has gone. It must not wait. */
    public void whenFinished(Runnable then) {
        synchronized (this) {
            if (!finished) {
                Runnable before = whenFinished;
                whenFinished = before == null
                        ? then
                        : () -> {
                            before.run();
                            then.run();
                        };
                return;
            }
        }
        then.run();
    }

    /**
     * Lets other threads answer: until one has, nothing more is read from the connection but the rest of the body. Only the thread that
     * serves the request may.
     *
     * @return false when it is answered already
     */
    @Override
    public synchronized boolean detach() {
        if (finished) {
            return false;
        }
        if (!detached) {
            detached = true;
            GrizzlyAnswers.suspend(request, response);
        }
        return true;
    }

    /** Writes the answer, unless that is done, and ends the request. */
    @Override
    public void send(@Nullable ActionAnswer answer) {
        synchronized (this) {
            if (!finished && answer != null) {
                boolean outside = isOutside();
                try {
                    write(answer, outside || closes);
                    if (outside) {
                        response.finish();
                    }
                } finally {
                    written(answer.body().length);
                }
            }
        }
        finish();
    }

    /** With the lock held. Whether the thread that serves the request has not given it to others, and this is another. */
    private boolean isOutside() {
        return !detached && Thread.currentThread() != server;
    }

    /**
     * Tells that all of the answer is written; {@link #send} is to follow.
     *
     * @param written the bytes of its body, uncompressed
     */
    public synchronized void written(int written) {
        if (!finished) {
            finished = true;
            status = response.getStatus();
            bytes = written;
        }
    }

    /** The status that was sent, once it is finished. */
    synchronized int status() {
        return status;
    }

    /** The bytes of the body that was sent, uncompressed, once it is finished. */
    synchronized int bytes() {
        return bytes;
    }

    /** Does what is to be done once it is answered, and has the server go on with the connection if another thread than the serving one has answered. */
    private void finish() {
        boolean resumes;
        @Nullable Runnable then;
        synchronized (this) {
            if (!finished) {
                return;
            }
            resumes = detached && !resumed;
            resumed = resumes || resumed;
            then = whenFinished;
            whenFinished = null;
        }
        if (then != null) {
            then.run();
        }
        if (resumes) {
            resume();
        }
    }

    private void resume() {
        try {
            response.resume();
        } catch (RuntimeException e) {
            gone(e);
        } catch (Error e) {
            FatalErrorExit.endIfFatal(e);
            request.getContext().getConnection().terminateSilently();
            throw e;
        }
    }

    private void write(ActionAnswer answer, boolean last) {
        if (response.isCommitted()) {
            return; // its body is not valid HTTP, and the filter that found that has answered
        }
        try {
            if (last) {
                GrizzlyAnswers.sendAndClose(answer, request, response);
            } else {
                GrizzlyAnswers.send(answer, request, response);
            }
        } catch (IOException e) {
            gone(e);
        } catch (Throwable e) {
            failed(e);
        }
    }

    /** Logs what was thrown before there was a call, and answers that the daemon has failed. */
    public void fail(Throwable thrown) {
        fail(thrown, true);
        finish();
    }

    @Override
    public void fail(Throwable thrown, boolean counts) {
        FatalErrorExit.endIfFatal(thrown);
        if (!counts || !writeFailure(thrown)) {
            log.write(() -> LOG.error("A request failed after it was answered", thrown));
        }
    }

    /** Writes that the daemon has failed, which is logged. Returns false when it is answered already; otherwise {@link #send} is to follow. */
    public synchronized boolean writeFailure(Throwable thrown) {
        if (finished) {
            return false;
        }
        boolean outside = isOutside();
        try {
            failed(thrown);
            if (outside) {
                response.finish();
            }
        } finally {
            written(GrizzlyAnswers.FAILED.body().length);
        }
        return true;
    }

    /** Answers what could not be answered as it was meant to. What has begun cannot be taken back: the connection ends, so that it is not taken for whole. */
    private void failed(Throwable thrown) {
        FatalErrorExit.endIfFatal(thrown);
        if (!request.getContext().getConnection().isOpen()) {
            gone(thrown);
            return;
        }
        log.write(() -> LOG.error("The answer to a request could not be sent", thrown));
        try {
            if (response.isCommitted()) {
                request.getContext().getConnection().terminateSilently();
            } else {
                response.reset();
                GrizzlyAnswers.sendFailure(response);
            }
        } catch (IOException | RuntimeException e) {
            gone(e);
        } catch (Error e) {
            // not even that can be sent: the client is not to wait for it
            FatalErrorExit.endIfFatal(e);
            request.getContext().getConnection().terminateSilently();
        }
    }

    /** The one place that knows what becomes of an answer whose client has gone: nothing. */
    public void gone(Throwable thrown) {
        if (LOG.isDebugEnabled()) {
            log.write(() -> LOG.debug("The client has gone", thrown));
        }
    }
}
