package io.skillsdk.internal.action;

import io.skillsdk.Violation;
import io.skillsdk.internal.json.JsonShape;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Checks the Jakarta Validation constraints of a payload. The one class that touches {@code jakarta.validation}. */
final class JakartaPayloadValidator implements PayloadValidator {

    // kept for the life of the process: validators are thread-safe and cache what they know of classes
    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    /** The check of the application's provider, or none when it has only the API. */
    static PayloadValidator find() {
        try {
            return new JakartaPayloadValidator();
        } catch (NoProviderFoundException e) {
            LoggerFactory.getLogger(PayloadValidator.class)
                    .debug("jakarta.validation-api is there without a provider: constraints are not checked");
            return NONE;
        }
    }

    /** The provider's validator, which is dear to make. */
    Validator validator() {
        return validator;
    }

    @Override
    public List<Violation> check(Action action, Object payload) {
        List<Violation> violations = new ArrayList<>();
        visit(payload, action.payload().shape(), "payload", violations);
        violations.sort(Comparator.comparing(Violation::field).thenComparing(Violation::message));
        return violations;
    }

    /** Validators look into the elements of a collection only where it is a constrained member of a bean. */
    private void visit(Object value, JsonShape shape, String path, List<Violation> violations) {
        if (value instanceof List<?> list && shape instanceof JsonShape.Array array) {
            for (int i = 0; i < list.size(); i++) {
                visitElement(list.get(i), array.element(), path + "[" + i + "]", violations);
            }
        } else if (value instanceof Map<?, ?> map && shape instanceof JsonShape.Dictionary dictionary) {
            map.forEach((key, element) -> visitElement(element, dictionary.value(), path + "." + key, violations));
        } else if (shape instanceof JsonShape.Structure) {
            for (ConstraintViolation<Object> violation : validator.validate(value)) {
                violations.add(new Violation(path + field(violation.getPropertyPath(), shape), violation.getMessage()));
            }
        }
    }

    private void visitElement(Object value, JsonShape shape, String path, List<Violation> violations) {
        if (value != null) {
            visit(value, shape, path, violations);
        }
    }

    /** Java's path to a fault, in the names that the sender used. */
    private static String field(Path path, JsonShape root) {
        StringBuilder field = new StringBuilder();
        JsonShape shape = root;
        for (Path.Node node : path) {
            if (node.isInIterable()) {
                field.append(node.getIndex() != null ? "[" + node.getIndex() + "]" : "");
                field.append(node.getKey() != null ? "." + node.getKey() : "");
                shape = element(shape);
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                JsonShape.Member member = member(shape, node.getName());
                field.append('.').append(member == null ? node.getName() : member.name());
                shape = member == null ? shape : member.shape();
            }
        }
        return field.toString();
    }

    private static JsonShape element(JsonShape shape) {
        if (shape instanceof JsonShape.Array array) {
            return array.element();
        }
        return shape instanceof JsonShape.Dictionary dictionary ? dictionary.value() : shape;
    }

    private static JsonShape.@Nullable Member member(JsonShape shape, String javaName) {
        if (!(shape instanceof JsonShape.Structure structure)) {
            return null;
        }
        return structure.members().values().stream()
                .filter(member -> member.javaName().equals(javaName))
                .findFirst()
                .orElse(null);
    }
}
