package io.skillsdk.internal.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.Header;
import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.QueryParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.Violation;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedParameterTest {

    enum Order {
        NEWEST,
        OLDEST
    }

    static final class Search {
        @SkillAction(path = "search/{page}", method = HttpMethod.GET)
        Object search(
                @PathParameter("page") int page,
                @QueryParameter("text") String text,
                @QueryParameter("limit") int limit,
                @QueryParameter("exact") boolean exact,
                @QueryParameter(value = "order", defaultValue = "NEWEST") Order order,
                @QueryParameter("from") Optional<LocalDate> from,
                @QueryParameter("at-most") OptionalInt atMost,
                @QueryParameter("tag") List<String> tags,
                @QueryParameter("id") Set<Long> ids,
                @QueryParameter(
                                value = "part",
                                defaultValue = {"a", "b"})
                        List<String> parts,
                @Header("X-Tenant") Optional<String> tenant,
                @Header(value = "X-Retries", defaultValue = "3") Integer retries) {
            Map<String, Object> seen = new LinkedHashMap<>();
            seen.put("page", page);
            seen.put("text", text);
            seen.put("limit", limit);
            seen.put("exact", exact);
            seen.put("order", order);
            seen.put("from", from);
            seen.put("atMost", atMost);
            seen.put("tags", tags);
            seen.put("ids", ids);
            seen.put("parts", parts);
            seen.put("tenant", tenant);
            seen.put("retries", retries);
            return seen;
        }
    }

    static final class Strict {
        @SkillAction
        Object strict(
                @QueryParameter(value = "limit", required = true) int limit,
                @Header(value = "X-Tenant", required = true) String tenant,
                @Header("X-Count") List<Integer> counts) {
            return limit + tenant + counts;
        }
    }

    private final SkillTester search = SkillTester.of(new Search()).pathParameter("page", "2");

    private final SkillTester strict = SkillTester.of(new Strict());

    @Test
    void valuesOfQueryAndHeadersConvertAsThoseOfThePathDo() {
        assertThat(search.queryParameter("text", "a b")
                        .queryParameter("limit", "5")
                        .queryParameter("exact", "true")
                        .queryParameter("order", "OLDEST")
                        .queryParameter("from", "2026-01-31")
                        .queryParameter("at-most", "7")
                        .queryParameter("tag", "x")
                        .queryParameter("tag", "y")
                        .queryParameter("id", "1")
                        .queryParameter("id", "2")
                        .queryParameter("id", "1")
                        .queryParameter("part", "c")
                        .header("x-tenant", "acme")
                        .header("x-retries", "0")
                        .invoke(null)
                        .json())
                .isEqualTo("{\"payload\":{\"page\":2,\"text\":\"a b\",\"limit\":5,\"exact\":true,\"order\":\"OLDEST\","
                        + "\"from\":\"2026-01-31\",\"atMost\":7,\"tags\":[\"x\",\"y\"],\"ids\":[1,2],\"parts\":[\"c\"],"
                        + "\"tenant\":\"acme\",\"retries\":0}}");
    }

    @Test
    void withoutThemThereAreDefaultsAndEmptyOnes() {
        assertThat(search.invoke(null).json())
                .isEqualTo("{\"payload\":{\"page\":2,\"text\":null,\"limit\":0,\"exact\":false,\"order\":\"NEWEST\","
                        + "\"from\":null,\"atMost\":null,\"tags\":[],\"ids\":[],\"parts\":[\"a\",\"b\"],"
                        + "\"tenant\":null,\"retries\":3}}");
    }

    @Test
    void oneThatIsRequiredAndMissingIsNamed() {
        TestResponse answer = strict.invoke(Map.of());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().detail()).isEqualTo("The request is not valid: query.limit is required, and 1 more.");
        assertThat(answer.violations())
                .containsExactly(
                        new Violation("query.limit", "is required"), new Violation("headers.X-Tenant", "is required"));
    }

    @Test
    void anEmptyTextIsAValueAndNotANumber() {
        assertThat(search.queryParameter("text", "").invoke(null).json()).contains("\"text\":\"\"");
        assertThat(search.queryParameter("limit", "").invoke(null).violations())
                .containsExactly(new Violation("query.limit", "must be a whole number from -2147483648 to 2147483647"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 abc", "5 6", "5,6", "5}", "[5]", "\"5\"", "five", "5.5", "5000000000", "null", "0x5"})
    void aTextThatIsNotAWholeNumberAsAWholeIsRefusedEverywhere(String text) {
        String message = "must be a whole number from -2147483648 to 2147483647";
        assertThat(search.pathParameter("page", text).invoke(null).violations())
                .containsExactly(new Violation("path.page", message));
        assertThat(search.queryParameter("limit", text).invoke(null).violations())
                .containsExactly(new Violation("query.limit", message));
        assertThat(search.header("X-Retries", text).invoke(null).violations())
                .containsExactly(new Violation("headers.X-Retries", message));
    }

    @Test
    void allFaultsAreNamedAtOnceAndInListsByTheirPlace() {
        assertThat(strict.queryParameter("limit", "many")
                        .header("X-Tenant", "acme")
                        .header("X-Count", "1")
                        .header("X-Count", "two")
                        .header("X-Count", "three")
                        .invoke(Map.of())
                        .violations())
                .extracting(Violation::field)
                .containsExactly("query.limit", "headers.X-Count[1]", "headers.X-Count[2]");
    }

    @Test
    void aHeaderThatAnAgentPassesOnInTheEnvelopeIsOneToo() {
        TestResponse answer = strict.queryParameter("limit", "1")
                .field("headers", Map.of("x-tenant", "of the agent"))
                .invoke(Map.of());
        assertThat(answer.json()).isEqualTo("{\"payload\":\"1of the agent[]\"}");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        new Object() {
                            @SkillAction(path = "{id}")
                            Object a(@PathParameter("id") Optional<String> id) {
                                return id;
                            }
                        },
                        "its path parameter 'id' is a Optional, but a call always has exactly one value for it."),
                Arguments.of(
                        new Object() {
                            @SkillAction
                            Object b(@QueryParameter("id") int[] ids) {
                                return ids;
                            }
                        },
                        "its query parameter 'id' is a int[]. Take a List or a Set"),
                Arguments.of(
                        new Object() {
                            @SkillAction
                            Object c(@QueryParameter("id") ArrayList<String> ids) {
                                return ids;
                            }
                        },
                        "Take a List or a Set"),
                Arguments.of(
                        new Object() {
                            @SkillAction
                            Object d(@QueryParameter(value = "n", defaultValue = "many") int n) {
                                return n;
                            }
                        },
                        "the default of its query parameter 'n' must be a whole number from -2147483648 to 2147483647,"
                                + " but is 'many'."),
                Arguments.of(
                        new Object() {
                            @SkillAction
                            Object e(@Header(value = "n", required = true, defaultValue = "1") int n) {
                                return n;
                            }
                        },
                        "its header 'n' is required and has a default. Leave one of them out."),
                Arguments.of(
                        new Object() {
                            @SkillAction
                            Object f(
                                    @Header(
                                                    value = "n",
                                                    defaultValue = {"1", "2"})
                                            int n) {
                                return n;
                            }
                        },
                        "its header 'n' has 2 defaults, but takes one value."),
                Arguments.of(
                        new Object() {
                            @SkillAction
                            Object g(@Header(" ") String n) {
                                return n;
                            }
                        },
                        "has no name. Give it one."),
                Arguments.of(
                        new Object() {
                            @SkillAction
                            Object h(@QueryParameter("x") java.io.InputStream x) {
                                return 1;
                            }
                        },
                        "JSON cannot be bound to InputStream"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void oneThatCannotWorkIsRefusedAtStart(Object instance, String sentence) {
        assertThatThrownBy(() -> SkillTester.of(instance))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
