package io.skillsdk.internal.docs;

import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.daemon.extension.PageRequest;
import io.skillsdk.daemon.extension.PageResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file of this jar as a page.
 *
 * @param local whether it answers this machine alone
 */
record PageFile(String file, String type, boolean local) implements BuiltInPage.Answer {

    private static final String NOT_HERE =
            "{\"payload\":{\"error\":{\"status\":404,\"title\":\"Not Found\",\"detail\":\"The page to try the actions"
                    + " answers on this machine only. Set daemon.docs to on to open it to others.\"}}}";

    /** All that the page needs is its own; nothing in it is inline. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    public PageResponse to(PageRequest request) throws IOException {
        if (local && !request.remoteAddress().isLoopbackAddress()) {
            return PageResponse.of(404, "application/json", NOT_HERE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        try (InputStream in = PageFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("The jar has no " + file);
            }
            return PageResponse.ok(type, in.readAllBytes())
                    .header("Content-Security-Policy", POLICY)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-cache");
        }
    }
}
