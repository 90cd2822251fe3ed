package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.internal.routing.Route;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.glassfish.jersey.internal.util.collection.ImmutableMultivaluedMap;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.model.RuntimeResource;
import org.glassfish.jersey.uri.UriComponent;
import org.glassfish.jersey.uri.UriTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The URI of a call of an action, for filters and for metrics of theirs: the path template is that of the action, where the runtime knows
 * only the one endpoint of all of them.
 */
final class ActionUriInfo implements ExtendedUriInfo {

    private final ExtendedUriInfo runtime;

    private final Route.Found found;

    private final String path;

    private final PathTemplates templates;

    ActionUriInfo(ExtendedUriInfo runtime, Route.Found found, String path, PathTemplates templates) {
        this.runtime = runtime;
        this.found = found;
        this.path = path;
        this.templates = templates;
    }

    @Override
    public String getMatchedResourceTemplate() {
        // where the body decides on the action, it is at the path of the daemon
        return "/"
                + (found.byBody() ? withoutSlashesAround(path) : found.action().path());
    }

    @Override
    public List<UriTemplate> getMatchedTemplates() {
        return templates.of(getMatchedResourceTemplate());
    }

    @Override
    public List<String> getMatchedURIs() {
        return getMatchedURIs(true);
    }

    @Override
    public List<String> getMatchedURIs(boolean decode) {
        String matched = withoutSlashesAround(path);
        return List.of(decode ? UriComponent.decode(matched, UriComponent.Type.PATH) : matched);
    }

    @Override
    public MultivaluedMap<String, String> getPathParameters() {
        return getPathParameters(true);
    }

    @Override
    public MultivaluedMap<String, String> getPathParameters(boolean decode) {
        return new ImmutableMultivaluedMap<>(new MultivaluedHashMap<>(decode ? found.pathParameters() : sent()));
    }

    /** What stands in the path for the names of the template, as it was sent. */
    private Map<String, String> sent() {
        Map<String, String> sent = new LinkedHashMap<>();
        UriTemplate template = getMatchedTemplates().get(0);
        return template.match("/" + withoutSlashesAround(path), sent) ? sent : Map.of();
    }

    private static String withoutSlashesAround(String path) {
        return path.replaceAll("^/+|/+$", "");
    }

    @Override
    public @Nullable Throwable getMappedThrowable() {
        return runtime.getMappedThrowable();
    }

    @Override
    public List<MatchResult> getMatchedResults() {
        return runtime.getMatchedResults();
    }

    @Override
    public List<PathSegment> getPathSegments(String name) {
        return getPathSegments(name, true);
    }

    @Override
    public List<PathSegment> getPathSegments(String name, boolean decode) {
        String value = sent().get(name);
        return value == null ? List.of() : UriComponent.decodePath(value, decode);
    }

    @Override
    public List<RuntimeResource> getMatchedRuntimeResources() {
        return runtime.getMatchedRuntimeResources();
    }

    @Override
    public @Nullable ResourceMethod getMatchedResourceMethod() {
        return runtime.getMatchedResourceMethod();
    }

    @Override
    public @Nullable Resource getMatchedModelResource() {
        return runtime.getMatchedModelResource();
    }

    @Override
    public List<ResourceMethod> getMatchedResourceLocators() {
        return runtime.getMatchedResourceLocators();
    }

    @Override
    public List<Resource> getLocatorSubResources() {
        return runtime.getLocatorSubResources();
    }

    @Override
    public String getPath() {
        return runtime.getPath();
    }

    @Override
    public String getPath(boolean decode) {
        return runtime.getPath(decode);
    }

    @Override
    public List<PathSegment> getPathSegments() {
        return runtime.getPathSegments();
    }

    @Override
    public List<PathSegment> getPathSegments(boolean decode) {
        return runtime.getPathSegments(decode);
    }

    @Override
    public URI getRequestUri() {
        return runtime.getRequestUri();
    }

    @Override
    public UriBuilder getRequestUriBuilder() {
        return runtime.getRequestUriBuilder();
    }

    @Override
    public URI getAbsolutePath() {
        return runtime.getAbsolutePath();
    }

    @Override
    public UriBuilder getAbsolutePathBuilder() {
        return runtime.getAbsolutePathBuilder();
    }

    @Override
    public URI getBaseUri() {
        return runtime.getBaseUri();
    }

    @Override
    public UriBuilder getBaseUriBuilder() {
        return runtime.getBaseUriBuilder();
    }

    @Override
    public MultivaluedMap<String, String> getQueryParameters() {
        return runtime.getQueryParameters();
    }

    @Override
    public MultivaluedMap<String, String> getQueryParameters(boolean decode) {
        return runtime.getQueryParameters(decode);
    }

    @Override
    public List<Object> getMatchedResources() {
        return runtime.getMatchedResources();
    }

    @Override
    public URI resolve(URI uri) {
        return runtime.resolve(uri);
    }

    @Override
    public URI relativize(URI uri) {
        return runtime.relativize(uri);
    }
}
