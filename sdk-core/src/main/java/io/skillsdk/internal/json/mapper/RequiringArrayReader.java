package io.skillsdk.internal.json.mapper;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanAsArrayDeserializer;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;

/** Reads an object that is written as an array, and refuses an array that ends before its required members. */
final class RequiringArrayReader extends BeanAsArrayDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient List<SettableBeanProperty> required;

    RequiringArrayReader(
            BeanDeserializerBase reader, SettableBeanProperty[] ordered, List<SettableBeanProperty> required) {
        super(reader, ordered);
        this.required = required;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.isExpectedStartArrayToken()) {
            return super.deserialize(parser, context);
        }
        return UnsentMembers.reading(required, context, () -> {
            Object read = super.deserialize(parser, context);
            UnsentMembers.check(context, parser, handledType());
            return read;
        });
    }
}
