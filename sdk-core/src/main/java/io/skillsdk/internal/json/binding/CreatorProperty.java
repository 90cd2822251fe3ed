package io.skillsdk.internal.json.binding;

import io.skillsdk.internal.json.mapper.NotNullAnnotations;
import io.skillsdk.internal.json.sent.SentValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;

/**
 * A property as Jackson's own reader of a class has it.
 *
 * @param name the name that is read
 * @param type what is read
 * @param message the author's sentence for one that is not there, or null
 */
public record CreatorProperty(
        String name, JavaType type, @Nullable String message) {

    /** The property that a fault's path ends at, or null where the path does not tell. */
    public static @Nullable CreatorProperty of(JacksonException fault, DeserializationContext context) {
        BeanDeserializerBase bean = beanAtTheEnd(fault, context);
        if (bean == null) {
            return null;
        }
        String name = last(fault).getPropertyName();
        Iterator<SettableBeanProperty> all = bean.properties();
        while (all.hasNext()) {
            SettableBeanProperty property = all.next();
            if (property.getName().equals(name)) {
                return of(property);
            }
        }
        return null;
    }

    /** The other names under which the property of a step may have come. */
    static List<String> aliases(Reference step, DeserializationContext context) {
        BeanDeserializerBase bean = bean(step, context);
        List<String> aliases = new ArrayList<>();
        if (bean != null) {
            bean.properties().forEachRemaining(property -> {
                if (property.getName().equals(step.getPropertyName())) {
                    property.findAliases(context.getConfig()).forEach(alias -> aliases.add(alias.getSimpleName()));
                }
            });
        }
        return aliases;
    }

    /** What Jackson misses in an object: the property it gave up at, and all others that it would give up at. */
    public static List<CreatorProperty> lacking(
            JacksonException fault, SentValue object, DeserializationContext context) {
        List<SettableBeanProperty> missed = new ArrayList<>();
        BeanDeserializerBase bean = beanAtTheEnd(fault, context);
        String told = last(fault).getPropertyName();
        boolean named = false;
        if (bean != null) {
            Iterator<SettableBeanProperty> all = bean.creatorProperties();
            while (all.hasNext()) {
                SettableBeanProperty property = all.next();
                named |= property.getName().equals(told);
                if (!isSent(property, property.getName().equals(told), object, context)
                        && isMissed(property, context)) {
                    missed.add(property);
                }
            }
        }
        List<CreatorProperty> lacking = new ArrayList<>();
        missed.stream()
                .sorted(Comparator.comparingInt(SettableBeanProperty::getCreatorIndex))
                .map(CreatorProperty::of)
                .forEach(lacking::add);
        if (!named && told != null && object.children().stream().noneMatch(child -> told.equals(child.name()))) {
            lacking.add(new CreatorProperty(told, context.constructType(Object.class), null));
        }
        return lacking;
    }

    /** Whether it came: what Jackson misses only if it is left out here, another under any spelling. */
    private static boolean isSent(
            SettableBeanProperty property, boolean told, SentValue object, DeserializationContext context) {
        List<PropertyName> aliases = property.findAliases(context.getConfig());
        return object.children().stream()
                .filter(child -> !told || child.isOmitted())
                .map(child -> String.valueOf(child.name()))
                .anyMatch(sent -> sent.equalsIgnoreCase(property.getName())
                        || aliases.stream().anyMatch(alias -> sent.equalsIgnoreCase(alias.getSimpleName())));
    }

    /** As Jackson does it for a property that did not come. */
    private static boolean isMissed(SettableBeanProperty property, DeserializationContext context) {
        if (property.getInjectionDefinition() != null) {
            return false;
        }
        if (property.isRequired()) {
            return true;
        }
        try {
            if (property.getNullValueProvider().getAbsentValue(context) == null) {
                property.getValueDeserializer().getAbsentValue(context);
            }
            return false;
        } catch (JacksonException e) {
            return true;
        }
    }

    private static CreatorProperty of(SettableBeanProperty property) {
        return new CreatorProperty(
                property.getName(),
                property.getType(),
                property.getMember() == null ? null : NotNullAnnotations.messageOf(property.getMember()));
    }

    private static Reference last(JacksonException fault) {
        List<Reference> path = fault.getPath();
        return path.isEmpty() ? new Reference(null, -1) : path.get(path.size() - 1);
    }

    private static @Nullable BeanDeserializerBase beanAtTheEnd(JacksonException fault, DeserializationContext context) {
        return bean(last(fault), context);
    }

    private static @Nullable BeanDeserializerBase bean(Reference step, DeserializationContext context) {
        Object from = step.from();
        if (from == null || step.getPropertyName() == null) {
            return null;
        }
        try {
            JavaType type = context.constructType(from instanceof Class<?> known ? known : from.getClass());
            ValueDeserializer<?> reader = context.findNonContextualValueDeserializer(type);
            while (reader.getDelegatee() != null) {
                reader = reader.getDelegatee();
            }
            return reader instanceof BeanDeserializerBase bean ? bean : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
