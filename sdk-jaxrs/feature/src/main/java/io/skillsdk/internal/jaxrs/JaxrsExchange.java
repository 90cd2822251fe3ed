package io.skillsdk.internal.jaxrs;

import io.skillsdk.internal.http.HttpExchange;
import io.skillsdk.internal.http.QueryStrings;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A request as a JAX-RS runtime has it. */
final class JaxrsExchange implements HttpExchange {

    private final ContainerRequestContext request;

    JaxrsExchange(ContainerRequestContext request) {
        this.request = request;
    }

    @Override
    public String header(String name) {
        String value = request.getHeaderString(name);
        return value == null ? "" : value;
    }

    @Override
    public Map<String, List<String>> headers() {
        return request.getHeaders();
    }

    @Override
    public Map<String, List<String>> queryParameters() {
        // each runtime decodes odd queries in its own way
        return QueryStrings.parse(request.getUriInfo().getRequestUri().getRawQuery());
    }

    @Override
    public Duration spent() {
        return request instanceof HostedRequest hosted ? hosted.spent() : Duration.ZERO;
    }

    @Override
    public boolean hasWholeBody() {
        return request instanceof HostedRequest;
    }
}
