package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.Download;
import io.skillsdk.fabric.RawCalls;
import io.skillsdk.internal.argument.NullArguments;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import io.skillsdk.internal.fabric.wire.UrlText;
import io.skillsdk.internal.text.PercentEncoding;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Any other call over the wire. */
record PlatformRawCalls(ProjectCalls calls) implements RawCalls {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final Pattern NAME = Pattern.compile("\\{[^{}]*}");

    @Override
    public <T> T get(String path, Class<T> type, Object... values) {
        return send("GET", path, null, type, values);
    }

    @Override
    public <T> T send(String method, String path, @Nullable Object body, Class<T> type, Object... values) {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(type, "type");
        NullArguments.refuseIn(values, "values");
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException(
                    "The method '" + method + "' is not one of GET, POST, PUT, PATCH, DELETE.");
        }
        PlatformRequest request = request(method, path, values);
        if (body != null) {
            request = request.with(ProjectCalls.body(body));
        }
        JsonDocument answer = calls.anyJson(request);
        return (answer.isAbsent() ? JsonDocument.of(Map.of()) : answer).as(type, "the answer to " + request.what());
    }

    @Override
    public Download download(String path, Object... values) {
        Objects.requireNonNull(path, "path");
        NullArguments.refuseIn(values, "values");
        PlatformRequest request = request("GET", path, values);
        return calls.download(request, request.what(), () -> {});
    }

    private PlatformRequest request(String method, String path, Object... values) {
        String what = method + " /" + path.replaceFirst("^/+", "").replaceFirst("\\?.*", "");
        return PlatformRequest.of(method, calls.api(expand(path.replaceFirst("^/+", ""), what, values)), what);
    }

    private static String expand(String path, String what, Object... values) {
        int query = path.indexOf('?');
        Matcher names = NAME.matcher(path);
        StringBuilder url = new StringBuilder();
        int next = 0;
        int last = 0;
        while (names.find()) {
            if (next == values.length) {
                throw wrongCount(path, values.length);
            }
            String value = String.valueOf(values[next++]);
            url.append(fixed(path.substring(last, names.start()), path));
            boolean inQuery = query >= 0 && names.start() > query;
            url.append(inQuery ? UrlText.query(value, what) : UrlText.segment(value, what));
            last = names.end();
        }
        if (next != values.length) {
            throw wrongCount(path, values.length);
        }
        return requireNoSteps(url.append(fixed(path.substring(last), path)).toString(), path);
    }

    private static String fixed(String part, String path) {
        if (part.contains("..") || !part.chars().allMatch(c -> c > ' ' && c < 127 && "\"<>\\^`{|}#".indexOf(c) < 0)) {
            throw new IllegalArgumentException("The path '" + path + "' must not have '..', spaces or other characters"
                    + " that a URL cannot have. Write {name} for a value.");
        }
        return part;
    }

    /** A server may take an encoded dot for one. */
    private static String requireNoSteps(String url, String path) {
        for (String segment : url.replaceFirst("\\?.*", "").split("/", -1)) {
            String decoded = PercentEncoding.decode(segment);
            if (decoded.equals(".") || decoded.equals("..")) {
                throw new IllegalArgumentException("The path '" + path + "' must not have a segment '" + segment
                        + "', which would lead elsewhere.");
            }
        }
        return url;
    }

    private static IllegalArgumentException wrongCount(String path, int values) {
        return new IllegalArgumentException("The path '" + path + "' has "
                + NAME.matcher(path).results().count() + " names in braces, and " + values + " values were given.");
    }
}
