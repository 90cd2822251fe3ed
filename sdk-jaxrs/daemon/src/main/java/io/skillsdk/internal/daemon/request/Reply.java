package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.call.ActionAnswer;
import io.skillsdk.internal.daemon.execution.BackgroundLog;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import java.io.IOException;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one answer to a request: the first thread that claims it gives it. It knows when the client has gone, and what
 * becomes of an answer that cannot be sent.
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
    private boolean claimed;
    private boolean detached;
    private boolean finished;
    private boolean resumed;
    private boolean closes;
    private @Nullable Runnable whenFinished;

    Reply(Request request, Response response, BackgroundLog log) {
        this.request = request;
        this.response = response;
        this.log = log;
    }

    /** Takes the right to answer. Returns false when it is taken. */
    public synchronized boolean claim() {
        if (claimed) {
            return false;
        }
        claimed = true;
        return true;
    }

    /** Makes the answer the last of its connection: what else comes over it is not read. */
    public synchronized void closeConnection() {
        closes = true;
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

    /** Answers, unless the answer is claimed. */
    @Override
    public void send(ActionAnswer answer) {
        if (claim()) {
            sendClaimed(answer);
        } else {
            finish();
        }
    }

    /** Answers, by the right that was claimed. */
    void sendClaimed(ActionAnswer answer) {
        synchronized (this) {
            boolean outside = !detached && Thread.currentThread() != server;
            try {
                write(answer, outside || closes);
                if (outside) {
                    response.finish();
                }
            } finally {
                finished = true;
            }
        }
        finish();
    }

    /** Tells that the one who has claimed it has written all of it; {@link #finish} is to follow. */
    public synchronized void written() {
        finished = true;
    }

    /**
     * Ends the request if it is answered, and another thread than the serving one has to. Called by the serving thread as well before it leaves:
     * if there is only a claim, the answer is to come from the thread that has made it.
     */
    void finish() {
        boolean resumes;
        @Nullable Runnable then;
        synchronized (this) {
            if (!finished) {
                if (claimed && Thread.currentThread() == server) {
                    detach();
                }
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

    /** Answers that the daemon has failed, which is logged, unless the answer is claimed. */
    @Override
    public void fail(Throwable thrown) {
        FatalErrorExit.endIfFatal(thrown);
        if (claim()) {
            failClaimed(thrown);
        } else {
            log.write(() -> LOG.error("A request failed after it was answered", thrown));
            finish();
        }
    }

    /** The same, by the right that was claimed. */
    public void failClaimed(Throwable thrown) {
        synchronized (this) {
            boolean outside = !detached && Thread.currentThread() != server;
            try {
                failed(thrown);
                if (outside) {
                    response.finish();
                }
            } finally {
                finished = true;
            }
        }
        finish();
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
