package io.skillsdk.internal.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillRequest;
import io.skillsdk.internal.json.JsonShape.Member;
import io.skillsdk.internal.json.JsonShape.Structure;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.introspect.PotentialCreators;

/** Finds the shape of a Java type by asking Jackson how it would bind it. One use, one thread. */
final class JsonShapes {

    private final DeserializationConfig config = Json.MAPPER.deserializationConfig();

    private final ClassIntrospector introspector =
            config.classIntrospectorInstance().forOperation(config);

    private final Map<JavaType, Structure> structures = new HashMap<>();

    JsonShape of(JavaType type) {
        if (type.isReferenceType()) {
            return of(type.getReferencedType());
        }
        JsonShape scalar = JsonScalars.of(type);
        if (scalar != null) {
            return scalar;
        }
        if (type.isJavaLangObject() || type.isTypeOrSubTypeOf(JsonNode.class)) {
            return new JsonShape.Anything(type);
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return new JsonShape.Array(type, of(type.getContentType()));
        }
        if (type.isMapLikeType()) {
            return new JsonShape.Dictionary(type, of(type.getContentType()));
        }
        if (type.hasRawClass(SkillRequest.class)) {
            return envelope(type);
        }
        return structure(type);
    }

    private JsonShape envelope(JavaType type) {
        Structure envelope = new Structure(type, "SkillRequest");
        JavaType payload = type.containedTypeOrUnknown(0);
        envelope.complete(Map.of("payload", new Member("payload", "payload", of(payload), false, "", "", "")));
        return envelope;
    }

    private JsonShape structure(JavaType type) {
        Structure known = structures.get(type);
        if (known != null) {
            return known;
        }
        AnnotatedClass annotations = introspector.introspectClassAnnotations(type);
        BeanDescription description = introspector.introspectForDeserialization(type, annotations);
        if (isReadByItsOwnRules(type, annotations, description)) {
            return new JsonShape.Anything(type);
        }
        Structure structure = new Structure(type, type.getRawClass().getSimpleName());
        structures.put(type, structure);
        Map<String, Member> members = new LinkedHashMap<>();
        for (BeanPropertyDefinition property : description.findProperties()) {
            AnnotatedMember mutator = property.getMutator();
            if (mutator != null) {
                members.put(property.getName(), member(property, mutator));
            }
        }
        structure.complete(members);
        return isWrittenAsArray(annotations) ? new JsonShape.Tuple(type, List.copyOf(members.values())) : structure;
    }

    private boolean isReadByItsOwnRules(JavaType type, AnnotatedClass annotations, BeanDescription description) {
        AnnotationIntrospector annotation = config.getAnnotationIntrospector();
        PotentialCreators creators = description.getPotentialCreators();
        return !type.isConcrete()
                || annotation.findDeserializer(config, annotations) != null
                || annotation.findPolymorphicTypeInfo(config, annotations) != null
                || annotation.findPOJOBuilder(config, annotations) != null
                || description.findJsonValueAccessor() != null
                || description.findAnySetterAccessor() != null
                || (creators != null && creators.hasDelegating());
    }

    private boolean isWrittenAsArray(AnnotatedClass annotations) {
        JsonFormat.Value format = config.getAnnotationIntrospector().findFormat(config, annotations);
        return format != null && format.getShape() == JsonFormat.Shape.ARRAY;
    }

    private Member member(BeanPropertyDefinition property, AnnotatedMember mutator) {
        SkillParameter words = parameter(property, mutator);
        return new Member(
                property.getName(),
                property.getInternalName(),
                of(property.getPrimaryType()),
                property.isRequired(),
                words == null ? "" : words.title(),
                words == null ? "" : words.description(),
                words == null ? "" : words.example());
    }

    private static @Nullable SkillParameter parameter(BeanPropertyDefinition property, AnnotatedMember mutator) {
        SkillParameter onMutator = mutator.getAnnotation(SkillParameter.class);
        if (onMutator != null || property.getField() == null) {
            return onMutator;
        }
        return property.getField().getAnnotation(SkillParameter.class);
    }
}
