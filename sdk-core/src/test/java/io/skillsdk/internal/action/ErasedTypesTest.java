package io.skillsdk.internal.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The parameters of inherited methods, as the compiler erases those of the method that overrides them. */
class ErasedTypesTest {

    interface Base<T, U extends Number & Comparable<U>> {
        void one(T value);

        void two(U value, List<T> list);

        void three(T[] array, Map<? extends T, U>[] maps);

        <V extends Serializable> void four(V own, int plain);
    }

    interface Middle<X> extends Base<List<X>, Integer> {}

    abstract static class Left<A> implements Middle<A> {}

    abstract static class Concrete extends Left<String> {}

    @SuppressWarnings("rawtypes")
    abstract static class Raw implements Base {}

    abstract static class Arrays2 implements Base<String[], Long> {}

    static class Overriding implements Middle<String> {
        @Override
        public void one(List<String> value) {}

        @Override
        public void two(Integer value, List<List<String>> list) {}

        @Override
        public void three(List<String>[] array, Map<? extends List<String>, Integer>[] maps) {}

        @Override
        public <V extends Serializable> void four(V own, int plain) {}
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsInheritedHasTheParametersOfWhatOverridesIt() {
        for (String name : List.of("one", "two", "three", "four")) {
            List<Class<?>> declared = List.of(method(Overriding.class, name).getParameterTypes());
            Method inherited = method(Base.class, name);
            assertThat(new ErasedTypes(Overriding.class).parametersOf(inherited))
                    .as(name)
                    .isEqualTo(declared);
            assertThat(new ErasedTypes(Concrete.class).parametersOf(inherited))
                    .as(name)
                    .isEqualTo(declared);
        }
    }

    @Test
    void aRawTypeHasTheBoundsOfItsVariables() {
        ErasedTypes raw = new ErasedTypes(Raw.class);
        assertThat(raw.parametersOf(method(Base.class, "one"))).isEqualTo(List.of(Object.class));
        assertThat(raw.parametersOf(method(Base.class, "two"))).isEqualTo(List.of(Number.class, List.class));
        assertThat(raw.parametersOf(method(Base.class, "three"))).isEqualTo(List.of(Object[].class, Map[].class));
        assertThat(raw.parametersOf(method(Base.class, "four"))).isEqualTo(List.of(Serializable.class, int.class));
    }

    @Test
    void aVariableMayStandForAnArray() {
        ErasedTypes arrays = new ErasedTypes(Arrays2.class);
        assertThat(arrays.parametersOf(method(Base.class, "one"))).isEqualTo(List.of(String[].class));
        assertThat(arrays.parametersOf(method(Base.class, "three"))).isEqualTo(List.of(String[][].class, Map[].class));
    }
}
