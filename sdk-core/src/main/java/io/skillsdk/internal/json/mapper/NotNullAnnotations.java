package io.skillsdk.internal.json.mapper;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;

/** The annotations that say "must not be null", found by name, so that none of their libraries has to be there. */
public final class NotNullAnnotations {

    private static final String JAKARTA = "jakarta.validation.constraints.";

    private static final Set<String> NAMES =
            Set.of(JAKARTA + "NotNull", JAKARTA + "NotBlank", JAKARTA + "NotEmpty", "org.jspecify.annotations.NonNull");

    private NotNullAnnotations() {}

    /** The annotation on a member that holds for every call, or null. */
    public static @Nullable Annotation on(AnnotatedMember member) {
        return Stream.concat(member.annotations(), ofTypeUse(member))
                .filter(annotation -> NAMES.contains(annotation.annotationType().getName()))
                .filter(NotNullAnnotations::isOfTheDefaultGroup)
                .findFirst()
                .orElse(null);
    }

    /** The author's own sentence in such an annotation, or null; a template is the validation provider's to fill in. */
    public static @Nullable String messageOf(AnnotatedMember member) {
        Annotation annotation = on(member);
        String message = annotation == null
                ? null
                : value(annotation, "message", String.class).orElse("");
        return message == null || message.isEmpty() || message.contains("{") ? null : message;
    }

    /** The name of a component or parameter, or null where it is not known. */
    public static @Nullable String name(AnnotatedMember member) {
        if (!(member instanceof AnnotatedParameter parameter)) {
            return member.getName();
        }
        RecordComponent component = component(parameter);
        if (component != null) {
            return component.getName();
        }
        Executable creator = (Executable) parameter.getOwner().getAnnotated();
        java.lang.reflect.Parameter declared = creator.getParameters()[parameter.getIndex()];
        return declared.isNamePresent() ? declared.getName() : null;
    }

    /** An annotation on a member, or on the record's component that it sets, whose field and accessor have it too. */
    static <A extends Annotation> @Nullable A find(AnnotatedMember member, Class<A> type) {
        A own = member.getAnnotation(type);
        RecordComponent component = member instanceof AnnotatedParameter parameter ? component(parameter) : null;
        return own != null || component == null ? own : component.getAccessor().getAnnotation(type);
    }

    /** Type-use annotations, such as JSpecify's, are on the type of the parameter or of the record's component. */
    private static Stream<Annotation> ofTypeUse(AnnotatedMember member) {
        if (!(member instanceof AnnotatedParameter parameter)
                || !(parameter.getOwner().getAnnotated() instanceof Executable creator)) {
            return Stream.empty();
        }
        AnnotatedType[] types = creator.getAnnotatedParameterTypes();
        RecordComponent component = component(parameter);
        return Stream.concat(
                parameter.getIndex() < types.length
                        ? Arrays.stream(types[parameter.getIndex()].getAnnotations())
                        : Stream.empty(),
                component == null
                        ? Stream.empty()
                        : Arrays.stream(component.getAnnotatedType().getAnnotations()));
    }

    /** The component that a parameter sets: by place in the canonical constructor, else by name. */
    private static @Nullable RecordComponent component(AnnotatedParameter parameter) {
        Class<?> type = parameter.getDeclaringClass();
        if (!type.isRecord() || !(parameter.getOwner().getAnnotated() instanceof Executable creator)) {
            return null;
        }
        RecordComponent[] components = type.getRecordComponents();
        if (creator instanceof java.lang.reflect.Constructor<?> constructor
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))) {
            return components[parameter.getIndex()];
        }
        String name = jsonName(
                parameter.getAnnotation(JsonProperty.class), creator.getParameters()[parameter.getIndex()].getName());
        return Arrays.stream(components)
                .filter(component -> name.equals(component.getName())
                        || name.equals(jsonName(component.getAccessor().getAnnotation(JsonProperty.class), "")))
                .findFirst()
                .orElse(null);
    }

    private static String jsonName(@Nullable JsonProperty property, String otherwise) {
        return property == null || property.value().isEmpty() ? otherwise : property.value();
    }

    /** Whether a constraint holds for every call. */
    public static boolean isOfTheDefaultGroup(Annotation annotation) {
        Class<?>[] groups = value(annotation, "groups", Class[].class).orElse(new Class<?>[0]);
        return groups.length == 0
                || Arrays.stream(groups).anyMatch(group -> group.getName().equals("jakarta.validation.groups.Default"));
    }

    private static <T> Optional<T> value(Annotation annotation, String element, Class<T> type) {
        try {
            return Optional.of(
                    type.cast(annotation.annotationType().getMethod(element).invoke(annotation)));
        } catch (ReflectiveOperationException | ClassCastException e) {
            return Optional.empty();
        }
    }
}
