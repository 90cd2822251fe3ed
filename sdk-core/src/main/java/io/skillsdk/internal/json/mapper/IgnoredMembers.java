package io.skillsdk.internal.json.mapper;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.util.IgnorePropertiesUtil;

/** What a component ignores of its type, by {@code @JsonIgnoreProperties} or {@code @JsonIncludeProperties}. */
final class IgnoredMembers {

    private IgnoredMembers() {}

    /** A reader that requires nothing of what is ignored at its place: Jackson demands it, and does not read it. */
    static ValueDeserializer<?> of(
            ValueDeserializer<?> reader, @Nullable BeanProperty property, DeserializationContext context) {
        AnnotatedMember member = property == null ? null : property.getMember();
        if (member == null || !(reader instanceof BeanDeserializer bean)) {
            return reader;
        }
        AnnotationIntrospector annotations = context.getAnnotationIntrospector();
        Set<String> ignored = annotations
                .findPropertyIgnoralByName(context.getConfig(), member)
                .findIgnoredForDeserialization();
        Set<String> included = annotations
                .findPropertyInclusionByName(context.getConfig(), member)
                .getIncluded();
        if (ignored.isEmpty() && included == null) {
            return reader;
        }
        RequiringReader known = reader instanceof RequiringReader requiring
                ? requiring
                : bean.getClass() == BeanDeserializer.class ? new RequiringReader(bean, List.of()) : null;
        return known == null
                ? reader
                : known.ignoring(name -> IgnorePropertiesUtil.shouldIgnore(name, ignored, included), context);
    }
}
