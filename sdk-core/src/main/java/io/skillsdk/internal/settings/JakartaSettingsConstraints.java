package io.skillsdk.internal.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ElementKind;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Checks the Jakarta Validation constraints of a record of settings. */
final class JakartaSettingsConstraints implements SettingsConstraints {

    private final Validator validator;

    private JakartaSettingsConstraints(Validator validator) {
        this.validator = validator;
    }

    /** The check of the application's provider, which is dear to make: none where there is no constraint. */
    static SettingsConstraints of(Class<?> record) {
        if (!isConstrained(record)) {
            return made -> List.of();
        }
        try {
            return new JakartaSettingsConstraints(
                    Validation.buildDefaultValidatorFactory().getValidator());
        } catch (NoProviderFoundException e) {
            LoggerFactory.getLogger(SettingsConstraints.class)
                    .debug(
                            "jakarta.validation-api is there without a provider: constraints of settings are not checked");
            return made -> List.of();
        }
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
        return validator.validate(record).stream()
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
