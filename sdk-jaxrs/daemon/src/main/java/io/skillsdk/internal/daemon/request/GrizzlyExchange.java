package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.daemon.http.HeaderText;
import io.skillsdk.internal.http.HttpExchange;
import io.skillsdk.internal.http.QueryStrings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.MimeHeaders;

/** A request as Grizzly has it. */
final class GrizzlyExchange implements HttpExchange {

    private final Request request;

    GrizzlyExchange(Request request) {
        this.request = request;
    }

    @Override
    public String header(String name) {
        MimeHeaders headers = request.getRequest().getHeaders();
        int at = headers.indexOf(name, 0);
        if (at < 0) {
            return "";
        }
        String value = HeaderText.of(headers.getValue(at));
        while ((at = headers.indexOf(name, at + 1)) >= 0) {
            value += "," + HeaderText.of(headers.getValue(at));
        }
        return value;
    }

    @Override
    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : request.getHeaderNames()) {
            List<String> values = new ArrayList<>();
            request.getHeaders(name).forEach(values::add);
            headers.put(name, values);
        }
        return headers;
    }

    @Override
    public Map<String, List<String>> queryParameters() {
        // Grizzly's own would read a form from the body too
        return QueryStrings.parse(request.getQueryString());
    }
}
