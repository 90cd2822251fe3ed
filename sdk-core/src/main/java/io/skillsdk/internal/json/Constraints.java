package io.skillsdk.internal.json;

import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;

/** Jakarta Validation's constraints in OpenAPI's words, read by name: the library need not be there. */
final class Constraints {

    private static final String PACKAGE = "jakarta.validation.constraints.";

    private Constraints() {}

    static Map<String, Object> of(BeanPropertyDefinition property) {
        Map<String, Object> found = new LinkedHashMap<>();
        Stream.of(property.getField(), property.getGetter(), property.getSetter(), property.getConstructorParameter())
                .filter(Objects::nonNull)
                .flatMap(AnnotatedMember::annotations)
                .filter(annotation -> annotation.annotationType().getName().startsWith(PACKAGE))
                .forEach(annotation -> add(annotation, property.getRawPrimaryType(), found));
        return found;
    }

    private static void add(Annotation annotation, Class<?> type, Map<String, Object> to) {
        String name = annotation.annotationType().getSimpleName();
        switch (name) {
            case "Min" -> to.put("minimum", value(annotation, "value"));
            case "Max" -> to.put("maximum", value(annotation, "value"));
            case "Positive" -> to.put("exclusiveMinimum", 0);
            case "PositiveOrZero" -> to.put("minimum", 0);
            case "Negative" -> to.put("exclusiveMaximum", 0);
            case "NegativeOrZero" -> to.put("maximum", 0);
            case "NotEmpty", "NotBlank" ->
                to.put(CharSequence.class.isAssignableFrom(type) ? "minLength" : "minItems", 1);
            case "Pattern" -> to.put("pattern", value(annotation, "regexp"));
            case "Email" -> to.put("format", "email");
            case "Size" -> {
                boolean text = CharSequence.class.isAssignableFrom(type);
                if (!value(annotation, "min").equals(0)) {
                    to.put(text ? "minLength" : "minItems", value(annotation, "min"));
                }
                if (!value(annotation, "max").equals(Integer.MAX_VALUE)) {
                    to.put(text ? "maxLength" : "maxItems", value(annotation, "max"));
                }
            }
            default -> {
                // has no word in OpenAPI
            }
        }
    }

    private static Object value(Annotation annotation, String element) {
        try {
            return annotation.annotationType().getMethod(element).invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A constraint of Jakarta Validation has no " + element, e);
        }
    }
}
