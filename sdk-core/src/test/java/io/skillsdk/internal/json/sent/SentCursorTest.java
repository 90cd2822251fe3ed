package io.skillsdk.internal.json.sent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.skillsdk.internal.json.Binding;
import io.skillsdk.internal.json.mapper.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** What was sent is given again: without what is left out, from any place on, what tells the type first, nothing twice. */
class SentCursorTest {

    private static SentValue sent(String json) {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            SentValue value = SentReader.read(parser);
            assertThat(value).isNotNull();
            return value;
        }
    }

    /** What a parser gives, as JSON. */
    private static String text(SentParser parser) {
        List<String> tokens = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            tokens.add(
                    token == JsonToken.PROPERTY_NAME
                            ? parser.currentName() + ":"
                            : token.isStructStart() || token.isStructEnd() ? token.asString() : parser.getString());
        }
        return String.join(" ", tokens);
    }

    private static String from(String json, @Nullable String discriminator, int first) {
        return text(new SentParser(sent(json), null, discriminator, first));
    }

    @Test
    void whatTellsTheTypeComesFirstAndOnce() {
        assertThat(from("{\"a\":1,\"kind\":\"x\",\"b\":2}", "kind", 0)).isEqualTo("{ kind: x a: 1 b: 2 }");
        assertThat(from("{\"kind\":\"x\",\"a\":1}", "kind", 0)).isEqualTo("{ kind: x a: 1 }");
        assertThat(from("{\"a\":1,\"kind\":\"x\",\"b\":2}", "kind", 2)).isEqualTo("{ kind: x b: 2 }");
        assertThat(from("{\"a\":1}", "kind", 0)).isEqualTo("{ a: 1 }");
    }

    @Test
    void ofTwoThatTellTheTypeTheFirstOneDoes() {
        assertThat(from("{\"a\":1,\"kind\":\"x\",\"kind\":\"y\"}", "kind", 0)).isEqualTo("{ kind: x a: 1 kind: y }");
    }

    @Test
    void onlyTheWholeHasWhatTellsItsType() {
        assertThat(from("{\"a\":{\"b\":1,\"kind\":\"y\"},\"kind\":\"x\"}", "kind", 0))
                .isEqualTo("{ kind: x a: { b: 1 kind: y } }");
    }

    @Test
    void whatIsLeftOutIsNotGivenWhereverItStands() {
        SentValue root = sent("{\"a\":[1,{\"b\":2},3],\"c\":{\"d\":4}}");
        SentValue array = root.children().get(0);
        array.children().get(0).omit();
        array.children().get(2).omit();
        root.children().get(1).children().get(0).omit();
        assertThat(text(new SentParser(root, ObjectReadContext.empty()))).isEqualTo("{ a: [ { b: 2 } ] c: { } }");
        array.omit();
        assertThat(text(new SentParser(root, ObjectReadContext.empty()))).isEqualTo("{ c: { } }");
    }

    @ParameterizedTest
    @CsvSource({"0, [ 1 2 3 ]", "1, [ 2 3 ]", "2, [ 3 ]", "3, [ ]"})
    void anArrayIsGivenFromAnyPlaceOn(int first, String given) {
        assertThat(from("[1,2,3]", null, first)).isEqualTo(given);
    }

    @Test
    void thePositionIsTheValueThatWasJustReadOrGoneInto() {
        SentValue root = sent("{\"a\":[1]}");
        SentValue array = root.children().get(0);
        SentParser parser = new SentParser(root, ObjectReadContext.empty());
        assertThat(parser.position()).isSameAs(root);
        parser.nextToken();
        parser.nextToken();
        assertThat(parser.pending()).isSameAs(array);
        assertThat(parser.getObjectId()).isNull();
        parser.nextToken();
        assertThat(parser.pending()).isNull();
        assertThat(parser.getObjectId()).isSameAs(array);
        parser.nextToken();
        assertThat(parser.position()).isSameAs(array.children().get(0));
        parser.nextToken();
        assertThat(parser.position()).isSameAs(array);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Bean.class, name = "bean"),
        @JsonSubTypes.Type(value = Row.class, name = "row"),
        @JsonSubTypes.Type(value = Own.class, name = "7")
    })
    interface Open {}

    static final class Bean implements Open {
        public int n;
        private final Map<String, Integer> others = new TreeMap<>();

        @JsonAnySetter
        void set(String name, Integer value) {
            others.put(name, value);
        }

        @JsonAnyGetter
        Map<String, Integer> others() {
            return others;
        }
    }

    record Row(int n, @JsonAnySetter @JsonAnyGetter Map<String, Integer> others) implements Open {}

    record Own(int n, @Nullable Integer kind) implements Open {}

    @ParameterizedTest
    @ValueSource(strings = {"\"kind\":\"bean\",\"n\":\"x\",\"p\":1", "\"p\":1,\"n\":\"x\",\"kind\":\"row\""})
    void whatTellsTheTypeIsNotTakenForAMemberBesideAFault(String members) {
        assertThat(Binding.of(Open.class).fields("{" + members + "}")).containsExactly("payload.n");
        assertThat(Binding.of(Open.class).takes("{" + members.replace("\"x\"", "5") + "}"))
                .isTrue();
    }

    @Test
    void aMemberWithTheNameOfWhatTellsTheTypeIsLeftAloneToo() {
        assertThat(Binding.of(Open.class).fields("{\"kind\":\"7\",\"n\":\"x\"}"))
                .containsExactly("payload.n");
    }

    @Test
    void aSecondOneIsAMemberLikeAnyOther() {
        assertThat(Binding.of(Open.class).fields("{\"kind\":\"bean\",\"n\":\"x\",\"kind\":\"row\"}"))
                .containsExactly("payload.n", "payload.kind");
        assertThat(Binding.of(Open.class).fields("{\"kind\":\"bean\",\"n\":1,\"kind\":\"row\"}"))
                .containsExactly("payload.kind");
    }
}
