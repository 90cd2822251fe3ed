package io.skillsdk.internal.daemon.jaxrs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.uri.UriTemplate;

/** The path templates of actions, in the runtime's terms: each is parsed once. */
final class PathTemplates {

    private final Map<String, List<UriTemplate>> parsed = new ConcurrentHashMap<>();

    /** The template of a path such as {@code /profiles/{id}}. */
    List<UriTemplate> of(String path) {
        return parsed.computeIfAbsent(path, unknown -> List.of(new UriTemplate(unknown)));
    }
}
