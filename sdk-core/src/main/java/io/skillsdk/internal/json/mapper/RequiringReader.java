package io.skillsdk.internal.json.mapper;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.bean.BeanPropertyMap;
import tools.jackson.databind.deser.bean.PropertyBasedCreator;
import tools.jackson.databind.deser.impl.ObjectIdReader;
import tools.jackson.databind.deser.impl.UnwrappedPropertyHandler;
import tools.jackson.databind.util.NameTransformer;

/** Reads an object and refuses it without its required members. */
final class RequiringReader extends BeanDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient List<SettableBeanProperty> required;

    RequiringReader(BeanDeserializer reader, List<SettableBeanProperty> required) {
        super(reader);
        this.required = required;
    }

    private RequiringReader(RequiringReader reader, PropertyBasedCreator creator) {
        super(reader);
        this.required = reader.required;
        this._propertyBasedCreator = creator;
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

    private RequiringReader(
            RequiringReader reader,
            UnwrappedPropertyHandler unwrapped,
            PropertyBasedCreator creator,
            BeanPropertyMap members) {
        super(reader, unwrapped, creator, members, true);
        this.required = UnsentMembers.renamed(reader.required, members);
    }

    /** Under the names of what it is unwrapped into: Jackson renames nothing in readers that are not its own. */
    @Override
    @SuppressWarnings(
            "NullAway") // null is what Jackson has where nothing is unwrapped, or nothing is made by a creator
    public ValueDeserializer<Object> unwrappingDeserializer(DeserializationContext context, NameTransformer names) {
        if (_currentlyTransforming == names) {
            // its class is unwrapped into itself
            return this;
        }
        _currentlyTransforming = names;
        try {
            UnwrappedPropertyHandler inner = _unwrappedPropertyHandler;
            PropertyBasedCreator creator = _propertyBasedCreator;
            return new RequiringReader(
                    this,
                    inner == null ? null : inner.renameAll(context, names),
                    creator == null ? null : creator.renameAll(context, names),
                    _beanProperties.renameAll(context, names));
        } finally {
            _currentlyTransforming = null;
        }
    }

    @Override
    protected BeanDeserializerBase asArrayDeserializer() {
        return new RequiringArrayReader(this, _beanProperties.getPrimaryProperties(), required);
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

    /** The same for a place that ignores some names: what they stand for is not required of a constructor there. */
    RequiringReader ignoring(Predicate<String> names, DeserializationContext context) {
        PropertyBasedCreator creator = _propertyBasedCreator;
        if (creator == null || Arrays.asList(creator.allPropertiesInOrder()).contains(null)) {
            return this;
        }
        SettableBeanProperty[] parameters = Arrays.stream(creator.allPropertiesInOrder())
                .map(each -> names.test(each.getName()) ? new IgnoredMember(each) : each)
                .toArray(SettableBeanProperty[]::new);
        return new RequiringReader(
                this,
                PropertyBasedCreator.construct(context, _valueInstantiator, parameters, _beanProperties)
                        .withByNameInclusion(_ignorableProps, _includableProps));
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (required.isEmpty() || !UnsentMembers.areAt(parser)) {
            return super.deserialize(parser, context);
        }
        return UnsentMembers.reading(required, context, () -> {
            Object read = super.deserialize(parser, context);
            UnsentMembers.check(context, parser, handledType());
            return read;
        });
    }

    /** What is there already has its members: the rest may be sent, and need not. */
    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context, Object into) {
        return UnsentMembers.reading(List.of(), context, () -> super.deserialize(parser, context, into));
    }
}
