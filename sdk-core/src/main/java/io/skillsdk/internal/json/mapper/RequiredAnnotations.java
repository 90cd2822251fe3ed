package io.skillsdk.internal.json.mapper;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.skillsdk.SkillParameter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Tells Jackson which components must be there: see {@link SkillParameter}. What cannot be sent never must. */
public final class RequiredAnnotations extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public RequiredAnnotations() {}

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        Boolean declared = super.hasRequiredMarker(config, member);
        if (declared != null) {
            return declared;
        }
        if (isNeverSent(member)) {
            return null;
        }
        SkillParameter parameter = member.getAnnotation(SkillParameter.class);
        if (parameter != null && parameter.required()) {
            return true;
        }
        if (takesNullFor(config, member)) {
            return null;
        }
        return (isPrimitiveComponent(member) || NotNullAnnotations.on(member) != null) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        JsonSetter.Value declared = super.findSetterInfo(config, annotated);
        Nulls nulls = declared.nonDefaultValueNulls();
        if (nulls == null
                && annotated instanceof AnnotatedMember member
                && Boolean.TRUE.equals(hasRequiredMarker(config, member))) {
            return declared.withValueNulls(Nulls.FAIL);
        }
        // a constructor cannot skip a parameter: what the author wants for null is what there is without a value
        if (nulls == Nulls.SKIP
                && annotated instanceof AnnotatedParameter parameter
                && parameter.getRawType().isPrimitive()) {
            return declared.withValueNulls(Nulls.AS_EMPTY);
        }
        return declared;
    }

    /** Whether its author wrote {@code required = true}. */
    static boolean isDeclaredRequired(AnnotatedMember member) {
        SkillParameter parameter = member.getAnnotation(SkillParameter.class);
        JsonProperty property = member.getAnnotation(JsonProperty.class);
        return (parameter != null && parameter.required())
                || (property != null && (property.required() || property.isRequired() == OptBoolean.TRUE));
    }

    private boolean takesNullFor(MapperConfig<?> config, AnnotatedMember member) {
        Nulls nulls = super.findSetterInfo(config, member).nonDefaultValueNulls();
        return nulls == Nulls.SKIP || nulls == Nulls.AS_EMPTY;
    }

    private static boolean isPrimitiveComponent(AnnotatedMember member) {
        return member instanceof AnnotatedParameter
                && member.getDeclaringClass().isRecord()
                && member.getRawType().isPrimitive()
                && !isDeclaredOptional(member);
    }

    /** {@code required = false} cannot be told from nothing at all; but {@code @JsonProperty} is written for a reason. */
    private static boolean isDeclaredOptional(AnnotatedMember member) {
        JsonProperty property = NotNullAnnotations.find(member, JsonProperty.class);
        return property != null
                && property.value().isEmpty()
                && property.index() == JsonProperty.INDEX_UNKNOWN
                && property.defaultValue().isEmpty()
                && property.access() == JsonProperty.Access.AUTO;
    }

    private static boolean isNeverSent(AnnotatedMember member) {
        JsonProperty property = NotNullAnnotations.find(member, JsonProperty.class);
        if (property != null && property.access() == JsonProperty.Access.READ_ONLY) {
            return true;
        }
        JsonIgnore ignored = NotNullAnnotations.find(member, JsonIgnore.class);
        if ((ignored != null && ignored.value()) || member.getRawType().isAnnotationPresent(JsonIgnoreType.class)) {
            return true;
        }
        String name =
                property != null && !property.value().isEmpty() ? property.value() : NotNullAnnotations.name(member);
        JsonIgnoreProperties some = member.getDeclaringClass().getAnnotation(JsonIgnoreProperties.class);
        JsonIncludeProperties only = member.getDeclaringClass().getAnnotation(JsonIncludeProperties.class);
        return (some != null && !some.allowSetters() && has(some.value(), name))
                || (only != null && !has(only.value(), name));
    }

    private static boolean has(String[] names, @Nullable String name) {
        List<String> all = Arrays.asList(names);
        return name != null && all.contains(name);
    }
}
