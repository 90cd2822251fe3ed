package io.skillsdk.jaxrs;

import io.skillsdk.http.HttpExchange;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** A request as a JAX-RS runtime has it. */
final class JaxrsExchange implements HttpExchange {

    private final String method;

    private final HttpHeaders headers;

    private final UriInfo uri;

    private final InputStream body;

    JaxrsExchange(String method, HttpHeaders headers, UriInfo uri, InputStream body) {
        this.method = method;
        this.headers = headers;
        this.uri = uri;
        this.body = body;
    }

    /** The rest of the path, undecoded. */
    String pathBelow(String prefix) {
        String path = uri.getPath(false);
        return path.substring(path.indexOf(prefix) + prefix.length());
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String header(String name) {
        String value = headers.getHeaderString(name);
        return value == null ? "" : value;
    }

    @Override
    public Map<String, List<String>> headers() {
        return headers.getRequestHeaders();
    }

    @Override
    public Map<String, List<String>> queryParameters() {
        return uri.getQueryParameters();
    }

    @Override
    public InputStream body() {
        return body;
    }
}
