package io.skillsdk.internal.openapi;

import io.skillsdk.internal.json.schema.JsonSchemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers that are no results: one form for all of them. */
final class ErrorResponses {

    private enum Kind {
        BadRequest("400", "The envelope, its payload or a parameter is not valid: violations name each fault."),
        PayloadTooLarge("413", "The body is larger than daemon.max-request-size."),
        UnsupportedMediaType("415", "The body is not JSON in UTF-8."),
        TooManyRequests("429", "No slot became free within daemon.max-wait; try again later."),
        InternalServerError("500", "The action failed. The log has the cause, with the activation's id."),
        BadGateway("502", "The platform, or what the action calls, did not answer as it should."),
        GatewayTimeout("504", "The action did not answer within daemon.timeout."),
        Refused("default", "The action refused the call, with a status and a sentence of its own.");

        private final String status;

        private final String description;

        Kind(String status, String description) {
            this.status = status;
            this.description = description;
        }
    }

    private static final List<Kind> OF_BODIES = List.of(Kind.PayloadTooLarge, Kind.UnsupportedMediaType);

    private final Map<String, Object> error;

    ErrorResponses(JsonSchemas schemas) {
        error = schemas.add("ErrorAnswer", schema());
    }

    /** What refers to them, by status. */
    Map<String, Object> references(boolean takesBody) {
        Map<String, Object> references = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            if (takesBody || !OF_BODIES.contains(kind)) {
                references.put(kind.status, Map.of("$ref", "#/components/responses/" + kind.name()));
            }
        }
        return references;
    }

    /** The responses by name. */
    Map<String, Object> components() {
        Map<String, Object> responses = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            JsonObject response = JsonObject.of("description", kind.description);
            if (kind == Kind.TooManyRequests) {
                response.with(
                        "headers", JsonObject.of("Retry-After", retryAfter()).map());
            }
            response.with("content", JsonMedia.of(error, Map.of()));
            responses.put(kind.name(), response.map());
        }
        return responses;
    }

    private static Map<String, Object> retryAfter() {
        return JsonObject.of("description", "Seconds to wait before another try.")
                .with("schema", Map.of("type", "integer"))
                .map();
    }

    private static Map<String, Object> schema() {
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("field", text("Where it is, as the caller wrote it, such as payload.rows[2].name."));
        violation.put("message", text("What is wrong, and what is allowed."));
        Map<String, Object> error = new LinkedHashMap<>();
        error.put(
                "status",
                JsonObject.of("type", "integer")
                        .with("minimum", 400)
                        .with("maximum", 599)
                        .map());
        error.put("title", text("The status in words."));
        error.put("detail", text("What happened, and what to do."));
        error.put("activationId", text("The activation that failed."));
        error.put(
                "violations",
                JsonObject.of("type", "array")
                        .with("items", object(violation, List.of("field", "message")))
                        .map());
        Map<String, Object> payload = object(
                JsonObject.of("error", object(error, List.of("status", "title", "detail")))
                        .map(),
                List.of("error"));
        return object(JsonObject.of("payload", payload).map(), List.of("payload"));
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        return JsonObject.of("type", "object")
                .with("properties", properties)
                .with("required", required)
                .map();
    }

    private static Map<String, Object> text(String description) {
        return JsonObject.of("type", "string").with("description", description).map();
    }
}
