package io.skillsdk.internal.json.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.skillsdk.SkillResponse;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/** What cannot be meant as an answer is refused at the start, wherever it stands in what is declared. */
class ResultTypeTest {

    record InMember(Supplier<String> later) {}

    record InContainers(Map<String, List<Callable<String>>> all) {}

    record InOptional(Optional<InputStream> content) {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record InTuple(int n, Thread thread) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes(@JsonSubTypes.Type(value = Sub.class, name = "sub"))
    interface Base {}

    record Sub(int n, Future<String> later) implements Base {}

    record InVariant(List<Base> all) {}

    record Recursive(@Nullable Recursive next, Map<String, Recursive> all, Runnable task) {}

    static Stream<Type> refused() {
        return Stream.of(
                InMember.class,
                InContainers.class,
                InOptional.class,
                InTuple.class,
                Base.class,
                InVariant.class,
                Recursive.class,
                new TypeReference<Map<String, Base>>() {}.getType(),
                new TypeReference<List<? extends Callable<?>>>() {}.getType(),
                new TypeReference<CompletionStage<CompletionStage<String>>>() {}.getType(),
                new TypeReference<Optional<SkillResponse<String>>>() {}.getType(),
                new TypeReference<Callable<String>[]>() {}.getType());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeMeantIsRefusedAtTheStart(Type type) {
        assertThatExceptionOfType(UnwritableTypeException.class)
                .isThrownBy(() -> ResultType.of(type))
                .satisfies(refused -> assertThat(refused.sentence())
                        .contains(" is not an answer. ")
                        .matches(".*(Return|Read it).*"));
    }

    static final class Count extends ValueSerializer<Counter> {
        @Override
        public void serialize(Counter value, JsonGenerator generator, SerializationContext context) {
            generator.writeNumber(value.get());
        }
    }

    /** A supplier that its author writes. */
    @JsonSerialize(using = Count.class)
    interface Counter extends Supplier<Integer> {}

    static final class Written extends ValueSerializer<Callable<String>> {
        @Override
        public void serialize(Callable<String> value, JsonGenerator generator, SerializationContext context) {
            generator.writeString("called");
        }
    }

    record Own(
            Counter counter,
            @JsonSerialize(using = Written.class) Callable<String> call,
            @JsonIgnore Thread thread) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes(@JsonSubTypes.Type(value = Leaf.class, name = "leaf"))
    sealed interface Tree {}

    @JsonFormat(shape = JsonFormat.Shape.OBJECT)
    record Leaf(List<Tree> trees, @Nullable Tree one) implements Tree {}

    @Test
    void whatItsAuthorWritesIsAnAnswer() throws Exception {
        Own own = new Own(() -> 5, () -> "x", Thread.currentThread());
        assertThat(written(own, Own.class)).isEqualTo("{\"payload\":{\"counter\":5,\"call\":\"called\"}}");
    }

    @Test
    void aTypeThatContainsItselfIsLookedThroughOnce() throws Exception {
        assertThat(written(new Leaf(List.of(new Leaf(List.of(), null)), null), Tree.class))
                .isEqualTo(
                        "{\"payload\":{\"type\":\"leaf\",\"trees\":[{\"type\":\"leaf\",\"trees\":[],\"one\":null}],\"one\":null}}");
    }

    private static String written(Object value, Type type) throws Exception {
        return new String(new AnswerWriter(10_000).write(value, ResultType.of(type), null), StandardCharsets.UTF_8);
    }

    static final class Closed {
        @SuppressWarnings("unused") // nothing shows it
        private int hidden;
    }

    @Test
    void aClassThatShowsNothingIsRefusedWithTheFix() {
        assertThatExceptionOfType(UnwritableTypeException.class)
                .isThrownBy(() -> ResultType.of(new TypeReference<Map<String, Optional<Closed>>>() {}.getType()))
                .withMessage(
                        "Closed shows nothing: it has neither getters nor public fields. Make it a record, or give it getters.");
    }

    @Test
    void onlyAnOptionalMayBeNothing() {
        assertThat(ResultType.of(new TypeReference<Optional<String>>() {}.getType())
                        .isOptional())
                .isTrue();
        assertThat(ResultType.of(String.class).isOptional()).isFalse();
        assertThat(ResultType.of(new TypeReference<Map<String, List<int[]>>>() {}.getType())
                        .describe())
                .isEqualTo("Map<String, List<int[]>>");
    }
}
