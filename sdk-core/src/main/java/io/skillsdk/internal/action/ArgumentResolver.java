package io.skillsdk.internal.action;

import io.skillsdk.SkillContext;
import io.skillsdk.SkillException;
import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.json.PayloadType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the value of one parameter of an action comes from. */
sealed interface ArgumentResolver {

    @Nullable Object bind(SkillRequest<?> request, ActionCall call);

    /** What a sender calls it: the beginning of a violation's field. */
    default String field() {
        return "payload";
    }

    /** The payload itself. */
    record Payload() implements ArgumentResolver {
        @Override
        public Object bind(SkillRequest<?> request, ActionCall call) {
            return request.payload();
        }
    }

    /** The whole envelope. */
    record Envelope() implements ArgumentResolver {
        @Override
        public Object bind(SkillRequest<?> request, ActionCall call) {
            return request;
        }
    }

    /** The properties. */
    record Properties() implements ArgumentResolver {
        @Override
        public Object bind(SkillRequest<?> request, ActionCall call) {
            return request.properties();
        }
    }

    /** The context of the call. */
    record Context() implements ArgumentResolver {
        @Override
        public Object bind(SkillRequest<?> request, ActionCall call) {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(call.headers());
            request.headers().forEach((name, value) -> headers.putIfAbsent(name, List.of(value)));
            return SkillContext.builder()
                    .properties(request.properties())
                    .headers(headers)
                    .pathParameters(call.pathParameters())
                    .queryParameters(call.queryParameters())
                    .deadline(call.deadline())
                    .build();
        }
    }

    /** A name in the action's path. */
    record PathName(String name, PayloadType type) implements ArgumentResolver {
        @Override
        public String field() {
            return "path." + name;
        }

        @Override
        public Object bind(SkillRequest<?> request, ActionCall call) {
            String text = call.pathParameters().getOrDefault(name, "");
            Object value = JsonCodec.fromText(text, type);
            if (value == null) {
                String message = "must be " + type.shape().expectation();
                throw new SkillException(
                        400,
                        "The path parameter '" + name + "' " + message + ".",
                        List.of(new Violation("path." + name, message)));
            }
            return value;
        }
    }
}
