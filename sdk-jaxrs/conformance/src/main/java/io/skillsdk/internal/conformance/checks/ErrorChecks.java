package io.skillsdk.internal.conformance.checks;

import io.skillsdk.internal.conformance.http.Reply;
import io.skillsdk.internal.conformance.http.Request;
import java.io.IOException;
import java.util.List;

/** Whether errors are told as the platform shows them: with a status that fits, in JSON, without tokens, secrets and internals. */
public final class ErrorChecks {

    private ErrorChecks() {}

    public static List<Check> all() {
        return List.of(
                Check.required("errors.not-json", "Refuse a body that is not JSON with 4xx", target -> {
                    String cut = Envelopes.text(Envelopes.skillCall(target.message()));
                    return faultOf(target, cut.substring(0, cut.length() - 1), "not json", "{\"payload\": }");
                }),
                Check.required(
                        "errors.not-an-object",
                        "Refuse a body that is JSON, but not an object, with 4xx",
                        target -> faultOf(target, "[]", "\"text\"", "1", "null")),
                Check.required("errors.empty", "Refuse an empty body with 4xx", target -> faultOf(target, "")),
                Check.required("errors.refused", "Refuse a payload that is not valid with 4xx", target -> {
                    Message refused = target.refused();
                    if (refused == null) {
                        throw new Check.NotGivenException("Needs a message that the action refuses: --refused.");
                    }
                    return ErrorRules.fault(target.call(target.post(Envelopes.skillCall(refused))));
                }),
                Check.required("errors.wrong-path", "Answer 404 where nothing is", target -> {
                    Reply reply = target.call(target.invoke().target("/conformance/no/such/path"));
                    return reply.status() == 404 ? ErrorRules.fault(reply) : "the status is not 404: " + reply;
                }),
                Check.required(
                        "errors.wrong-method", "Answer 404 or 405 to a method that the action has not", target -> {
                            Reply reply = target.call(target.invoke().method("PATCH"));
                            return reply.status() == 405 || reply.status() == 404
                                    ? ErrorRules.fault(reply)
                                    : "the status is neither 404 nor 405: " + reply;
                        }),
                Check.required(
                        "errors.not-redirected",
                        "Do not redirect with 301, 302 or 303, which make a GET of a POST",
                        ErrorChecks::redirected));
    }

    private static String faultOf(Target target, String... bodies) throws IOException {
        for (String body : bodies) {
            String fault = ErrorRules.fault(target.call(Request.post(target.path(), body)));
            if (!fault.isEmpty()) {
                return "body " + (body.length() > 20 ? "of an envelope that is cut short" : "'" + body + "'") + ": "
                        + fault;
            }
        }
        return "";
    }

    private static String redirected(Target target) throws IOException {
        String path = target.path().endsWith("/") ? target.path() + "x" : target.path() + "/";
        Reply reply = target.call(target.invoke().target(path));
        return reply.status() > 300 && reply.status() < 304 ? path + " is redirected: " + reply : "";
    }
}
