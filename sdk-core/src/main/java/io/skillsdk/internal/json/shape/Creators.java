package io.skillsdk.internal.json.shape;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JavaType;

/** What a class is made of, as far as its constructors and their annotations tell. */
final class Creators {

    private Creators() {}

    /** A class that is made of one string is written as one. */
    static JsonShape ofNoMembers(JavaType type) {
        for (Constructor<?> constructor : type.getRawClass().getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == String.class) {
                return new JsonShape.Scalar(type, JsonShape.Kind.STRING, "", "a string", List.of());
            }
        }
        return new JsonShape.Anything(type);
    }

    /** Whether a class is made of what it is written as: then it is read from that, too. */
    static boolean isMadeOf(JavaType type, Class<?> value) {
        return type.isConcrete()
                && Arrays.stream(type.getRawClass().getDeclaredConstructors())
                        .anyMatch(each -> each.getParameterCount() == 1 && each.getParameterTypes()[0] == value);
    }

    /** Whether its author has given it more than one creator: then it is read from more than it is written as. */
    static boolean areSeveral(JavaType type) {
        Class<?> raw = type.getRawClass();
        return Stream.<AccessibleObject>concat(
                                Arrays.stream(raw.getDeclaredConstructors()), Arrays.stream(raw.getDeclaredMethods()))
                        .filter(each -> each.isAnnotationPresent(JsonCreator.class))
                        .count()
                > 1;
    }
}
