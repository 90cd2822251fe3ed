package io.skillsdk.internal.settings;

import io.skillsdk.internal.constraint.JakartaValidator;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the Jakarta Validation constraints of a record of settings. */
final class JakartaSettingsConstraints implements SettingsConstraints {

    private final Class<?> type;

    private final Validator validator;

    private JakartaSettingsConstraints(Class<?> type, Validator validator) {
        this.type = type;
        this.validator = validator;
    }

    /** The check of the application's provider, which is dear to make: none where there is no constraint. */
    static SettingsConstraints of(Class<?> record) {
        if (!isConstrained(record)) {
            return NONE;
        }
        Validator found = JakartaValidator.find();
        return found == null ? NONE : new JakartaSettingsConstraints(record, found);
    }

    private static boolean isConstrained(Class<?> record) {
        return hasConstraint(record.getAnnotations())
                || Arrays.stream(record.getDeclaredFields()).anyMatch(JakartaSettingsConstraints::isConstrained);
    }

    private static boolean isConstrained(Field field) {
        return hasConstraint(field.getAnnotations()) || isConstrained(field.getAnnotatedType());
    }

    private static boolean isConstrained(AnnotatedType type) {
        return hasConstraint(type.getAnnotations())
                || (type instanceof AnnotatedParameterizedType parameterized
                        && Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
                                .anyMatch(JakartaSettingsConstraints::isConstrained));
    }

    /** One by itself, or several in the annotation that holds them. */
    private static boolean hasConstraint(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(Annotation::annotationType)
                .anyMatch(type -> type.isAnnotationPresent(Constraint.class)
                        || (type.getEnclosingClass() != null
                                && type.getEnclosingClass().isAnnotationPresent(Constraint.class)));
    }

    @Override
    public List<Refused> check(Object record) {
        return refused(validator.validate(record));
    }

    @Override
    public List<Refused> check(String component, @Nullable Object value) {
        // a provider knows of no property that has no constraint
        return Arrays.stream(type.getDeclaredFields())
                        .anyMatch(field -> field.getName().equals(component) && isConstrained(field))
                ? refused(validator.validateValue(type, component, value))
                : List.of();
    }

    private static List<Refused> refused(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> new Refused(component(violation.getPropertyPath()), violation.getMessage()))
                .distinct()
                .sorted(Comparator.comparing(refused -> refused.component() + " " + refused.message()))
                .toList();
    }

    private static @Nullable String component(Path path) {
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PROPERTY) {
                return node.getName();
            }
        }
        return null;
    }
}
