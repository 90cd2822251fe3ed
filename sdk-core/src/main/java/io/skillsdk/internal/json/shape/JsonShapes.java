package io.skillsdk.internal.json.shape;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillRequest;
import io.skillsdk.internal.json.mapper.IgnoredNames;
import io.skillsdk.internal.json.mapper.Json;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import io.skillsdk.internal.json.shape.JsonShape.Structure;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.introspect.PotentialCreators;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.util.NameTransformer;

/** Describes a Java type by asking Jackson how it would read or write it. One use, one thread. */
public final class JsonShapes {

    private final boolean reads;

    private final MapperConfig<?> config;

    private final AnnotationIntrospector annotations;

    private final ClassIntrospector introspector;

    private final Map<JavaType, JsonShape> known = new HashMap<>();

    private JsonShapes(boolean reads) {
        this.reads = reads;
        this.config = reads ? Json.MAPPER.deserializationConfig() : Json.MAPPER.serializationConfig();
        this.annotations = config.getAnnotationIntrospector();
        this.introspector = config.classIntrospectorInstance().forOperation(config);
    }

    /** What is read for a type. */
    public static JsonShape read(JavaType type) {
        return describe(type, true);
    }

    /** What is written for a type. */
    public static JsonShape written(JavaType type) {
        return describe(type, false);
    }

    /** A type that cannot be described may still be read or written: it is anything then. */
    private static JsonShape describe(JavaType type, boolean reads) {
        try {
            return new JsonShapes(reads).of(type, null);
        } catch (JacksonException | IllegalArgumentException e) {
            return new JsonShape.Anything(type);
        }
    }

    private JsonShape of(JavaType type, JsonFormat.@Nullable Value format) {
        JsonShape.Scalar scalar = JsonScalars.of(type, format, reads);
        if (scalar != null) {
            return isOfAnotherForm(scalar, format) ? new JsonShape.Anything(type) : relaxed(scalar, format);
        }
        if (type.isReferenceType()) {
            return of(type.getReferencedType(), format);
        }
        if (reads && has(format, JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)) {
            return new JsonShape.Anything(type);
        }
        if (type.isJavaLangObject() || type.isTypeOrSubTypeOf(JsonNode.class)) {
            return new JsonShape.Anything(type);
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return new JsonShape.Array(type, of(type.getContentType(), format));
        }
        if (type.isMapLikeType() || type.hasRawClass(Map.Entry.class)) {
            JavaType value = type.isMapLikeType() ? type.getContentType() : type.containedTypeOrUnknown(1);
            return new JsonShape.Dictionary(type, of(value, format));
        }
        if (type.hasRawClass(SkillRequest.class)) {
            return envelope(type);
        }
        if (!known.isEmpty() && hasId(type)) {
            // within others, its id may stand for it
            return new JsonShape.Anything(type);
        }
        JsonShape shape = known.get(type);
        return shape != null ? shape : structure(type);
    }

    /** Such as an instant that its author has written as a number. */
    private static boolean isOfAnotherForm(JsonShape.Scalar scalar, JsonFormat.@Nullable Value format) {
        JsonFormat.Shape chosen = format == null ? JsonFormat.Shape.ANY : format.getShape();
        return switch (chosen) {
            case STRING -> scalar.kind() != JsonShape.Kind.STRING;
            case NUMBER, NUMBER_INT, NUMBER_FLOAT, BOOLEAN, ARRAY, OBJECT, POJO, BINARY -> true;
            case ANY, NATURAL, SCALAR -> false;
        };
    }

