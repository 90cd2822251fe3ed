package io.skillsdk.internal.daemon.page;

import io.skillsdk.daemon.extension.PageRequest;
import io.skillsdk.internal.http.QueryStrings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.grizzly.http.server.Request;

/** A request for a page, as Grizzly has it. */
final class GrizzlyPageRequest implements PageRequest {

    private final Request request;

    private final String method;

    private final byte[] body;

    GrizzlyPageRequest(Request request, String method, byte[] body) {
        this.request = request;
        this.method = method;
        this.body = body;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public String path() {
        return request.getRequestURI();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    @Override
    public Map<String, List<String>> queryParameters() {
        return QueryStrings.parse(request.getQueryString());
    }

    @Override
    public InetAddress remoteAddress() {
        return ((InetSocketAddress) request.getContext().getConnection().getPeerAddress()).getAddress();
    }
}
