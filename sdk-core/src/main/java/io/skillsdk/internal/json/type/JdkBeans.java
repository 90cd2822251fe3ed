package io.skillsdk.internal.json.type;

import io.skillsdk.internal.json.mapper.Json;
import java.io.Closeable;
import java.lang.reflect.Modifier;
import java.text.Format;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.introspect.AnnotatedMember;

/**
 * Refuses classes of the JDK that Jackson takes for beans for want of anything better: a LongAdder made of {@code {}}, a BitSet made of
 * its size, a Scanner that reads the text it is made of. What it has a reader for, and what has members to set, is served.
 */
final class JdkBeans {

    /** Those that have something to set or a constructor that takes text, and are no values all the same. */
    private static final List<Class<?>> NO_VALUES = List.of(
            Closeable.class,
            AutoCloseable.class,
            Executor.class,
            Format.class,
            Random.class,
            Runnable.class,
            StringJoiner.class);

    private static final Set<String> NO_VALUES_BY_NAME = Set.of("java.util.Timer", "java.util.StringTokenizer");

    private JdkBeans() {}

    /** Refuses any of these types that is one, wherever it stands. */
    static void refuse(Set<JavaType> types) {
        DeserializationContext context = Json.MAPPER._deserializationContext();
        for (JavaType type : types) {
            Class<?> raw = type.getRawClass();
            if (isOfTheJdk(raw)
                    && type.isConcrete()
                    && !type.isContainerType()
                    && !type.isReferenceType()
                    && reader(type, context) instanceof BeanDeserializerBase bean
                    && bean.getClass().getName().startsWith("tools.jackson.databind.deser.bean.BeanDeserializer")
                    && !isValue(raw, bean)) {
                String name = PayloadType.describe(type);
                throw new UnbindableTypeException(
                        name,
                        name + " is a class of the JDK that has no form in JSON. Take the type of its value, such as"
                                + " long, String, a List or a record.");
            }
        }
    }

    private static boolean isValue(Class<?> type, BeanDeserializerBase bean) {
        return NO_VALUES.stream().noneMatch(each -> each.isAssignableFrom(type))
                && !NO_VALUES_BY_NAME.contains(type.getName())
                && (hasMembers(bean) || bean.getValueInstantiator().canCreateFromString());
    }

    /** Whether there is a member to set: private fields of the JDK are closed. */
    private static boolean hasMembers(BeanDeserializerBase bean) {
        for (Iterator<SettableBeanProperty> all = bean.properties(); all.hasNext(); ) {
            AnnotatedMember member = all.next().getMember();
            if (member != null && Modifier.isPublic(member.getMember().getModifiers())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable ValueDeserializer<?> reader(JavaType type, DeserializationContext context) {
        try {
            ValueDeserializer<?> reader = context.findNonContextualValueDeserializer(type);
            while (reader != null && reader.getDelegatee() != null) {
                reader = reader.getDelegatee();
            }
            return reader;
        } catch (JacksonException e) {
            // told where it is read
            return null;
        }
    }

    private static boolean isOfTheJdk(Class<?> type) {
        String module = type.getModule().getName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }
}
