package io.skillsdk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.skillsdk.BackgroundTasks;
import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.CallMeter;
import io.skillsdk.call.ContextCarrier;
import io.skillsdk.fabric.CachedArtifact;
import io.skillsdk.fabric.Fabric;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every constructor and method of the public API refuses null for each parameter that is not marked {@code @Nullable}, and for each key, value or element
 * of a map, list or array; the message names the parameter.
 */
class PublicApiNullsTest {

    /** Interfaces that authors implement and only the SDK calls. */
    private static final Set<Class<?>> BY_AUTHORS = Set.of(
            ActionInterceptor.class,
            BackgroundTasks.Task.class,
            CachedArtifact.Loader.class,
            CallListener.class,
            CallMeter.class,
            CallMeter.ActionMeter.class,
            ContextCarrier.class,
            ContextCarrier.Captured.class,
            ContextCarrier.Scope.class,
            // one is found by ServiceLoader; users call Fabric.fromProfile
            Fabric.Connector.class);

    private static final ApiSamples SAMPLES = new ApiSamples();

    @AfterAll
    static void close() {
        SAMPLES.close();
    }

    @TestFactory
    Stream<DynamicTest> nullIsRefusedAndTheParameterIsNamed() {
        return members().flatMap(PublicApiNullsTest::nulls);
    }

    @TestFactory
    Stream<DynamicTest> nullWithinAContainerIsRefusedAndTheParameterIsNamed() {
        return members().flatMap(PublicApiNullsTest::nullsWithin);
    }

    private static Stream<Executable> members() {
        return PublicApi.classes().stream()
                .filter(type -> !BY_AUTHORS.contains(type))
                .flatMap(type -> PublicApi.members(type).stream().filter(member -> isOwn(member, type)));
    }

    /** Methods are looked at where they are declared, or in the class of the API that has them from a hidden one. */
    private static boolean isOwn(Executable member, Class<?> type) {
        return member.getDeclaringClass() == type
                || !Modifier.isPublic(member.getDeclaringClass().getModifiers())
                || Modifier.isAbstract(member.getDeclaringClass().getModifiers());
    }

    private static Stream<DynamicTest> nulls(Executable member) {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < member.getParameterCount(); i++) {
            int index = i;
            if (!member.getParameterTypes()[i].isPrimitive() && !isNullable(typeOf(member, i))) {
                tests.add(dynamicTest(name(member, index) + " is not null", () -> assertRefused(member, index, null)));
            }
        }
        return tests.stream();
    }

    private static Stream<DynamicTest> nullsWithin(Executable member) {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < member.getParameterCount(); i++) {
            int index = i;
            containersWithNull(typeOf(member, i), member.getParameterTypes()[i])
                    .forEach(container -> tests.add(dynamicTest(
                            name(member, index) + " has no null", () -> assertRefused(member, index, container))));
        }
        return tests.stream();
    }

    /** That of a record's component, as its constructor has no annotations within the type. */
    private static AnnotatedType typeOf(Executable member, int index) {
        RecordComponent[] components = member.getDeclaringClass().getRecordComponents();
        boolean canonical =
                member instanceof Constructor && components != null && components.length == member.getParameterCount();
        return canonical && !member.getAnnotatedParameterTypes()[index].isAnnotationPresent(Nullable.class)
                ? components[index].getAnnotatedType()
                : member.getAnnotatedParameterTypes()[index];
    }

    private static List<Object> containersWithNull(AnnotatedType annotated, Class<?> type) {
        if (isNullable(annotated)) {
            return List.of();
        }
        if (annotated instanceof AnnotatedArrayType array
                && !type.getComponentType().isPrimitive()) {
            return isNullable(array.getAnnotatedGenericComponentType())
                    ? List.of()
                    : List.of(java.lang.reflect.Array.newInstance(type.getComponentType(), 1));
        }
        if (!(annotated instanceof AnnotatedParameterizedType parameterized)) {
            return List.of();
        }
        AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
        List<Object> containers = new ArrayList<>();
        if (type == Map.class) {
            containers.add(Collections.singletonMap(null, "value"));
            if (!isNullable(arguments[1])) {
                containers.add(Collections.singletonMap("key", null));
            }
        } else if (Collection.class.isAssignableFrom(type) && !isNullable(arguments[0])) {
            containers.add(Collections.singletonList(null));
        }
        return containers;
    }

    private static boolean isNullable(AnnotatedType type) {
        if (type instanceof AnnotatedWildcardType wildcard) {
            // ? alone says nothing of null, and is taken as ? extends Object: say ? extends @Nullable Object
            return Arrays.stream(wildcard.getAnnotatedUpperBounds()).anyMatch(PublicApiNullsTest::isNullable);
        }
        return type.isAnnotationPresent(Nullable.class);
    }

    private static void assertRefused(Executable member, int index, @Nullable Object given) {
        @Nullable Object[] arguments = new Object[member.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = SAMPLES.argument(member.getParameterTypes()[i], member.getGenericParameterTypes()[i]);
        }
        arguments[index] = given;
        Parameter parameter = member.getParameters()[index];
        Throwable thrown = catchThrowable(() -> call(member, arguments));
        assertThat(thrown).as("what %s throws", name(member, index)).isInstanceOf(NullPointerException.class);
        assertThat(String.valueOf(thrown.getMessage()))
                .as("the message of what %s throws", name(member, index))
                .matches(parameter.getName() + "([ :].*)?");
    }

    private static void call(Executable member, @Nullable Object... arguments) throws Throwable {
        try {
            if (member instanceof Constructor<?> constructor) {
                constructor.newInstance(arguments);
            } else if (member instanceof Method method) {
                Object instance = Modifier.isStatic(method.getModifiers())
                        ? null
                        : SAMPLES.of(method.getDeclaringClass())
                                .orElseGet(() -> SAMPLES.ofSubclass(method.getDeclaringClass()));
                method.setAccessible(true); // the classes behind the interfaces are hidden
                method.invoke(instance, arguments);
            }
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static String name(Executable member, int index) {
        String types = Arrays.stream(member.getParameters())
                .map(parameter -> parameter.getType().getSimpleName() + " " + parameter.getName())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        String of = member instanceof Method
                ? member.getDeclaringClass().getSimpleName() + "." + member.getName()
                : member.getDeclaringClass().getSimpleName();
        return of + "(" + types + "): " + member.getParameters()[index].getName();
    }
}
