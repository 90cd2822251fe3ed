package io.skillsdk.internal.json.mapper;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.bean.BeanPropertyMap;
import tools.jackson.databind.deser.bean.BuilderBasedDeserializer;
import tools.jackson.databind.deser.bean.PropertyBasedCreator;
import tools.jackson.databind.deser.impl.ObjectIdReader;
import tools.jackson.databind.deser.impl.UnwrappedPropertyHandler;
import tools.jackson.databind.util.NameTransformer;

/** Reads into a builder, and refuses to build without the required members. */
final class RequiringBuilderReader extends BuilderBasedDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient List<SettableBeanProperty> required;

    private transient volatile @Nullable NameTransformer unwrapping;

    RequiringBuilderReader(BuilderBasedDeserializer reader, List<SettableBeanProperty> required) {
        super(reader);
        this.required = required;
    }

    private RequiringBuilderReader(RequiringBuilderReader reader, ObjectIdReader ids) {
        super(reader, ids);
        this.required = reader.required;
    }

    private RequiringBuilderReader(RequiringBuilderReader reader, Set<String> ignored, Set<String> included) {
        super(reader, ignored, included);
        this.required = UnsentMembers.among(reader.required, ignored, included);
    }

    private RequiringBuilderReader(RequiringBuilderReader reader, boolean ignoringUnknown) {
        super(reader, ignoringUnknown);
        this.required = reader.required;
    }

    private RequiringBuilderReader(RequiringBuilderReader reader, BeanPropertyMap members) {
        super(reader, members);
        this.required = reader.required;
    }

    private RequiringBuilderReader(
            RequiringBuilderReader reader,
            UnwrappedPropertyHandler unwrapped,
            PropertyBasedCreator creator,
            BeanPropertyMap members) {
        super(reader, unwrapped, creator, members, true);
        this.required = UnsentMembers.renamed(reader.required, members);
    }

    /** As a reader that requires members, too. */
    @Override
    @SuppressWarnings(
            "NullAway") // null is what Jackson has where nothing is unwrapped, or nothing is made by a creator
    public ValueDeserializer<Object> unwrappingDeserializer(DeserializationContext context, NameTransformer names) {
        if (unwrapping == names) {
            // its class is unwrapped into itself
            return this;
        }
        unwrapping = names;
        try {
            UnwrappedPropertyHandler inner = _unwrappedPropertyHandler;
            PropertyBasedCreator creator = _propertyBasedCreator;
            return new RequiringBuilderReader(
                    this,
                    inner == null ? null : inner.renameAll(context, names),
                    creator == null ? null : creator.renameAll(context, names),
                    _beanProperties.renameAll(context, names));
        } finally {
            unwrapping = null;
        }
    }

    @Override
    public BeanDeserializerBase withObjectIdReader(ObjectIdReader ids) {
        return new RequiringBuilderReader(this, ids);
    }

    @Override
    public BeanDeserializerBase withByNameInclusion(Set<String> ignored, Set<String> included) {
        return new RequiringBuilderReader(this, ignored, included);
    }

    @Override
    public BeanDeserializerBase withIgnoreAllUnknown(boolean ignoring) {
        return new RequiringBuilderReader(this, ignoring);
    }

    @Override
    public BeanDeserializerBase withBeanProperties(BeanPropertyMap members) {
        return new RequiringBuilderReader(this, members);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        // what is built from something else than an object has no members
        List<SettableBeanProperty> members = UnsentMembers.areAt(parser) ? required : List.of();
        return UnsentMembers.reading(members, context, () -> super.deserialize(parser, context));
    }

    /** Before the author's code does, which may have a rule of its own. */
    @Override
    protected Object finishBuild(DeserializationContext context, Object builder) {
        if (handledType().isInstance(builder)) {
            UnsentMembers.check(context, context.getParser(), handledType());
        }
        return super.finishBuild(context, builder);
    }
}
