package io.skillsdk.internal.docs;

import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.daemon.extension.PageRequest;
import io.skillsdk.daemon.extension.PageResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A page that loads itself again, by a script of its own, when the program has another version.
 *
 * @param page the page without it
 */
record ReloadingPage(PageFile page) implements BuiltInPage.Answer {

    private static final String END = "</head>";

    @Override
    public PageResponse to(PageRequest request) throws IOException {
        PageResponse plain = page.to(request);
        String text = new String(plain.body(), StandardCharsets.UTF_8);
        PageResponse reloading = PageResponse.of(
                plain.status(),
                plain.contentType(),
                text.replace(END, "<script src=\"docs/reload.js\" defer></script>\n" + END)
                        .getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, String> header : plain.headers().entrySet()) {
            reloading = reloading.header(header.getKey(), header.getValue());
        }
        return reloading;
    }
}
