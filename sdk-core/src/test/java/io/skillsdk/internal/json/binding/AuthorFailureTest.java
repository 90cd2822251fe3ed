package io.skillsdk.internal.json.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.skillsdk.SkillException;
import io.skillsdk.internal.json.Binding;
import io.skillsdk.internal.json.PayloadFailure;
import io.skillsdk.internal.json.mapper.Json;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** To whom an exception speaks: the sender hears what is about the value, the author what is about the code. */
class AuthorFailureTest {

    static Stream<TypeReference<?>> mapsThatTakeNoNull() {
        return Stream.of(
                new TypeReference<ConcurrentHashMap<String, String>>() {},
                new TypeReference<ConcurrentMap<String, String>>() {},
                new TypeReference<ConcurrentSkipListMap<String, String>>() {},
                new TypeReference<Hashtable<String, String>>() {});
    }

    static Stream<TypeReference<?>> collectionsThatTakeNoNull() {
        return Stream.of(
                new TypeReference<ArrayDeque<String>>() {},
                new TypeReference<ArrayDeque<LocalDate>>() {},
                new TypeReference<SortedSet<String>>() {},
                new TypeReference<TreeSet<String>>() {},
                new TypeReference<TreeSet<Integer>>() {},
                new TypeReference<PriorityQueue<Integer>>() {});
    }

