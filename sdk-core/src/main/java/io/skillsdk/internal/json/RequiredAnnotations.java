package io.skillsdk.internal.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.skillsdk.SkillParameter;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Tells Jackson which components must be there: see {@link SkillParameter}. */
final class RequiredAnnotations extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    // by name, so that none of these libraries has to be there
    private static final Set<String> NOT_NULL = Set.of(
            "jakarta.validation.constraints.NotNull",
            "jakarta.validation.constraints.NotBlank",
            "jakarta.validation.constraints.NotEmpty",
            "org.jspecify.annotations.NonNull");

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        if (isPrimitiveComponent(member) || isDeclaredRequired(member)) {
            return true;
        }
        return super.hasRequiredMarker(config, member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        JsonSetter.Value declared = super.findSetterInfo(config, annotated);
        if (declared.nonDefaultValueNulls() == null
                && annotated instanceof AnnotatedMember member
                && Boolean.TRUE.equals(hasRequiredMarker(config, member))) {
            return declared.withValueNulls(Nulls.FAIL);
        }
        return declared;
    }

    private static boolean isPrimitiveComponent(AnnotatedMember member) {
        return member instanceof AnnotatedParameter
                && member.getDeclaringClass().isRecord()
                && member.getRawType().isPrimitive();
    }

    private static boolean isDeclaredRequired(AnnotatedMember member) {
        SkillParameter parameter = member.getAnnotation(SkillParameter.class);
        if (parameter != null && parameter.required()) {
            return true;
        }
        return member.annotations().anyMatch(RequiredAnnotations::isNotNull)
                || componentAnnotations(member).anyMatch(RequiredAnnotations::isNotNull);
    }

    /** Type-use annotations, such as JSpecify's, are on the record component's type and nowhere else. */
    private static Stream<Annotation> componentAnnotations(AnnotatedMember member) {
        if (!(member instanceof AnnotatedParameter parameter)
                || !member.getDeclaringClass().isRecord()) {
            return Stream.empty();
        }
        RecordComponent[] components = member.getDeclaringClass().getRecordComponents();
        return parameter.getIndex() < components.length
                ? Arrays.stream(
                        components[parameter.getIndex()].getAnnotatedType().getAnnotations())
                : Stream.empty();
    }

    private static boolean isNotNull(Annotation annotation) {
        return NOT_NULL.contains(annotation.annotationType().getName());
    }
}
