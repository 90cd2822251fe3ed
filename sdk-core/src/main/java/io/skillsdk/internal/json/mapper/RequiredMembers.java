package io.skillsdk.internal.json.mapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.CreatorProperty;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.deser.bean.BeanPropertyMap;
import tools.jackson.databind.deser.impl.ObjectIdReader;

/**
 * Refuses an object without a member whose setter or field is declared with {@code required = true}. Jackson itself asks that of the
 * parameters of a constructor alone. Classes without such members are read as before.
 */
final class RequiredMembers extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    /** The attribute of a reading: the members of the object that is being read. */
    private static final Object MEMBERS = RequiredMembers.class;

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription.Supplier description, BeanDeserializerBuilder builder) {
        if (builder.getBuildMethod() != null) {
            return builder;
        }
        List<SettableBeanProperty> properties = new ArrayList<>();
        builder.getProperties().forEachRemaining(properties::add);
        for (SettableBeanProperty property : properties) {
            if (!(property instanceof CreatorProperty)
                    && property.getMember() != null
                    && RequiredAnnotations.isDeclaredRequired(property.getMember())
                    && property.isRequired()) {
                builder.addOrReplaceProperty(new Member(property), true);
            }
        }
        return builder;
    }

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> reader) {
        if (reader.getClass() != BeanDeserializer.class) {
            return reader;
        }
        List<SettableBeanProperty> required = new ArrayList<>();
        ((BeanDeserializer) reader).properties().forEachRemaining(property -> {
            if (property instanceof Member) {
                required.add(property);
            }
        });
        return required.isEmpty() ? reader : new Reader((BeanDeserializer) reader, required);
    }

    /** Which members of one object have not been sent yet. */
    private static final class Missing {

        private final List<SettableBeanProperty> members;

        Missing(List<SettableBeanProperty> required) {
            this.members = new ArrayList<>(required);
        }

        void sent(String name) {
            members.removeIf(member -> member.getName().equals(name));
        }
    }

    private static final class Member extends SettableBeanProperty.Delegating {

        private static final long serialVersionUID = 1L;

        Member(SettableBeanProperty property) {
            super(property);
        }

        @Override
        protected SettableBeanProperty withDelegate(SettableBeanProperty property) {
            return new Member(property);
        }

        private void sent(DeserializationContext context) {
            if (context.getAttribute(MEMBERS) instanceof Missing missing) {
                missing.sent(getName());
            }
        }

        @Override
        public void deserializeAndSet(JsonParser parser, DeserializationContext context, Object instance) {
            sent(context);
            super.deserializeAndSet(parser, context, instance);
        }

        @Override
        public Object deserializeSetAndReturn(JsonParser parser, DeserializationContext context, Object instance) {
            sent(context);
            return super.deserializeSetAndReturn(parser, context, instance);
        }

        @Override
        public void set(DeserializationContext context, Object instance, Object value) {
            sent(context);
            super.set(context, instance, value);
        }

        @Override
        public Object setAndReturn(DeserializationContext context, Object instance, Object value) {
            sent(context);
            return super.setAndReturn(context, instance, value);
        }
    }

    private static final class Reader extends BeanDeserializer {

        private static final long serialVersionUID = 1L;

        private final transient List<SettableBeanProperty> required;

        Reader(BeanDeserializer reader, List<SettableBeanProperty> required) {
            super(reader);
            this.required = required;
        }

        private Reader(BeanDeserializer reader, ObjectIdReader ids, List<SettableBeanProperty> required) {
            super(reader, ids);
            this.required = required;
        }

        private Reader(
                BeanDeserializer reader,
                Set<String> ignored,
                Set<String> included,
                List<SettableBeanProperty> required) {
            super(reader, ignored, included);
            this.required = required;
        }

        private Reader(BeanDeserializer reader, boolean ignoringUnknown, List<SettableBeanProperty> required) {
            super(reader, ignoringUnknown);
            this.required = required;
        }

        private Reader(BeanDeserializer reader, BeanPropertyMap members, List<SettableBeanProperty> required) {
            super(reader, members);
            this.required = required;
        }

        @Override
        public BeanDeserializer withObjectIdReader(ObjectIdReader ids) {
            return new Reader(this, ids, required);
        }

        @Override
        public BeanDeserializer withByNameInclusion(Set<String> ignored, Set<String> included) {
            List<SettableBeanProperty> left = required.stream()
                    .filter(member -> ignored == null || !ignored.contains(member.getName()))
                    .filter(member -> included == null || included.contains(member.getName()))
                    .toList();
            return new Reader(this, ignored, included, left);
        }

        @Override
        public BeanDeserializerBase withIgnoreAllUnknown(boolean ignoring) {
            return new Reader(this, ignoring, required);
        }

        @Override
        public BeanDeserializerBase withBeanProperties(BeanPropertyMap members) {
            return new Reader(this, members, required);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            // behind a type id, an object begins with its next member, or is over
            if (!parser.isExpectedStartObjectToken()
                    && !parser.hasToken(JsonToken.PROPERTY_NAME)
                    && !parser.hasToken(JsonToken.END_OBJECT)) {
                return super.deserialize(parser, context);
            }
            Object outer = context.getAttribute(MEMBERS);
            Missing missing = new Missing(required);
            context.setAttribute(MEMBERS, missing);
            Object read;
            try {
                read = super.deserialize(parser, context);
            } finally {
                context.setAttribute(MEMBERS, outer);
            }
            if (!missing.members.isEmpty()) {
                throw new MissingMembersException(parser, handledType(), missing.members);
            }
            return read;
        }
    }
}
