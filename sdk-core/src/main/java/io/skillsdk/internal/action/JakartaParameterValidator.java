package io.skillsdk.internal.action;

import io.skillsdk.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.metadata.MethodDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks the Jakarta Validation constraints on the parameters of an action themselves, such as
 * {@code @QueryParameter("limit") @Max(100) int limit}. What is inside a payload is not its business.
 */
final class JakartaParameterValidator implements ParameterValidator {

    private final Validator validator;

    /** Most actions have none, and are not to pay for it with every call. */
    private final Map<Action, Boolean> constrained = new ConcurrentHashMap<>();

    JakartaParameterValidator(Validator validator) {
        this.validator = validator;
    }

    @Override
    public List<Violation> check(Action action, @Nullable Object[] arguments) {
        Boolean known = constrained.get(action);
        if (!(known == null ? constrained.computeIfAbsent(action, this::isConstrained) : known)) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        for (ConstraintViolation<?> violation : validator
                .forExecutables()
                .validateParameters(action.source().instance(), action.source().method(), arguments)) {
            String field = field(action, violation.getPropertyPath());
            if (field != null) {
                violations.add(new Violation(field, violation.getMessage()));
            }
        }
        violations.sort(Comparator.comparing(Violation::field).thenComparing(Violation::message));
        return violations;
    }

    private boolean isConstrained(Action action) {
        MethodDescriptor method = validator
                .getConstraintsForClass(action.source().type())
                .getConstraintsForMethod(
                        action.source().method().getName(),
                        action.source().method().getParameterTypes());
        return method != null && method.hasConstrainedParameters();
    }

    /** Where the fault is, as a caller has to see it; null for one within a payload, which is checked on its own. */
    private static @Nullable String field(Action action, Path path) {
        StringBuilder field = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                field.append(action.fieldOf(node.as(Path.ParameterNode.class).getParameterIndex()));
            } else if (node.getKind() == ElementKind.CROSS_PARAMETER) {
                field.append("request");
            } else if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.BEAN) {
                return null;
            }
            if (node.isInIterable()) {
                field.append(node.getIndex() != null ? "[" + node.getIndex() + "]" : "");
                field.append(node.getKey() != null ? "." + node.getKey() : "");
            }
        }
        return field.toString();
    }
}
