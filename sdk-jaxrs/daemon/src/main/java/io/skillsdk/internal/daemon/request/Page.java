package io.skillsdk.internal.daemon.request;

import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/** A page that the daemon answers by itself, before any action is looked for. */
public interface Page {

    /** Answers now or later, on this thread or another; never blocks this one. */
    void serve(Request request, Response response, Reply reply);

    /** The pages that there are. */
    interface Table {

        /** The page that a request is for, or null. */
        @Nullable Page find(Request request);
    }
}
