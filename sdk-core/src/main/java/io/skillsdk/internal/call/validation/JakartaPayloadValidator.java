package io.skillsdk.internal.call.validation;

import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ArgumentResolver;
import io.skillsdk.internal.constraint.JakartaValidator;
import io.skillsdk.internal.json.shape.JsonShape;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.metadata.MethodDescriptor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks the Jakarta Validation constraints of a payload and of the parameters themselves. The provider says what is
 * valid; the description of the payload only gives the sender's names.
 */
final class JakartaPayloadValidator implements PayloadValidator {

    // kept for the life of the process: validators are thread-safe and cache what they know of classes
    private final Validator validator;

    private final Map<Action, Boolean> constrainedParameters = new ConcurrentHashMap<>();

    private JakartaPayloadValidator(Validator validator) {
        this.validator = validator;
    }

    /** The check of the application's provider, or none when it has only the API. */
    static PayloadValidator find() {
        Validator found = JakartaValidator.find();
        return found == null ? NONE : new JakartaPayloadValidator(found);
    }

    /** The provider's validator, which is dear to make. */
    Validator validator() {
        return validator;
    }

    @Override
    public List<Violation> check(Action action, SkillRequest<?> request, @Nullable Object @Nullable [] arguments) {
        List<Violation> violations = new ArrayList<>();
        if (action.takesPayload() && action.payload().holdsBeans()) {
            visit(request.payload(), action.payload().shape(), "payload", violations);
        }
        if (constrainedParameters.computeIfAbsent(action, this::hasConstrainedParameters)) {
            checkParameters(action, request, arguments, violations);
        }
        return violations.size() < 2
                ? violations
                : violations.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                        .toList();
    }

    private boolean hasConstrainedParameters(Action action) {
        Method method = action.source().method();
        MethodDescriptor described = validator
                .getConstraintsForClass(action.source().type())
                .getConstraintsForMethod(method.getName(), method.getParameterTypes());
        return described != null
                && described.getParameterDescriptors().stream()
                        .anyMatch(each -> each.hasConstraints()
                                || each.isCascaded()
                                || !each.getConstrainedContainerElementTypes().isEmpty());
    }

    private void checkParameters(
            Action action, SkillRequest<?> request, @Nullable Object @Nullable [] arguments, List<Violation> to) {
        List<ArgumentResolver> parameters = action.signature().arguments();
        @Nullable Object[] values = arguments != null
                ? arguments
                : parameters.stream()
                        .map(each -> each == ArgumentResolver.Whole.PAYLOAD ? request.payload() : null)
                        .toArray();
        for (ConstraintViolation<Object> violation : validator
                .forExecutables()
                .validateParameters(
                        Objects.requireNonNull(action.source().instance()),
                        action.source().method(),
                        values)) {
            ArgumentResolver parameter = parameter(violation.getPropertyPath(), parameters);
            boolean payload = parameter == ArgumentResolver.Whole.PAYLOAD;
            if (parameter != null && (arguments != null || payload)) {
                JsonShape shape = payload ? action.payload().shape() : null;
                to.add(new Violation(
                        field(violation.getPropertyPath(), parameter.field(), shape), violation.getMessage()));
            }
        }
    }

    private static @Nullable ArgumentResolver parameter(Path path, List<ArgumentResolver> parameters) {
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                return parameters.get(node.as(Path.ParameterNode.class).getParameterIndex());
            }
        }
        return null;
    }

    /** Validators look into the elements of a collection only where it is a constrained member of a bean. */
    private void visit(@Nullable Object value, JsonShape shape, String path, List<Violation> violations) {
        if (value instanceof Map<?, ?> map) {
            JsonShape part = shape instanceof JsonShape.Dictionary dictionary ? dictionary.value() : shape;
            map.forEach((key, element) -> visit(element, part, path + "." + key, violations));
        } else if (value instanceof Iterable<?> elements && shape instanceof JsonShape.Array array) {
            int index = 0;
            for (Object element : elements) {
                visit(element, array.element(), path + "[" + index++ + "]", violations);
            }
        } else if (value instanceof Object[] elements) {
            visit(Arrays.asList(elements), shape, path, violations);
        } else if (value instanceof Optional<?> optional) {
            visit(optional.orElse(null), shape, path, violations);
        } else if (value instanceof SkillRequest<?> nested && shape instanceof JsonShape.Structure envelope) {
            JsonShape.Member member = envelope.members().get("payload");
            visit(nested.payload(), member == null ? shape : member.shape(), path + ".payload", violations);
        } else if (value != null) {
            for (ConstraintViolation<Object> violation : validator.validate(value)) {
                violations.add(new Violation(field(violation.getPropertyPath(), path, shape), violation.getMessage()));
            }
        }
    }

    private static String field(Path path, String start, @Nullable JsonShape shape) {
        ConstraintFields field = new ConstraintFields(start, shape);
        for (Path.Node node : path) {
            if (node.isInIterable()) {
                field.element(node.getIndex(), node.getKey());
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                field.property(node.getName());
            }
        }
        return field.toString();
    }
}
