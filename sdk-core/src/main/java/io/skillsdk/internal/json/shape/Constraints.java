package io.skillsdk.internal.json.shape;

import io.skillsdk.internal.json.mapper.NotNullAnnotations;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;

/** Jakarta Validation's constraints in OpenAPI's words, read by name: the library need not be there. */
public final class Constraints {

    private static final String PACKAGE = "jakarta.validation.constraints.";

    private Constraints() {}

    /** Those on a member of a structure. */
    static Map<String, Object> of(BeanPropertyDefinition property) {
        Map<String, Object> found = new LinkedHashMap<>();
        Class<?> type = property.getRawPrimaryType();
        add(property.getField(), type, found);
        add(property.getGetter(), type, found);
        add(property.getSetter(), type, found);
        add(property.getConstructorParameter(), type, found);
        return found;
    }

    private static void add(@Nullable AnnotatedMember member, Class<?> type, Map<String, Object> to) {
        if (member != null) {
            addAll(member.annotations().toList(), type, to);
        }
    }

    /** Those among annotations that hold for every call. */
    public static Map<String, Object> of(Iterable<? extends Annotation> annotations, Class<?> type) {
        Map<String, Object> found = new LinkedHashMap<>();
        addAll(annotations, type, found);
        return found;
    }

    private static void addAll(Iterable<? extends Annotation> annotations, Class<?> type, Map<String, Object> to) {
        for (Annotation annotation : annotations) {
            if (annotation.annotationType().getName().startsWith(PACKAGE)
                    && NotNullAnnotations.isOfTheDefaultGroup(annotation)) {
                add(annotation, type, to);
            }
        }
    }

    /** Of two bounds the tighter one holds. */
    private static void add(Annotation annotation, Class<?> type, Map<String, Object> to) {
        Map<String, Object> said = new LinkedHashMap<>();
        translate(annotation, type, said);
        said.forEach((keyword, value) -> to.merge(keyword, value, (one, other) -> tighter(keyword, one, other)));
    }

    private static Object tighter(String keyword, Object one, Object other) {
        if (!(one instanceof Number) || !(other instanceof Number)) {
            return other;
        }
        int order = new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
        boolean least = keyword.startsWith("min") || keyword.equals("exclusiveMinimum");
        return (least ? order >= 0 : order <= 0) ? one : other;
    }

    private static void translate(Annotation annotation, Class<?> type, Map<String, Object> to) {
        String name = annotation.annotationType().getSimpleName();
        switch (name) {
            case "Min" -> to.put("minimum", value(annotation, "value"));
            case "Max" -> to.put("maximum", value(annotation, "value"));
            case "DecimalMin" -> to.put(isInclusive(annotation) ? "minimum" : "exclusiveMinimum", decimal(annotation));
            case "DecimalMax" -> to.put(isInclusive(annotation) ? "maximum" : "exclusiveMaximum", decimal(annotation));
            case "Positive" -> to.put("exclusiveMinimum", 0);
            case "PositiveOrZero" -> to.put("minimum", 0);
            case "Negative" -> to.put("exclusiveMaximum", 0);
            case "NegativeOrZero" -> to.put("maximum", 0);
            case "NotEmpty", "NotBlank" -> count("min", 1, type, to);
            case "Pattern" -> {
                // flags have no word in JSON Schema
                if (((Object[]) value(annotation, "flags")).length == 0) {
                    to.put("pattern", value(annotation, "regexp"));
                }
            }
            case "Email" -> to.put("format", "email");
            case "Size" -> {
                if (!value(annotation, "min").equals(0)) {
                    count("min", value(annotation, "min"), type, to);
                }
                if (!value(annotation, "max").equals(Integer.MAX_VALUE)) {
                    count("max", value(annotation, "max"), type, to);
                }
            }
            default -> {
                // has no word in OpenAPI
            }
        }
    }

    private static void count(String bound, Object number, Class<?> type, Map<String, Object> to) {
        if (type == byte[].class) {
            // its characters are those of base64
            return;
        }
        boolean text = CharSequence.class.isAssignableFrom(type) || type == char[].class;
        to.put(bound + (text ? "Length" : Map.class.isAssignableFrom(type) ? "Properties" : "Items"), number);
    }

    private static boolean isInclusive(Annotation annotation) {
        return value(annotation, "inclusive").equals(true);
    }

    private static BigDecimal decimal(Annotation annotation) {
        return new BigDecimal(value(annotation, "value").toString());
    }

    private static Object value(Annotation annotation, String element) {
        try {
            return annotation.annotationType().getMethod(element).invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A constraint of Jakarta Validation has no " + element, e);
        }
    }
}
