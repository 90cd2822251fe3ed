package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.strict.StrictKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.CreatorProperty;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.impl.MethodProperty;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.type.ArrayType;

/** Puts what goes on after a fault around keys, creators and setters. Values see to themselves: {@link Attempt}. */
final class TrialReaders extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription.Supplier description, BeanDeserializerBuilder builder) {
        AnnotatedMethod build = builder.getBuildMethod();
        List<SettableBeanProperty> members = new ArrayList<>();
        boolean hasSetters = false;
        for (Iterator<SettableBeanProperty> all = builder.getProperties(); all.hasNext(); ) {
            SettableBeanProperty member = all.next();
            hasSetters |= !(member instanceof CreatorProperty);
            if (build != null) {
                members.add(member);
            }
        }
        builder.setValueInstantiator(
                new CheckedInstantiator(builder.getValueInstantiator(), members, build, hasSetters));
        if (!description.getType().isRecordType()) {
            List<SettableBeanProperty> properties = new ArrayList<>();
            Iterator<SettableBeanProperty> all = builder.getProperties();
            all.forEachRemaining(properties::add);
            for (SettableBeanProperty property : properties) {
                if (property.getClass() == MethodProperty.class) {
                    builder.addOrReplaceProperty(new CheckedProperty(property), true);
                }
            }
        }
        return builder;
    }

    @Override
    public ValueDeserializer<?> modifyArrayDeserializer(
            DeserializationConfig config,
            ArrayType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> reader) {
        JavaType element = type.getContentType();
        return element.hasRawClass(double.class) || element.hasRawClass(float.class)
                ? new CheckedFloats(reader)
                : reader;
    }

    @Override
    public KeyDeserializer modifyKeyDeserializer(DeserializationConfig config, JavaType type, KeyDeserializer reader) {
        return type.hasRawClass(String.class) || type.isJavaLangObject()
                ? reader
                // modifiers that come last are asked first: the mapper's own would not know what this one makes
                : new CheckedKeys(StrictKey.of(reader, type.getRawClass()), type.getRawClass());
    }
}
