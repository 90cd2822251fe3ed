package io.skillsdk.internal.call;

import io.skillsdk.internal.action.ActionCall;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What joins the log with the trace that a call is part of: from {@code traceparent} (W3C), {@code b3} or {@code x-b3-*}
 * (the mesh), whichever of them comes first, and {@code x-request-id} (the mesh). What is not well formed is left out.
 */
record TraceIds(
        @Nullable String traceId,
        @Nullable String spanId,
        @Nullable String requestId) {

    /** No trace. */
    static final TraceIds NONE = new TraceIds(null, null, null);

    private static final Pattern W3C = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");

    private static final Pattern B3 = Pattern.compile("([0-9a-fA-F]{32}|[0-9a-fA-F]{16})-([0-9a-fA-F]{16})(-.*)?");

    private static final Pattern B3_TRACE = Pattern.compile("[0-9a-fA-F]{32}|[0-9a-fA-F]{16}");

    private static final Pattern B3_SPAN = Pattern.compile("[0-9a-fA-F]{16}");

    private static final int LONGEST_REQUEST_ID = 200;

    /** Whether there is any. */
    boolean isPresent() {
        return traceId != null || requestId != null;
    }

    /** Reads the headers of a call. */
    static TraceIds of(ActionCall call) {
        String request = call.header("x-request-id");
        String requestId = isRequestId(request) ? request : null;
        TraceIds ids = pair(W3C, call.header("traceparent"), requestId);
        if (ids == null) {
            ids = pair(B3, call.header("b3"), requestId);
        }
        if (ids == null) {
            ids = separate(call.header("x-b3-traceid"), call, requestId);
        }
        return ids != null ? ids : requestId == null ? NONE : new TraceIds(null, null, requestId);
    }

    /** Visible characters of ASCII alone, and not too many. */
    private static boolean isRequestId(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST_REQUEST_ID) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '!' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable TraceIds pair(Pattern form, String header, @Nullable String requestId) {
        if (header.isEmpty()) {
            return null;
        }
        Matcher matcher = form.matcher(header);
        return matcher.matches() && isSet(matcher.group(1)) && isSet(matcher.group(2))
                ? new TraceIds(matcher.group(1), matcher.group(2), requestId)
                : null;
    }

    private static @Nullable TraceIds separate(String trace, ActionCall call, @Nullable String requestId) {
        if (trace.isEmpty() || !B3_TRACE.matcher(trace).matches() || !isSet(trace)) {
            return null;
        }
        String span = call.header("x-b3-spanid");
        return new TraceIds(trace, B3_SPAN.matcher(span).matches() && isSet(span) ? span : null, requestId);
    }

    /** An id of zeros is none (W3C). */
    private static boolean isSet(String id) {
        return id.chars().anyMatch(digit -> digit != '0');
    }
}