    @ParameterizedTest
    @MethodSource("mapsThatTakeNoNull")
    void aNullThatAMapDoesNotTakeIsTheSendersToFix(TypeReference<?> type) {
        Binding map = Binding.of(type);
        assertThat(map.faults("{\"a\":\"x\",\"b\":null}"))
                .containsExactly("payload.b must not be null, and must be a string");
        assertThat(map.takes("{\"a\":\"x\"}")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("collectionsThatTakeNoNull")
    void aNullThatACollectionDoesNotTakeIsNamedAsAnElement(TypeReference<?> type) {
        Binding collection = Binding.of(type);
        assertThat(collection.fields("[null]")).containsExactly("payload[0]");
        assertThat(collection.faults("[null]"))
                .allSatisfy(fault -> assertThat(fault)
                        .contains("must not be null, and must be")
                        .doesNotContain("array"));
        assertThat(collection.takes("[]")).isTrue();
    }

    @Test
    void aCollectionThatIsFilledAtItsEndNamesNoAuthorEither() {
        Binding queue = Binding.of(new TypeReference<ArrayBlockingQueue<Integer>>() {});
        assertThat(queue.fields("[1,null]")).isNotEmpty();
        assertThat(queue.echoed("[1,2]")).isEqualTo("[1,2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\\\x", "C:\\\\Users\\\\me", "file:no", "http://a/b", "\\u0000"})
    void aTextThatIsNoPathHereIsTheSendersToFix(String path) {
        assertThat(Binding.of(Path.class).fields("\"" + path + "\"")).containsExactly("payload");
    }

    record Sorted(int n) implements Comparable<Sorted> {
        @Override
        public int compareTo(Sorted other) {
            throw new NullPointerException("in the order");
        }
    }

    record Trimmed(String text, int n) {
        Trimmed {
            text = text.strip();
        }
    }

    record Checked(String text) {
        Checked {
            Objects.requireNonNull(text, "text");
        }
    }

    record Dated(int month) {
        Dated {
            LocalDate.of(2026, month, 1);
        }
    }

    static Stream<Map.Entry<Class<?>, String>> faultsOfTheAuthors() {
        return Stream.of(
                Map.entry(Trimmed.class, "{\"n\":1}"),
                Map.entry(Checked.class, "{}"),
                Map.entry(Dated.class, "{\"month\":13}"));
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheAuthors")
    void whatTheAuthorsCodeAsksOfTheJdkIsTheAuthorsToFix(Map.Entry<Class<?>, String> fault) {
        assertThat(catchThrowable(() -> Binding.of(fault.getKey()).read(fault.getValue())))
                .isInstanceOf(PayloadFailure.class);
    }

    @Test
    void anOrderOfTheAuthorsThatFailsIsTheAuthorsToFix() {
        Binding sorted = Binding.of(new TypeReference<TreeSet<Sorted>>() {});
        assertThat(catchThrowable(() -> sorted.read("[{\"n\":1},{\"n\":2}]")))
                .isInstanceOf(PayloadFailure.class)
                .hasRootCauseMessage("in the order");
    }

    @Test
    void anExceptionOfTheAuthorsSpeaksToTheSenderWhereItIsAnIllegalArgument() {
        assertThat(AuthorFailure.blamesTheSender(new IllegalArgumentException("no")))
                .isTrue();
        assertThat(AuthorFailure.blamesTheSender(new NumberFormatException("no")))
                .isTrue();
        assertThat(AuthorFailure.blamesTheSender(SkillException.badRequest("no")))
                .isFalse();
        assertThat(AuthorFailure.blamesTheSender(new IllegalStateException("no")))
                .isFalse();
        assertThat(AuthorFailure.blamesTheSender(new DateTimeException("no"))).isFalse();
        assertThat(AuthorFailure.blamesTheSender(new NullPointerException("no")))
                .isFalse();
    }

    @Test
    void wordsOfTheJdkAndNamesOfClassesAreKeptFromTheSender() {
        String vague = "has a value that is not allowed";
        assertThat(AuthorFailure.words(new IllegalArgumentException("must be even")))
                .isEqualTo("is refused: must be even");
        assertThat(AuthorFailure.words(new IllegalArgumentException(" "))).isEqualTo(vague);
        assertThat(AuthorFailure.words(new IllegalArgumentException((String) null)))
                .isEqualTo(vague);
        assertThat(AuthorFailure.words(new IllegalArgumentException("no acme.Order here")))
                .isEqualTo(vague);
        assertThat(AuthorFailure.words(new IllegalArgumentException("SomeException")))
                .isEqualTo(vague);
        assertThat(AuthorFailure.words(catchThrowable(() -> Integer.parseInt("x"))))
                .isEqualTo(vague);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Say more. Then go on.",
                "See acme.com/Help",
                "e.g. one",
                "1.5 is too much",
                "v.2.X",
                "A.B",
                "ends with a dot."
            })
    void aSentenceIsNotTakenForTheNameOfAClass(String sentence) {
        assertThat(AuthorFailure.isTechnical(sentence)).as(sentence).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.String", "acme.Order$Line", "in a.b.c.Deep it is", "x NullPointerException y"})
    void theNameOfAClassIsKnown(String text) {
        assertThat(AuthorFailure.isTechnical(text)).as(text).isTrue();
    }

    @Test
    void aNameIsLookedForAtTheBeginningOfALongText() {
        // only its beginning is looked at: the time-out of JUnit is the limit
        assertThat(AuthorFailure.isTechnical("a.".repeat(500_000) + "X")).isFalse();
    }

    @Test
    void lomboksSentenceNamesItsMember() {
        assertThat(AuthorFailure.memberThatIsNull(new NullPointerException("name is marked non-null but is null")))
                .isEqualTo("name");
        assertThat(AuthorFailure.memberThatIsNull(new IllegalArgumentException("name is marked non-null but is null")))
                .isEqualTo("name");
        assertThat(AuthorFailure.memberThatIsNull(new IllegalStateException("name is marked non-null but is null")))
                .isNull();
        assertThat(AuthorFailure.memberThatIsNull(new NullPointerException("a b is marked non-null but is null")))
                .isNull();
        assertThat(AuthorFailure.memberThatIsNull(new NullPointerException())).isNull();
    }

    static final class Throwing {
        @SuppressWarnings("unused") // read by Jackson
        public void setA(@Nullable String value) {
            throw new IllegalStateException("deep");
        }
    }

    @Test
    void theAuthorsExceptionIsFoundBehindAllOfJacksons() {
        JacksonException thrown = (JacksonException)
                catchThrowable(() -> Json.MAPPER.readValue("[{\"a\":\"x\"}]", new TypeReference<List<Throwing>>() {}));
        assertThat(AuthorFailure.behind(thrown)).hasMessage("deep").isInstanceOf(IllegalStateException.class);
        JacksonException mismatch =
                (JacksonException) catchThrowable(() -> Json.MAPPER.readValue("[]", Throwing.class));
        assertThat(AuthorFailure.behind(mismatch)).isNull();
    }
}
