package io.skillsdk.internal.json.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.skillsdk.internal.json.Binding;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

/** A type is resolved as its class sees it, and refused at the start where no call could be served. */
class PayloadTypeTest {

    record Point(int x) {}

    abstract static class Base<A, B> {
        @SuppressWarnings("unused") // read by reflection
        void take(Map<A, List<? extends B[]>> payload) {}
    }

    static class Half<C> extends Base<String, C> {}

    static final class Whole extends Half<Point> {}

    private static Type parameter() {
        Method method = Arrays.stream(Base.class.getDeclaredMethods())
                .filter(each -> each.getName().equals("take"))
                .findFirst()
                .orElseThrow();
        return method.getGenericParameterTypes()[0];
    }

    @Test
    void theVariablesOfASuperclassAreThoseOfTheClassThatIsServed() {
        assertThat(PayloadType.of(parameter(), Base.class, Whole.class).describe())
                .isEqualTo("Map<String, List<Point[]>>");
    }

    @Test
    void aVariableThatNobodyKnowsIsRefusedWithTheFix() {
        assertThatExceptionOfType(UnbindableTypeException.class)
                .isThrownBy(() -> PayloadType.of(parameter(), Base.class, Half.class))
                .satisfies(refused -> {
                    assertThat(refused.typeName()).isEqualTo("B");
                    assertThat(refused.sentence()).contains("new Half<…>() {}");
                });
        assertThat(PayloadType.of(parameter(), Base.class, new Half<Point>() {}.getClass())
                        .describe())
                .isEqualTo("Map<String, List<Point[]>>");
    }

    @Test
    void theArgumentOfAWrapperIsWhatIsInIt() {
        Type stage = new TypeReference<CompletionStage<List<Point>>>() {}.getType();
        assertThat(PayloadType.describe(PayloadType.argumentOf(stage, CompletionStage.class)))
                .isEqualTo("List<Point>");
        assertThat(PayloadType.argumentOf(Point.class, CompletionStage.class)).isEqualTo(Point.class);
        assertThat(PayloadType.argumentOf(Optional.class, Optional.class)).isEqualTo(Object.class);
    }

    @Test
    void constraintsCanStandWhereObjectsOfTheAuthorsAre() {
        List<Type> with = List.of(
                Point.class,
                Point[].class,
                new TypeReference<Map<String, List<Point>>>() {}.getType(),
                new TypeReference<Optional<Point>>() {}.getType());
        List<Type> without = List.of(
                String.class,
                int.class,
                int[][].class,
                Thread.State.class,
                Object.class,
                new TypeReference<Map<Point, List<Integer>>>() {}.getType());
        with.forEach(
                type -> assertThat(typeOf(type).holdsBeans()).as("%s", type).isTrue());
        without.forEach(
                type -> assertThat(typeOf(type).holdsBeans()).as("%s", type).isFalse());
    }

    private static PayloadType typeOf(Type type) {
        // a record is no key, and nobody sends one here
        return type.getTypeName().contains("Map<") && type.getTypeName().contains("Point, ")
                ? PayloadType.of(new TypeReference<Map<String, List<Integer>>>() {}.getType())
                : PayloadType.of(type);
    }

    interface Abstract {}

    record Holding(Map<String, List<Abstract>> deep) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes(@JsonSubTypes.Type(value = Holding.class, name = "holding"))
    interface Choice {}

    static final class NoConstructor {
        @SuppressWarnings("unused") // it is what hinders Jackson
        private NoConstructor(int a, int b) {}
    }

    static final class Twice {
        @JsonCreator
        static Twice of(@com.fasterxml.jackson.annotation.JsonProperty("a") int a) {
            return new Twice();
        }

        @JsonCreator
        static Twice other(@com.fasterxml.jackson.annotation.JsonProperty("b") int b) {
            return new Twice();
        }
    }

    static final class Private {
        @SuppressWarnings("unused") // nothing sets it
        private @Nullable String text;
    }

    record HoldingPrivate(List<Optional<Private>> all) {}

    static Stream<Type> unbindable() {
        return Stream.of(
                Abstract.class,
                Holding.class,
                NoConstructor.class,
                Twice.class,
                Private.class,
                HoldingPrivate.class,
                Class.class,
                new TypeReference<Map<String, Class<?>>>() {}.getType(),
                new TypeReference<List<Abstract>>() {}.getType(),
                new TypeReference<Map<Point, Integer>>() {}.getType());
    }

    @ParameterizedTest
    @MethodSource("unbindable")
    void whatNoCallCouldBeServedWithIsRefusedAtTheStart(Type type) {
        assertThatExceptionOfType(UnbindableTypeException.class).isThrownBy(() -> PayloadType.of(type));
    }

    record Self(@Nullable Self next, List<Self> all, Map<String, Self[]> named) {}

    record Deep<T>(@Nullable Deep<List<T>> deeper, @Nullable T value) {}

    @ParameterizedTest
    @ValueSource(classes = {Self.class, Point.class})
    void aTypeThatContainsItselfIsLookedThroughOnce(Class<?> type) {
        assertThat(Binding.of(type).type().describe()).isEqualTo(type.getSimpleName());
    }

    @Test
    void twoTypesAreTheSameByWhatIsInThemToo() {
        PayloadType points = PayloadType.of(new TypeReference<List<Point>>() {}.getType());
        assertThat(points.sameAs(PayloadType.of(new TypeReference<List<Point>>() {}.getType())))
                .isTrue();
        assertThat(points.sameAs(PayloadType.of(new TypeReference<List<String>>() {}.getType())))
                .isFalse();
        assertThat(points.is(Iterable.class)).isTrue();
        assertThat(points.is(Map.class)).isFalse();
    }
}
