package io.skillsdk.internal.json;

import io.skillsdk.Violation;
import io.skillsdk.internal.json.JsonShape.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Finds every fault of a payload that did not bind, in the sender's terms. */
final class PayloadInspector {

    /** More would help nobody, and a sender must not make us write without end. */
    private static final int MOST = 50;

    private final List<Violation> violations = new ArrayList<>();

    List<Violation> inspect(JsonShape shape, JsonNode payload) {
        visit(shape, payload, "payload");
        return List.copyOf(violations);
    }

    private void visit(JsonShape shape, JsonNode node, String path) {
        if (violations.size() >= MOST) {
            return;
        }
        int before = violations.size();
        if (shape instanceof JsonShape.Array array && node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visitUnlessNull(array.element(), node.get(i), path + "[" + i + "]");
            }
        } else if (shape instanceof JsonShape.Dictionary dictionary && node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                visitUnlessNull(dictionary.value(), entry.getValue(), path + "." + entry.getKey());
            }
        } else if (shape instanceof JsonShape.Structure structure && node.isObject()) {
            structure
                    .members()
                    .values()
                    .forEach(member -> visitMember(member, node.get(member.name()), path + "." + member.name()));
        } else if (shape instanceof JsonShape.Tuple tuple && node.isArray()) {
            for (int i = 0; i < tuple.members().size(); i++) {
                visitMember(tuple.members().get(i), node.get(i), path + "[" + i + "]");
            }
        }
        if (violations.size() == before) {
            tryToBind(shape, node, path);
        }
    }

    private void visitMember(Member member, @Nullable JsonNode value, String field) {
        if (value != null && !value.isNull()) {
            visit(member.shape(), value, field);
        } else if (member.required()) {
            violations.add(new Violation(
                    field, "is required, and must be " + member.shape().expectation()));
        }
    }

    private void visitUnlessNull(JsonShape shape, JsonNode node, String path) {
        if (!node.isNull()) {
            visit(shape, node, path);
        }
    }

    /** With its parts in order, a value may still be refused: by its form, or by its own constructor. */
    private void tryToBind(JsonShape shape, JsonNode node, String path) {
        try {
            Json.MAPPER.readerFor((JavaType) shape.type()).readValue(node);
        } catch (ValueInstantiationException e) {
            violations.add(new Violation(path + JsonDescriptions.path(e), refusal(e.getCause(), shape, node)));
        } catch (JacksonException e) {
            violations.add(new Violation(path + JsonDescriptions.path(e), mismatch(shape, node)));
        }
    }

    private static String refusal(@Nullable Throwable cause, JsonShape shape, JsonNode node) {
        // an author's own check in a constructor speaks through its exception
        if (cause instanceof IllegalArgumentException || cause instanceof NullPointerException) {
            String message = cause.getMessage();
            if (message != null) {
                return "is refused: " + message;
            }
        }
        return mismatch(shape, node);
    }

    private static String mismatch(JsonShape shape, JsonNode node) {
        String found = JsonDescriptions.of(node);
        boolean sameKind = shape.expectation().startsWith(found)
                || (node.isNumber() && shape instanceof JsonShape.Scalar scalar && isNumeric(scalar))
                || (node.isString()
                        && shape instanceof JsonShape.Scalar text
                        && !text.values().isEmpty());
        return "must be " + shape.expectation() + (sameKind ? "" : ", not " + found);
    }

    private static boolean isNumeric(JsonShape.Scalar scalar) {
        return scalar.kind() == JsonShape.Kind.INTEGER || scalar.kind() == JsonShape.Kind.NUMBER;
    }
}
