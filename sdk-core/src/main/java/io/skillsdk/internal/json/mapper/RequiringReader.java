package io.skillsdk.internal.json.mapper;

import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.bean.BeanPropertyMap;
import tools.jackson.databind.deser.impl.ObjectIdReader;

/** Reads an object and refuses it without its required members. */
final class RequiringReader extends BeanDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient List<SettableBeanProperty> required;

    RequiringReader(BeanDeserializer reader, List<SettableBeanProperty> required) {
        super(reader);
        this.required = required;
    }

    private RequiringReader(RequiringReader reader, ObjectIdReader ids) {
        super(reader, ids);
        this.required = reader.required;
    }

    private RequiringReader(RequiringReader reader, Set<String> ignored, Set<String> included) {
        super(reader, ignored, included);
        this.required = UnsentMembers.among(reader.required, ignored, included);
    }

    private RequiringReader(RequiringReader reader, boolean ignoringUnknown) {
        super(reader, ignoringUnknown);
        this.required = reader.required;
    }

    private RequiringReader(RequiringReader reader, BeanPropertyMap members) {
        super(reader, members);
        this.required = reader.required;
    }

    @Override
    public BeanDeserializer withObjectIdReader(ObjectIdReader ids) {
        return new RequiringReader(this, ids);
    }

    @Override
    public BeanDeserializer withByNameInclusion(Set<String> ignored, Set<String> included) {
        return new RequiringReader(this, ignored, included);
    }

    @Override
    public BeanDeserializerBase withIgnoreAllUnknown(boolean ignoring) {
        return new RequiringReader(this, ignoring);
    }

    @Override
    public BeanDeserializerBase withBeanProperties(BeanPropertyMap members) {
        return new RequiringReader(this, members);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (!UnsentMembers.areAt(parser)) {
            return super.deserialize(parser, context);
        }
        return UnsentMembers.reading(required, context, () -> {
            Object read = super.deserialize(parser, context);
            UnsentMembers.check(context, parser, handledType());
            return read;
        });
    }
}
