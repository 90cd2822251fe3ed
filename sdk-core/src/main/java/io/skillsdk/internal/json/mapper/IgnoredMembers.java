package io.skillsdk.internal.json.mapper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.introspect.AnnotatedMember;

/** Readers of the types of components that ignore some of their members. */
final class IgnoredMembers {

    private IgnoredMembers() {}

    /** A reader that requires nothing of what is ignored at its place: Jackson demands it, and does not read it. */
    static ValueDeserializer<?> of(
            ValueDeserializer<?> reader, @Nullable BeanProperty property, DeserializationContext context) {
        AnnotatedMember member = property == null ? null : property.getMember();
        if (member == null || !(reader instanceof BeanDeserializer bean)) {
            return reader;
        }
        IgnoredNames ignored = IgnoredNames.on(member, context.getConfig(), true);
        if (ignored.isEmpty()) {
            return reader;
        }
        RequiringReader known = reader instanceof RequiringReader requiring
                ? requiring
                : bean.getClass() == BeanDeserializer.class ? new RequiringReader(bean, List.of()) : null;
        return known == null ? reader : known.ignoring(ignored::contains, context);
    }
}
