package io.skillsdk.internal.conformance.checks;

import io.skillsdk.internal.conformance.http.Connection;
import io.skillsdk.internal.conformance.http.Reply;
import io.skillsdk.internal.conformance.http.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Whether the daemon takes the platform's HTTP. */
public final class HttpChecks {

    private HttpChecks() {}

    public static List<Check> all() {
        return List.of(
                answers("http.no-accept", "Answer a request without Accept", List.of()),
                answers("http.accept", "Answer whatever Accept asks for, never 406", List.of("Accept: text/html")),
                answers(
                        "http.compression",
                        "Compress only as the gateway accepts: gzip, deflate, br",
                        List.of("Accept-Encoding: gzip, deflate, br")),
                answers(
                        "http.charset",
                        "Take a Content-Type with a charset",
                        List.of("Content-Type: application/json; charset=utf-8")),
                answers(
                        "http.mesh-headers",
                        "Take the headers of the mesh and those of an agent",
                        List.of(
                                "x-request-id: 7f1c2f6e-0000-4000-8000-000000000001",
                                "x-b3-traceid: 463ac35c9f6413ad48485a3953bb6124",
                                "x-b3-spanid: a2fb4a1d1a96d312",
                                "x-b3-sampled: 0",
                                "traceparent: 00-463ac35c9f6413ad48485a3953bb6124-a2fb4a1d1a96d312-00",
                                "x-forwarded-client-cert: By=spiffe://cluster.local/ns/a/sa/b;Hash=0f",
                                "cookie: a=b; c=\"d\"",
                                "x-team: a, b")),
                Check.required("http.query", "Answer with a query behind the path", target -> {
                    String query = target.path().contains("?") ? "&conformance=1" : "?conformance=1";
                    return AnswerRules.fault(target.call(target.invoke().target(target.path() + query)));
                }),
                Check.required("http.keep-alive", "Answer several calls on one connection", HttpChecks::keepAlive),
                Check.required(
                        "http.cut-body",
                        "Close the connection after a body that ends before its JSON does",
                        HttpChecks::cutBody),
                Check.required("http.parallel", "Answer 16 calls at the same time", ParallelCalls::fault));
    }

    private static Check answers(String id, String requirement, List<String> headers) {
        return Check.required(id, requirement, target -> {
            Request request = target.invoke();
            for (String header : headers) {
                request = request.header(header);
            }
            return AnswerRules.fault(target.call(request));
        });
    }

    private static String keepAlive(Target target) throws IOException {
        try (Connection connection = Connection.open(target.action())) {
            for (int call = 1; call <= 3; call++) {
                String fault = AnswerRules.fault(connection.call(target.invoke()));
                if (!fault.isEmpty()) {
                    return "call " + call + ": " + fault;
                }
            }
            return "";
        }
    }

    /** An agent that passes on all headers may pass on a Content-Length, too, which is that of another body. */
    private static String cutBody(Target target) throws IOException {
        Request whole = target.invoke();
        Request cut = whole.length(whole.content().length - 40);
        try (Connection connection = Connection.open(target.action())) {
            Reply reply = connection.call(cut);
            String fault = ErrorRules.fault(reply);
            if (!fault.isEmpty()) {
                return fault;
            }
            connection.patience(Duration.ofSeconds(5));
            return connection.isClosedSilently()
                    ? ""
                    : "the connection stays open or is answered once more: the rest of the body is taken for a request";
        }
    }
}
