package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.answer.ErrorAnswers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.glassfish.grizzly.http.server.AfterServiceListener;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request to the version of a program that has all that was saved when it came, and knows which requests a version has. Only a daemon in
 * development has one; any other gives requests to its {@link RootHandler} at once.
 */
public final class VersionSwitch extends HttpHandler {

    /** What serves the requests of one version. */
    public static final class Version implements AfterServiceListener {

        private final HttpHandler handler;

        private final AtomicInteger requests = new AtomicInteger();

        /** Makes it. */
        public Version(HttpHandler handler) {
            this.handler = handler;
        }

        /** Requests that are not answered yet. */
        public int requests() {
            return requests.get();
        }

        @Override
        public void onAfterService(Request request) {
            requests.decrementAndGet();
        }
    }

    private static final int UNAVAILABLE = 503;

    private static final String LATE = VersionSwitch.class.getName() + ".late";

    private final Supplier<CompletableFuture<Boolean>> whenServed;

    private final Executor threads;

    private volatile Version current;

    /**
     * Makes it.
     *
     * @param first the first version
     * @param whenServed asked for each request that comes: completed when all is served that was saved by now, with false when that takes
     *     too long
     * @param threads for the requests that had to wait
     */
    public VersionSwitch(Version first, Supplier<CompletableFuture<Boolean>> whenServed, Executor threads) {
        this.current = first;
        this.whenServed = whenServed;
        this.threads = threads;
    }

    /** Makes another version the current one. */
    public void to(Version next) {
        next.handler.start();
        current = next;
    }

    /** Ends a version that has no requests any more, and gets none. */
    public static void end(Version version) {
        version.handler.destroy();
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        if (request.getAttribute(LATE) != null) {
            GrizzlyAnswers.sendAndClose(
                    ErrorAnswers.of(UNAVAILABLE, "The version that was saved last is still being started. Try again."),
                    request,
                    response);
            return;
        }
        Version version = enter();
        request.addAfterServiceListener(version);
        version.handler.service(request, response);
    }

    /** A version that is replaced just now would not know of the request: then it is for the next one. */
    private Version enter() {
        while (true) {
            Version version = current;
            version.requests.incrementAndGet();
            if (version == current) {
                return version;
            }
            version.requests.decrementAndGet();
        }
    }

    @Override
    public RequestExecutorProvider getRequestExecutorProvider() {
        return this::executor;
    }

    /** The thread that has read a request serves it; one for a version that is still being made waits for it, without a thread. */
    private @Nullable Executor executor(Request request) {
        CompletableFuture<Boolean> served = whenServed.get();
        if (served.isDone()) {
            return null;
        }
        return task -> {
            var unused = served.thenAccept(inTime -> {
                if (!inTime) {
                    request.setAttribute(LATE, true);
                }
                threads.execute(task);
            });
        };
    }

    @Override
    public void start() {
        current.handler.start();
    }

    @Override
    public void destroy() {
        current.handler.destroy();
    }
}
