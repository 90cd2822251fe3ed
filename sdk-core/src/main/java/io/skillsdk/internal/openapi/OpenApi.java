package io.skillsdk.internal.openapi;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.json.schema.JsonSchemas;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.routing.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OpenAPI 3.1 description of what a daemon serves. */
public final class OpenApi {

    private static final Pattern NAME = Pattern.compile("\\{([^{}/]*+)}");

    private static final String SECURITY = "mesh";

    private OpenApi() {}

    /**
     * Describes actions.
     *
     * @param defaults where the daemon answers for the skill as a whole
     * @return the description as JSON, the same for the same actions
     */
    public static String json(ActionCatalog catalog, ActionDefaults defaults, ApiInfo info, Examples examples) {
        return JsonCodec.writeIndented(document(catalog, defaults, info, examples));
    }

    static Map<String, Object> document(
            ActionCatalog catalog, ActionDefaults defaults, ApiInfo info, Examples examples) {
        JsonSchemas schemas = new JsonSchemas();
        ErrorResponses errors = new ErrorResponses(schemas);
        Operations operations = new Operations(schemas, errors, examples);
        Map<String, Object> paths = new TreeMap<>(paths(catalog, defaults, operations));
        return JsonObject.of("openapi", "3.1.1")
                .with("info", info(info))
                .with("servers", List.of(Map.of("url", "/")))
                .with("security", List.of(Map.of(), Map.of(SECURITY, List.of())))
                .with("paths", paths)
                .with(
                        "components",
                        JsonObject.of("schemas", new TreeMap<>(schemas.components()))
                                .with("responses", errors.components())
                                .with("securitySchemes", Map.of(SECURITY, security()))
                                .map())
                .map();
    }

    private static Map<String, Object> paths(ActionCatalog catalog, ActionDefaults defaults, Operations operations) {
        Map<String, Object> paths = new LinkedHashMap<>();
        Map<String, String> templates = new LinkedHashMap<>();
        String common = trimmed(defaults.path());
        boolean shared = catalog.route(defaults.method(), common) instanceof Route.Found found && found.byBody();
        for (Action action : catalog.actions()) {
            // where the path that several share is its own, it answers at its name too
            boolean atCommon =
                    shared && action.path().equals(common) && action.method().equals(defaults.method());
            String own = atCommon ? action.name() : action.path();
            // templates that differ in their names alone are one path
            String key = NAME.matcher(own).replaceAll("{}");
            String path = templates.computeIfAbsent(key, unused -> own);
            operation(paths, path, action.method(), operations.of(action, renamed(own, path)));
        }
        if (shared) {
            operation(paths, common, defaults.method(), operations.shared(catalog.actions()));
        }
        return paths;
    }

    @SuppressWarnings("unchecked") // the items are made here
    private static void operation(
            Map<String, Object> paths, String path, String method, Map<String, Object> operation) {
        Map<String, Object> item =
                (Map<String, Object>) paths.computeIfAbsent("/" + path, unused -> new TreeMap<String, Object>());
        item.put(method.toLowerCase(Locale.ROOT), operation);
    }

    private static Map<String, String> renamed(String own, String shown) {
        Map<String, String> names = new LinkedHashMap<>();
        Matcher from = NAME.matcher(own);
        Matcher to = NAME.matcher(shown);
        while (from.find() && to.find()) {
            names.put(from.group(1), to.group(1));
        }
        return names;
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/++|/++$", "");
    }

    private static Map<String, Object> info(ApiInfo info) {
        return JsonObject.of("title", info.title())
                .with("version", info.version())
                .with(
                        "description",
                        "The actions of a skill, as its daemon serves them. The platform calls them; who can reach the"
                                + " daemon can call them too, with {\"payload\": …} alone.")
                .map();
    }

    private static Map<String, Object> security() {
        return JsonObject.of("type", "mutualTLS")
                .with(
                        "description",
                        "On the platform only its own services reach the daemon, over the TLS of its mesh. The daemon"
                                + " itself asks for no credentials: the caller's token is in the envelope, for calls"
                                + " back to the platform.")
                .map();
    }
}
