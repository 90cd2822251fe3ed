package io.skillsdk.daemon;

import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.daemon.extension.DaemonExtension;
import io.skillsdk.daemon.extension.DaemonGauges;
import io.skillsdk.internal.call.PipelineOptions;
import io.skillsdk.internal.daemon.page.OpenApiPage;
import io.skillsdk.internal.daemon.page.PageTable;
import io.skillsdk.internal.daemon.page.ServedDaemon;
import io.skillsdk.internal.daemon.request.InnerCalls;
import io.skillsdk.internal.daemon.settings.Setting;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.settings.SettingSources;
import io.skillsdk.internal.settings.SettingSources.Found;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The optional modules on the class path, made for one start of a daemon. */
final class Extensions {

    private final List<DaemonExtension> all;

    private final SettingSources sources;

    private Extensions(List<DaemonExtension> all, SettingSources sources) {
        this.all = all;
        this.sources = sources;
    }

    /**
     * Finds them.
     *
     * @throws DaemonStartException when one cannot be made
     */
    static Extensions find(SettingSources sources) {
        try {
            return new Extensions(
                    ServiceLoader.load(DaemonExtension.class, DaemonExtension.class.getClassLoader()).stream()
                            .map(ServiceLoader.Provider::get)
                            .toList(),
                    sources);
        } catch (ServiceConfigurationError e) {
            throw new DaemonStartException("An extension of the daemon cannot be made: " + e.getMessage(), e);
        }
    }

    /** Has them closed in the end. */
    void openIn(SkillResources resources) {
        all.forEach(resources::opened);
    }

    /** The same options, with their listeners, meters and interceptors. */
    PipelineOptions extended(PipelineOptions options) {
        PipelineOptions with = options;
        for (DaemonExtension each : all) {
            with = with.around(each.interceptors());
            for (var listener : each.listeners()) {
                with = with.listener(listener);
            }
            for (var meter : each.meters()) {
                with = with.meter(meter);
            }
        }
        return with;
    }

    /**
     * Adds their pages.
     *
     * @param version which version of the program they are of; 0 where there is one only
     * @throws DaemonStartException when two are the same
     */
    void addPages(PageTable pages, ActionCatalog catalog, DaemonGauges gauges, InnerCalls calls, int version) {
        ServedDaemon daemon = new ServedDaemon(catalog, gauges, calls, this::setting, version);
        pages.addOwn(BuiltInPage.get(OpenApiPage.PATH, new OpenApiPage(daemon)));
        try {
            for (DaemonExtension each : all) {
                for (BuiltInPage page : each.pages(daemon)) {
                    pages.add(page, each);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new DaemonStartException(e.getMessage(), e);
        }
    }

    private Optional<String> setting(String name) {
        Found found = sources.find(name);
        return found != null ? Optional.of(found.value()) : Setting.named(name).map(Setting::byDefault);
    }
}
