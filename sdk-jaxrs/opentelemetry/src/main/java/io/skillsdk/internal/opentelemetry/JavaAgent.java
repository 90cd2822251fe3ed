package io.skillsdk.internal.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRoute;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerRouteSource;

/**
 * The Java agent of OpenTelemetry. Unless its setting {@code otel.instrumentation.grizzly.enabled} is false, it makes the server span itself,
 * but does not know the route of an action.
 */
final class JavaAgent {

    private static final String GRIZZLY = "otel.instrumentation.grizzly.enabled";

    private static final boolean MAKES_SERVER_SPANS =
            isLoaded("io.opentelemetry.javaagent.bootstrap.AgentInitializer", null) && !isGrizzlyOff();

    private static final boolean TAKES_ROUTES = isLoaded(
            "io.opentelemetry.instrumentation.api.semconv.http.HttpServerRoute", JavaAgent.class.getClassLoader());

    private JavaAgent() {}

    static boolean makesServerSpans() {
        return MAKES_SERVER_SPANS;
    }

    private static boolean isGrizzlyOff() {
        String set = System.getProperty(GRIZZLY, System.getenv("OTEL_INSTRUMENTATION_GRIZZLY_ENABLED"));
        return "false".equalsIgnoreCase(set);
    }

    /** Names the agent's span by the route, and its metrics too where opentelemetry-instrumentation-api is on the class path. */
    static void tellRoute(Span span, String method, String route) {
        span.updateName(Spans.name(method, route));
        span.setAttribute("http.route", Spans.path(route));
        if (TAKES_ROUTES) {
            Routes.tell(Spans.path(route));
        }
    }

    private static boolean isLoaded(String name, @org.jspecify.annotations.Nullable ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Loaded where the optional library is. */
    private static final class Routes {

        static void tell(String path) {
            HttpServerRoute.update(Context.current(), HttpServerRouteSource.CONTROLLER, path);
        }

        private Routes() {}
    }
}
