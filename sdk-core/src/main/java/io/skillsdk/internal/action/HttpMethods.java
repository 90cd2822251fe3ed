package io.skillsdk.internal.action;

import io.skillsdk.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the SDK knows of the methods that an action can answer to. */
public final class HttpMethods {

    private HttpMethods() {}

    /** The method of an action: the one that its annotation names, or else the default of the daemon. */
    public static HttpMethod resolve(HttpMethod annotated, String byDefault) {
        return annotated == HttpMethod.DEFAULT ? parse(byDefault) : annotated;
    }

    /** Whether the platform sends an envelope with it (gateway). */
    public static boolean carriesBody(HttpMethod method) {
        return switch (method) {
            case POST, PUT, PATCH -> true;
            case GET, DELETE, OPTIONS -> false;
            case DEFAULT -> throw new IllegalArgumentException("The default stands for another method.");
        };
    }

    private static HttpMethod parse(String text) {
        String name = text.trim().toUpperCase(Locale.ROOT);
        List<String> known = new ArrayList<>();
        for (HttpMethod method : HttpMethod.values()) {
            if (method != HttpMethod.DEFAULT) {
                if (method.name().equals(name)) {
                    return method;
                }
                known.add(method.name());
            }
        }
        throw new InvalidActionException(
                "an action cannot answer to the method '" + text + "'. Use one of " + String.join(", ", known) + ".");
    }
}
