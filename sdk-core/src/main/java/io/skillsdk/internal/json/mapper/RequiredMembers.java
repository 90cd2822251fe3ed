package io.skillsdk.internal.json.mapper;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.CreatorProperty;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.bean.BuilderBasedDeserializer;

/**
 * Refuses an object without a member whose setter or field is declared with {@code required = true}. Jackson itself asks that of the
 * parameters of a constructor alone. Classes without such members are read as before.
 */
final class RequiredMembers extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription.Supplier description, BeanDeserializerBuilder builder) {
        List<SettableBeanProperty> properties = new ArrayList<>();
        builder.getProperties().forEachRemaining(properties::add);
        for (SettableBeanProperty property : properties) {
            if (!(property instanceof CreatorProperty)
                    && property.getMember() != null
                    && RequiredAnnotations.isDeclaredRequired(property.getMember())
                    && property.isRequired()) {
                builder.addOrReplaceProperty(new RequiredMember(property), true);
            }
        }
        return builder;
    }

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> reader) {
        if (reader.getClass() != BeanDeserializer.class && reader.getClass() != BuilderBasedDeserializer.class) {
            return reader;
        }
        List<SettableBeanProperty> required = new ArrayList<>();
        ((BeanDeserializerBase) reader).properties().forEachRemaining(property -> {
            if (property instanceof RequiredMember) {
                required.add(property);
            }
        });
        if (required.isEmpty()) {
            return reader;
        }
        return reader instanceof BeanDeserializer bean
                ? new RequiringReader(bean, required)
                : new RequiringBuilderReader((BuilderBasedDeserializer) reader, required);
    }
}
