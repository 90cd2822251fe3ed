package io.skillsdk.internal.json.sent;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.json.mapper.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

class SentReaderTest {

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static @Nullable SentValue read(String json) {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            return SentReader.read(parser);
        }
    }

    @Test
    void everythingThatWasSentIsThereDoubleKeysToo() {
        SentValue root = read("{\"a\":1,\"b\":[true,null],\"a\":\"2\"}");
        assertThat(root).isNotNull();
        assertThat(root.children()).extracting(SentValue::name).containsExactly("a", "b", "a");
        assertThat(root.child("a")).isSameAs(root.children().get(2));
        assertThat(root.firstChild("a")).isSameAs(root.children().get(0));
        assertThat(root.child("c")).isNull();
        assertThat(root.children().get(0).text()).isEmpty();
        assertThat(root.children().get(0).isWrittenAs("1")).isTrue();
        assertThat(root.children().get(2).text()).isEqualTo("2");
        assertThat(root.children().get(1).children().get(1).isWrittenAs("null")).isFalse();
    }

    @Test
    void nothingIsReadFromNothing() {
        assertThat(read("")).isNull();
        assertThat(read(" ")).isNull();
    }

    @Test
    void whatFollowsIsLeftToOthers() {
        try (JsonParser parser = Json.MAPPER.createParser("[1] {\"a\":2}")) {
            SentReader.read(parser);
            SentValue second = SentReader.read(parser);
            assertThat(second).isNotNull();
            assertThat(second.child("a")).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void placesTellTheOrderOfSending(long seed) {
        SentValue root = read(new RandomJson(seed).value(6));
        assertThat(root).isNotNull();
        List<Integer> begins = new ArrayList<>();
        collect(root, begins);
        assertThat(begins).isSorted().doesNotHaveDuplicates();
    }

    private static void collect(SentValue value, List<Integer> begins) {
        begins.add(value.ordinal());
        int last = value.ordinal();
        for (int i = 0; i < value.children().size(); i++) {
            SentValue child = value.children().get(i);
            assertThat(child.index()).isEqualTo(i);
            assertThat(child.parent()).isSameAs(value);
            assertThat(child.name() != null).isEqualTo(value.token() == JsonToken.START_OBJECT);
            assertThat(child.ordinal()).isGreaterThan(last);
            collect(child, begins);
            last = child.end();
        }
        assertThat(value.end()).isGreaterThanOrEqualTo(last);
        assertThat(value.token().isStructStart() || value.end() == value.ordinal())
                .isTrue();
    }

    @Test
    void anObjectThatWasNotSentComesAfterAllThatWas() {
        SentValue root = read("{}");
        SentValue absent = SentValue.emptyObject(root, "payload");
        assertThat(absent.ordinal()).isEqualTo(Integer.MAX_VALUE);
        assertThat(absent.children()).isEmpty();
        assertThat(absent.parent()).isSameAs(root);
    }
}
