package io.skillsdk.internal.daemon.request;

import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.http.server.AfterServiceListener;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;

/**
 * Gives each request to the version of a program that is current when it comes, and knows which requests a version has. Only a daemon in
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

    private volatile Version current;

    /** Makes it, with the first version. */
    public VersionSwitch(Version first) {
        this.current = first;
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
        return RootHandler.SAME_THREAD;
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
