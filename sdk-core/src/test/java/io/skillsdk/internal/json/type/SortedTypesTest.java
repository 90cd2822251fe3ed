package io.skillsdk.internal.json.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.skillsdk.internal.json.Binding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

class SortedTypesTest {

    record Point(int x) {}

    record Version(int n) implements Comparable<Version> {
        @Override
        public int compareTo(Version other) {
            return Integer.compare(n, other.n);
        }
    }

    static final class Code {
        final String text;

        public Code(String text) {
            this.text = text;
        }
    }

    record Holder(Map<String, List<SortedSet<Point>>> deep) {}

    static Stream<TypeReference<?>> unordered() {
        return Stream.of(
                new TypeReference<TreeSet<Point>>() {},
                new TypeReference<SortedSet<Point>>() {},
                new TypeReference<PriorityQueue<Point>>() {},
                new TypeReference<PriorityBlockingQueue<Point>>() {},
                new TypeReference<ConcurrentSkipListSet<List<Integer>>>() {},
                new TypeReference<TreeMap<Code, Integer>>() {},
                new TypeReference<Holder>() {});
    }

    static Stream<Map.Entry<TypeReference<?>, String>> ordered() {
        return Stream.of(
                Map.entry(new TypeReference<TreeSet<Version>>() {}, "[{\"n\":2},{\"n\":1}]"),
                Map.entry(new TypeReference<PriorityQueue<LocalDate>>() {}, "[\"2026-01-31\",\"2026-01-30\"]"),
                Map.entry(new TypeReference<NavigableMap<UUID, Integer>>() {}, "{}"),
                Map.entry(new TypeReference<SortedMap<String, Point>>() {}, "{\"b\":{\"x\":1},\"a\":{\"x\":2}}"),
                Map.entry(new TypeReference<TreeSet<Object>>() {}, "[2,1]"));
    }

    @ParameterizedTest
    @MethodSource("unordered")
    void whatHasNoOrderCannotBeSortedAndIsRefusedAtTheStart(TypeReference<?> type) {
        assertThatExceptionOfType(UnbindableTypeException.class)
                .isThrownBy(() -> Binding.of(type))
                .satisfies(refused -> assertThat(refused.sentence())
                        .contains("is sorted, and", "has no order. Make that Comparable"));
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void whatHasAnOrderIsRead(Map.Entry<TypeReference<?>, String> sorted) {
        assertThat(Binding.of(sorted.getKey()).takes(sorted.getValue())).isTrue();
    }
}
