package io.skillsdk.internal.daemon.page;

import io.skillsdk.daemon.extension.ActionDescription;
import io.skillsdk.daemon.extension.DaemonGauges;
import io.skillsdk.daemon.extension.DaemonInfo;
import io.skillsdk.internal.daemon.request.InnerCalls;
import io.skillsdk.internal.routing.ActionCatalog;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What extensions know of a daemon. The SDK's own modules may cast a {@link DaemonInfo} to it, for the actions with their types, and
 * to call them.
 *
 * @param catalog the actions
 * @param gauges how busy it is
 * @param calls calls actions as a request does
 * @param settings the value in effect of a setting, by its name
 * @param version which version of the program this is, from 1, while it is developed; 0 otherwise
 */
public record ServedDaemon(
        ActionCatalog catalog,
        DaemonGauges gauges,
        InnerCalls calls,
        Function<String, Optional<String>> settings,
        int version)
        implements DaemonInfo {

    @Override
    public List<ActionDescription> actions() {
        return catalog.actions().stream()
                .map(action -> new ActionDescription(
                        action.name(),
                        action.method(),
                        action.path(),
                        action.output(),
                        action.title(),
                        action.description()))
                .toList();
    }

    @Override
    public Optional<String> setting(String name) {
        return settings.apply(name);
    }
}
