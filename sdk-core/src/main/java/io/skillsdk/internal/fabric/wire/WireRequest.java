package io.skillsdk.internal.fabric.wire;

import io.skillsdk.fabric.ContentBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is sent.
 *
 * @param url the whole URL, encoded
 * @param headers its headers, the token among them
 * @param body its body, or null for none
 */
public record WireRequest(
        String method,
        String url,
        Map<String, String> headers,
        @Nullable ContentBody body) {

    /** Without the headers: one of them is the token. */
    @Override
    public String toString() {
        return method + " " + url.replaceFirst("\\?.*", "");
    }
}
