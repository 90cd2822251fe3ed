package io.skillsdk.internal.docs;

import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.daemon.extension.DaemonExtension;
import io.skillsdk.daemon.extension.DaemonInfo;
import io.skillsdk.daemon.extension.PageResponse;
import io.skillsdk.internal.daemon.page.ServedDaemon;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
        List<BuiltInPage> pages = new ArrayList<>(List.of(
                page("docs", "page.html", "text/html; charset=utf-8", local),
                page("docs/page.css", "page.css", "text/css; charset=utf-8", local),
                page("docs/page.js", "page.js", "text/javascript; charset=utf-8", local)));
        if (daemon instanceof ServedDaemon served && served.version() > 0) {
            addReload(pages, served.version(), local);
        }
        return pages;
    }

    /** While the program is developed, the page asks for its version, and loads itself again when that is another one. */
    private static void addReload(List<BuiltInPage> pages, int version, boolean local) {
        byte[] text = "{\"version\":%d}".formatted(version).getBytes(StandardCharsets.UTF_8);
        pages.set(
                0,
                BuiltInPage.get(
                        "docs", new ReloadingPage(new PageFile("page.html", "text/html; charset=utf-8", local))));
        pages.add(page("docs/reload.js", "reload.js", "text/javascript; charset=utf-8", local));
        pages.add(BuiltInPage.get(
                "docs/version",
                request -> PageResponse.ok("application/json", text).header("Cache-Control", "no-store")));
    }

    private static BuiltInPage page(String path, String file, String type, boolean local) {
        return BuiltInPage.get(path, new PageFile(file, type, local));
    }
}
