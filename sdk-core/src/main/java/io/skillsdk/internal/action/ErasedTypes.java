package io.skillsdk.internal.action;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes behind the types of inherited methods, with the type variables as one class gives them. */
final class ErasedTypes {

    private final Map<TypeVariable<?>, Type> bindings = new HashMap<>();

    ErasedTypes(Class<?> concrete) {
        collect(concrete);
    }

    /** The parameters of a method, as the class would have to declare them to override it. */
    List<Class<?>> parametersOf(Method method) {
        return Arrays.<Type>stream(method.getGenericParameterTypes())
                .<Class<?>>map(this::erase)
                .toList();
    }

    private void collect(@Nullable Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Class<?> raw = (Class<?>) parameterized.getRawType();
            TypeVariable<?>[] variables = raw.getTypeParameters();
            Type[] arguments = parameterized.getActualTypeArguments();
            for (int i = 0; i < variables.length; i++) {
                bindings.putIfAbsent(variables[i], arguments[i]);
            }
            collect(raw);
        } else if (type instanceof Class<?> raw) {
            collect(raw.getGenericSuperclass());
            for (Type parent : raw.getGenericInterfaces()) {
                collect(parent);
            }
        }
    }

    private Class<?> erase(Type type) {
        if (type instanceof Class<?> raw) {
            return raw;
        }
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return erase(array.getGenericComponentType()).arrayType();
        }
        if (type instanceof WildcardType wildcard) {
            return erase(wildcard.getUpperBounds()[0]);
        }
        TypeVariable<?> variable = (TypeVariable<?>) type;
        Type bound = bindings.get(variable);
        return erase(bound == null ? variable.getBounds()[0] : bound);
    }
}
