package io.skillsdk.internal.json.type;

import io.skillsdk.internal.json.mapper.Json;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.std.ContainerDeserializerBase;
import tools.jackson.databind.deser.std.ReferenceTypeDeserializer;
import tools.jackson.databind.introspect.BeanPropertyDefinition;

/**
 * Refuses classes that nothing can be set on: they would drop all that is sent to them. Walks through Jackson's readers,
 * as only they know what is read by which.
 */
final class UnsettableClasses {

    private final Set<ValueDeserializer<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private UnsettableClasses() {}

    static void refuse(ValueDeserializer<?> reader) {
        new UnsettableClasses().visit(reader);
    }

    private void visit(@Nullable ValueDeserializer<?> reader) {
        ValueDeserializer<?> innermost = reader;
        while (innermost != null && innermost.getDelegatee() != null) {
            innermost = innermost.getDelegatee();
        }
        if (innermost == null || !seen.add(innermost)) {
            return;
        }
        if (innermost instanceof BeanDeserializerBase bean) {
            check(bean);
            bean.properties().forEachRemaining(property -> visit(property.getValueDeserializer()));
        } else if (innermost instanceof ContainerDeserializerBase<?> container) {
            visit(container.getContentDeserializer());
        } else if (innermost instanceof ReferenceTypeDeserializer<?> reference) {
            visit(Json.MAPPER
                    ._deserializationContext()
                    .findRootValueDeserializer(reference.getValueType().getReferencedType()));
        }
    }

    private static void check(BeanDeserializerBase bean) {
        JavaType type = bean.getValueType();
        if (bean.getClass().getName().startsWith("tools.jackson.databind.deser.bean.BeanDeserializer")
                && bean.getPropertyCount() == 0
                && !bean.hasAnySetter()
                && bean.getValueInstantiator().canCreateUsingDefault()
                && TypeTraps.hasState(type.getRawClass())
                && !hasOtherMembers(type)) {
            String name = PayloadType.describe(type);
            throw new UnbindableTypeException(
                    name,
                    "nothing can be set on " + name
                            + ": all that is sent would be dropped. Make it a record, or give it setters.");
        }
    }

    /** Members that are read in ways of their own, such as unwrapped ones, and those of subtypes. */
    private static boolean hasOtherMembers(JavaType type) {
        DeserializationContext context = Json.MAPPER._deserializationContext();
        BeanDescription description = context.introspectBeanDescription(type);
        return description.findProperties().stream().anyMatch(BeanPropertyDefinition::couldDeserialize)
                || context.getAnnotationIntrospector()
                                .findPolymorphicTypeInfo(context.getConfig(), description.getClassInfo())
                        != null;
    }
}
