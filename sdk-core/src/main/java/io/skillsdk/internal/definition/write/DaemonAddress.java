package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.routing.Route;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where calls go by the properties that a definition has: one method and path, or a path that each call chooses. */
final class DaemonAddress {

    private final ActionCatalog catalog;

    private final String method;

    private final String path;

    private final List<String> choices = new ArrayList<>();

    DaemonAddress(Item definition, ActionCatalog catalog, DaemonEndpoint endpoint) {
        this.catalog = catalog;
        this.method = defaultOf(definition, "daemon.method", endpoint.method()).toUpperCase(Locale.ROOT);
        this.path = defaultOf(definition, "daemon.path", endpoint.path());
        definition.items("properties").stream()
                .filter(property -> "daemon.path".equals(property.name()))
                .forEach(property -> {
                    if (property.value("validValues") instanceof List<?> valid) {
                        valid.forEach(value -> choices.add(String.valueOf(value)));
                    }
                });
    }

    private static String defaultOf(Item definition, String property, String otherwise) {
        return definition.items("properties").stream()
                .filter(item -> property.equals(item.name()))
                .map(item -> item.text("defaultValue"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(otherwise);
    }

    /** Whether a call for an output reaches an action. A path with other keys of the message than that may do so. */
    boolean leads(String output, Action action) {
        Route route = route(path, output);
        return route == null
                || (route instanceof Route.Found found && found.action().equals(action));
    }

    /** Whether a call for an output reaches any action, by the path or one of those that it may choose. */
    boolean leadsAnywhere(@Nullable String output) {
        return route(path, output) == null || !reached(output).isEmpty();
    }

    /** The actions that a call for an output may reach, by the path or one of those that it may choose. */
    Set<Action> reached(@Nullable String output) {
        List<String> paths = new ArrayList<>(choices);
        paths.add(path);
        Set<Action> reached = new LinkedHashSet<>();
        for (String one : paths) {
            if (route(one, output) instanceof Route.Found found) {
                reached.add(found.action());
            }
        }
        return reached;
    }

    private @Nullable Route route(String template, @Nullable String output) {
        String filled = output == null
                ? template
                : template.replace("{{{outputName}}}", output).replace("{{outputName}}", output);
        return filled.contains("{{") ? null : catalog.route(method, filled.split("\\?", 2)[0], output);
    }
}
