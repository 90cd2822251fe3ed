package io.skillsdk.internal.fabric.wire;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.FabricException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the platform.
 *
 * @param method the HTTP method
 * @param url the whole URL, encoded
 * @param what what it is about, in words, for messages: names, but never values
 * @param body what is sent, or null
 * @param repeatable whether doing it twice is the same as doing it once
 * @param time how long it may take
 * @param sensitive whether secrets go or come: then nothing of an answer is quoted
 */
public record PlatformRequest(
        String method,
        String url,
        String what,
        @Nullable ContentBody body,
        boolean repeatable,
        Time time,
        boolean sensitive) {

    /** How long a request may take, within the deadline of its call. */
    public enum Time {
        /** As the setting {@code fabric.timeout} says. */
        SHORT,
        /** All the time left. */
        WHOLE,
        /** All the time left, while bytes flow. */
        TRANSFER
    }

    /** A request without a body; GET, HEAD, PUT and DELETE may be repeated. */
    public static PlatformRequest of(String method, String url, String what) {
        boolean repeatable = !method.equals("POST") && !method.equals("PATCH");
        return new PlatformRequest(method, url, what, null, repeatable, Time.SHORT, false);
    }

    /** The same with a body, which is sent as JSON when its type says so. */
    public PlatformRequest with(ContentBody content) {
        return new PlatformRequest(method, url, what, content, repeatable && content.isRepeatable(), time, sensitive);
    }

    /** The same, with another answer to whether it may be repeated. */
    public PlatformRequest repeatable(boolean value) {
        return new PlatformRequest(
                method, url, what, body, value && (body == null || body.isRepeatable()), time, sensitive);
    }

    /** The same with another time. */
    public PlatformRequest within(Time other) {
        return new PlatformRequest(method, url, what, body, repeatable, other, sensitive);
    }

    /** The same with secrets in it. */
    public PlatformRequest withSecrets() {
        return new PlatformRequest(method, url, what, body, repeatable, time, true);
    }

    /** Whether it changes nothing. */
    boolean isReading() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** The exception for an answer to it that is no success, or cannot be read. */
    FabricException failure(FabricException.Reason reason, int status, @Nullable String detail) {
        return failure(reason, status, detail, false, null);
    }

    /** The exception for what became of it; it says where it was sent. */
    FabricException failure(
            FabricException.Reason reason,
            int status,
            @Nullable String detail,
            boolean mayHaveHappened,
            @Nullable Throwable cause) {
        return new FabricException(reason, status, what, detail, mayHaveHappened, cause, address());
    }

    /** Scheme, host and port alone: what else a URL may have is not for a log. */
    private @Nullable String address() {
        try {
            URI uri = new URI(url);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return uri.getHost() == null ? null : uri.getScheme() + "://" + uri.getHost() + port;
        } catch (URISyntaxException e) {
            return null; // nor could it be sent anywhere
        }
    }

    @Override
    public String toString() {
        return what.startsWith(method + " ") ? what : method + " " + what;
    }
}
