package io.skillsdk.internal.daemon.page;

import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.internal.daemon.request.Page;
import io.skillsdk.internal.daemon.request.RequestBodyAggregator;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.routing.Route;
import java.util.HashMap;
import java.util.Map;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages of the daemon itself, by path and method. No page has the path of an action. Filled before the first request. */
public final class PageTable implements Page.Table {

    private static final Logger LOG = LoggerFactory.getLogger(PageTable.class);

    private final HttpActions actions;

    private final PageThreads threads;

    private final RequestBodyAggregator bodies;

    private final Map<String, Map<String, Page>> pages = new HashMap<>();

    public PageTable(HttpActions actions, PageThreads threads, RequestBodyAggregator bodies) {
        this.actions = actions;
        this.threads = threads;
        this.bodies = bodies;
    }

    /** Adds what tells how the daemon is, below a path. */
    public void addHealth(Health health, String healthPath) {
        String base = "/" + healthPath.replaceAll("^/+|/+$", "");
        String below = base.equals("/") ? "" : base;
        add("GET", base, (request, response, reply) -> health.ready(reply));
        add("GET", below + "/ready", (request, response, reply) -> health.ready(reply));
        add("GET", below + "/live", (request, response, reply) -> health.live(reply));
    }

    /** Adds a page of the daemon's own, which gives way to an action at its path. */
    public void addOwn(BuiltInPage page) {
        add(page.method(), "/" + page.path(), new ExtensionPage(page, threads, bodies));
    }

    /**
     * Adds a page of an extension. It gives way to an action at its path, which the log tells.
     *
     * @throws IllegalArgumentException when there is such a page already
     */
    public void add(BuiltInPage page, Object owner) {
        String path = "/" + page.path();
        if (isTaken(path)) {
            LOG.warn(
                    "The page {} {} of {} is not served: an action answers at its path",
                    page.method(),
                    path,
                    owner.getClass().getName());
        } else if (!add(page.method(), path, new ExtensionPage(page, threads, bodies))) {
            throw new IllegalArgumentException("The page " + page.method() + " " + path + " of "
                    + owner.getClass().getName() + " is served already. Remove one of the two jars that have it.");
        }
    }

    /** Whether it is there now: an action's path stays the action's. */
    private boolean add(String method, String path, Page page) {
        if (isTaken(path)) {
            return false;
        }
        return pages.computeIfAbsent(path, unknown -> new HashMap<>()).putIfAbsent(method, page) == null;
    }

    private boolean isTaken(String path) {
        return !(actions.route("GET", path) instanceof Route.Unknown);
    }

    @Override
    public @Nullable Page find(Request request) {
        Map<String, Page> atPath = pages.get(request.getRequestURI());
        if (atPath == null) {
            return null;
        }
        String method = request.getMethod().getMethodString();
        return atPath.get(method.equals("HEAD") ? "GET" : method);
    }
}
