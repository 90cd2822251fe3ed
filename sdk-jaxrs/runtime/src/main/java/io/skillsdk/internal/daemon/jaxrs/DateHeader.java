package io.skillsdk.internal.daemon.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.glassfish.grizzly.http.util.Header;

/** When an answer was given, which HTTP wants to be told (RFC 9110, 6.6.1). Grizzly's own comes too late for its headers, and is lost. */
final class DateHeader implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putIfAbsent(Header.Date.toString(), List.of(FastHttpDateFormat.getCurrentDate()));
    }
}