    /** An enum that is read in any case, or from what it does not know, takes more than can be listed. */
    private JsonShape relaxed(JsonShape.Scalar scalar, JsonFormat.@Nullable Value format) {
        if (!reads || scalar.values().isEmpty()) {
            return scalar;
        }
        String more = has(format, JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                        || has(format, JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                ? ", or another string"
                : has(format, JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) ? ", in any case" : "";
        return more.isEmpty()
                ? scalar
                : new JsonShape.Scalar(scalar.type(), scalar.kind(), "", scalar.expectation() + more, List.of());
    }

    private static boolean has(JsonFormat.@Nullable Value format, JsonFormat.Feature feature) {
        return format != null && Boolean.TRUE.equals(format.getFeature(feature));
    }

    private JsonShape envelope(JavaType type) {
        JsonShape payload = of(type.containedTypeOrUnknown(0), null);
        return Structure.of(type, "SkillRequest", Map.of("payload", Member.of("payload", payload, false)));
    }

    private JsonShape structure(JavaType type) {
        AnnotatedClass about = introspector.introspectClassAnnotations(type);
        BeanDescription description = reads
                ? introspector.introspectForDeserialization(type, about)
                : introspector.introspectForSerialization(type, about);
        AnnotatedMember value = description.findJsonValueAccessor();
        if (value != null && !reads) {
            return of(value.getType(), null);
        }
        JsonTypeInfo.Value typeInfo = annotations.findPolymorphicTypeInfo(config, about);
        if (typeInfo != null && !known.containsKey(type)) {
            return choice(type, about, typeInfo);
        }
        if (isOfItsOwnRules(type, about, description)) {
            return value != null && Creators.isMadeOf(type, value.getRawType()) && !Creators.areSeveral(type)
                    ? of(value.getType(), null)
                    : new JsonShape.Anything(type);
        }
        return members(type, about, description);
    }

    private JsonShape members(JavaType type, AnnotatedClass about, BeanDescription description) {
        Structure structure = new Structure(type, type.getRawClass().getSimpleName());
        known.put(type, structure);
        Map<String, Member> members = new LinkedHashMap<>();
        for (BeanPropertyDefinition property : description.findProperties()) {
            AnnotatedMember member = reads ? property.getMutator() : property.getAccessor();
            NameTransformer unwrapping =
                    member == null ? null : annotations.findUnwrappingNameTransformer(config, member);
            if (unwrapping != null) {
                addUnwrapped(property, unwrapping, members);
            } else if (member != null) {
                members.put(property.getName(), member(property, member));
            }
        }
        if (reads && members.isEmpty() && !type.isRecordType()) {
            return Creators.ofNoMembers(type);
        }
        structure.complete(members);
        JsonFormat.Value format = annotations.findFormat(config, about);
        return format != null && format.getShape() == JsonFormat.Shape.ARRAY
                ? new JsonShape.Tuple(type, List.copyOf(members.values()))
                : structure;
    }

    /** What is unwrapped has its members among those of the whole. */
    private void addUnwrapped(BeanPropertyDefinition property, NameTransformer names, Map<String, Member> to) {
        if (of(property.getPrimaryType(), null) instanceof Structure nested) {
            nested.members().values().forEach(member -> {
                String name = names.transform(member.name());
                to.put(name, member.renamed(name, property.getInternalName() + "." + member.javaName()));
            });
        }
    }

    /** The subtypes that have a name; one that is told apart by its members has no discriminator. */
    private JsonShape choice(JavaType type, AnnotatedClass about, JsonTypeInfo.Value info) {
        boolean byProperty = info.getInclusionType() == JsonTypeInfo.As.PROPERTY
                || info.getInclusionType() == JsonTypeInfo.As.EXISTING_PROPERTY;
        if (!byProperty || info.getIdType() != JsonTypeInfo.Id.NAME) {
            return new JsonShape.Anything(type);
        }
        Map<String, JsonShape> variants = new LinkedHashMap<>();
        JsonShape.Choice choice =
                new JsonShape.Choice(type, info.getPropertyName(), variants, fallback(type, info.getDefaultImpl()));
        known.put(type, choice);
        for (NamedType subtype : config.getSubtypeResolver().collectAndResolveSubtypesByTypeId(config, about)) {
            Class<?> raw = subtype.getType();
            boolean fits = type.isTypeOrSuperTypeOf(raw) && (!raw.equals(type.getRawClass()) || type.isConcrete());
            if (subtype.hasName() && fits) {
                JavaType variant = config.getTypeFactory().constructSpecializedType(type, raw);
                known.putIfAbsent(variant, new JsonShape.Anything(variant));
                variants.put(subtype.getName(), variant(variant));
            }
        }
        return choice;
    }

    /** What is read where nothing tells the subtypes apart; not described further, as it is seldom sent. */
    private @Nullable JsonShape fallback(JavaType type, @Nullable Class<?> chosen) {
        return reads && chosen != null ? new JsonShape.Anything(type) : null;
    }

    private JsonShape variant(JavaType type) {
        AnnotatedClass about = introspector.introspectClassAnnotations(type);
        BeanDescription description = reads
                ? introspector.introspectForDeserialization(type, about)
                : introspector.introspectForSerialization(type, about);
        return isOfItsOwnRules(type, about, description)
                ? new JsonShape.Anything(type)
                : members(type, about, description);
    }

    private boolean isOfItsOwnRules(JavaType type, AnnotatedClass about, BeanDescription description) {
        if (!reads) {
            return annotations.findSerializer(config, about) != null
                    || (type.isInterface() && !hasGetters(description));
        }
        PotentialCreators creators = description.getPotentialCreators();
        return !type.isConcrete()
                || annotations.findDeserializer(config, about) != null
                || annotations.findPOJOBuilder(config, about) != null
                || description.findJsonValueAccessor() != null
                || description.findAnySetterAccessor() != null
                || (creators != null && creators.hasDelegating());
    }

    private boolean hasId(JavaType type) {
        return annotations.findObjectIdInfo(config, introspector.introspectClassAnnotations(type)) != null;
    }

    private static boolean hasGetters(BeanDescription description) {
        return description.findProperties().stream().anyMatch(property -> property.getAccessor() != null);
    }

    private Member member(BeanPropertyDefinition property, AnnotatedMember member) {
        SkillParameter words = SkillParameters.on(property, member);
        boolean own = reads
                ? annotations.findDeserializer(config, member) != null
                : annotations.findSerializer(config, member) != null;
        JavaType type = reads ? property.getPrimaryType() : member.getType();
        return new Member(
                property.getName(),
                property.getInternalName(),
                property.findAliases().stream().map(PropertyName::getSimpleName).toList(),
                own
                        ? new JsonShape.Anything(config.constructType(Object.class))
                        : LeftMembers.of(
                                of(type, annotations.findFormat(config, member)),
                                IgnoredNames.on(member, config, reads)),
                isRequired(property, member),
                words == null ? "" : words.title(),
                words == null ? "" : words.description(),
                words == null ? "" : words.example(),
                Constraints.of(property));
    }

    /** What is read is required where its reader says so; what is written, where it is never null. */
    private boolean isRequired(BeanPropertyDefinition property, AnnotatedMember member) {
        if (reads) {
            // a constructor has no value for what is absent, but null
            return property.isRequired()
                    || (member instanceof AnnotatedParameter
                            && annotations.findSetterInfo(config, member).getValueNulls() == Nulls.FAIL);
        }
        return member.getRawType().isPrimitive()
                || Boolean.TRUE.equals(annotations.hasRequiredMarker(config, member))
                || (property.getField() != null
                        && Boolean.TRUE.equals(annotations.hasRequiredMarker(config, property.getField())));
    }
}
