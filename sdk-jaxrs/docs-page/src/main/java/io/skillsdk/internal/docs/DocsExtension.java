package io.skillsdk.internal.docs;

import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.daemon.extension.DaemonExtension;
import io.skillsdk.daemon.extension.DaemonInfo;
import java.util.List;

/** Adds {@code /docs} to the daemon, for whom {@code daemon.docs} names. */
public final class DocsExtension implements DaemonExtension {

    private static final String OFF = "off";

    private static final String LOCAL = "local";

    /** Made by the daemon. */
    public DocsExtension() {}

    @Override
    public List<BuiltInPage> pages(DaemonInfo daemon) {
        String audience = daemon.setting("daemon.docs").orElse(LOCAL);
        if (audience.equals(OFF)) {
            return List.of();
        }
        boolean local = audience.equals(LOCAL);
        return List.of(
                page("docs", "page.html", "text/html; charset=utf-8", local),
                page("docs/page.css", "page.css", "text/css; charset=utf-8", local),
                page("docs/page.js", "page.js", "text/javascript; charset=utf-8", local));
    }

    private static BuiltInPage page(String path, String file, String type, boolean local) {
        return BuiltInPage.get(path, new PageFile(file, type, local));
    }
}
