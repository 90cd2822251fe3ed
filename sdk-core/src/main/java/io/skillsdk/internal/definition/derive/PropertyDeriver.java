package io.skillsdk.internal.definition.derive;

import io.skillsdk.internal.action.DeclaredProperty;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.routing.ActionCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives the properties of a skill: the three that lead to its daemon, and those that its actions declare. */
final class PropertyDeriver {

    private PropertyDeriver() {}

    static List<Property> properties(ActionCatalog catalog, DaemonEndpoint endpoint) {
        List<Property> all = new ArrayList<>();
        all.add(ofDaemon("daemon.method", "Daemon method", "The HTTP method of the endpoint", endpoint.method()));
        all.add(ofDaemon("daemon.path", "Daemon path", "The path of the endpoint", endpoint.path()));
        all.add(ofDaemon("daemon.port", "Daemon port", "The port the daemon listens on", port(endpoint)));
        catalog.properties().forEach(property -> all.add(declared(property)));
        return List.copyOf(all);
    }

    /** The port as a number, where it is one. */
    static Object port(DaemonEndpoint endpoint) {
        return endpoint.port().matches("\\d{1,5}") ? (Object) Integer.valueOf(endpoint.port()) : endpoint.port();
    }

    private static Property ofDaemon(String name, String title, String description, Object value) {
        return new Property(name, title, description, true, "String", value, List.of(), null, null, Map.of());
    }

    private static Property declared(DeclaredProperty property) {
        return new Property(
                property.name(),
                property.title().isEmpty() ? property.name() : property.title(),
                text(property.description()),
                property.required(),
                property.type(),
                property.defaultValue(),
                property.validValues(),
                property.secure() ? Boolean.TRUE : null,
                null,
                Map.of());
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }
}
