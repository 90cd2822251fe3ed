package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Kinds of faults after public reports on other libraries: what is said is true, and nothing else is said. */
class FaultKindsTest {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Square.class, name = "square")
    })
    sealed interface Shape {}

    record Circle(double radius, String label) implements Shape {}

    record Square(double side) implements Shape {}

    record Aliased(
            @JsonAlias("txt") @SkillParameter(required = true)
            String text,

            int n) {}

    record Address(int zip, String city) {}

    record Unwrapping(@JsonUnwrapped Address address, int floor) {}

    static final class Port {
        private int port;

        public int getPort() {
            return port;
        }

        public void setPort(int port) {
            if (port < 0) {
                throw new IllegalArgumentException("port must be positive");
            }
            this.port = port;
        }
    }

    record Throwing(String how) {
        Throwing {
            switch (how) {
                case "time" -> throw new DateTimeException("secret cause");
                case "state" -> throw new IllegalStateException("secret cause");
                case "skill" -> throw new SkillException(422, "No such model.");
                case "enum" -> Thread.State.valueOf("GREEN");
                default -> {}
            }
        }
    }

    enum Level {
        ONE(1),
        TWO(2);

        private final int number;

        Level(int number) {
            this.number = number;
        }

        @JsonValue
        int number() {
            return number;
        }
    }

    record Forms(
            @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day,
            Level level,
            Optional<LocalDate> maybe,
            OptionalInt perhaps,
            double real) {}

    record Nulls1(
            @JsonSetter(nulls = Nulls.FAIL) String text,
            @JsonSetter(contentNulls = Nulls.FAIL) List<String> list) {}

    interface Create {}

    @JsonIgnoreProperties("hidden")
    record Lenient(
            @JsonProperty(access = JsonProperty.Access.READ_ONLY)
            long id,

            @JsonIgnore int cache,
            int hidden,
            @JsonProperty(required = false) int n,
            @JsonSetter(nulls = Nulls.SKIP) int m,
            @NotNull(groups = Create.class) String key,
            String text) {}

    record Said(@NotNull(message = "Say which customer.") String customer) {}

    static final class Kilos extends ValueDeserializer<Integer> {
        @Override
        public Integer deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getString();
            return text.endsWith("kg")
                    ? Integer.valueOf(text.replace("kg", ""))
                    : context.<Integer>reportInputMismatch(this, "a weight must end with kg");
        }
    }

    record Weighed(@JsonDeserialize(using = Kilos.class) Integer weight, int n) {}

    static final class Actions {
        @SkillAction
        Object shape(Shape payload) {
            return payload;
        }

        @SkillAction
        Object aliased(Aliased payload) {
            return payload;
        }

        @SkillAction
        Object unwrapping(Unwrapping payload) {
            return payload;
        }

        @SkillAction
        Object port(Port payload) {
            return payload;
        }

        @SkillAction
        Object throwing(Throwing payload) {
            return payload;
        }

        @SkillAction
        Object forms(Forms payload) {
            return payload;
        }

        @SkillAction
        Object nulls(Nulls1 payload) {
            return payload;
        }

        @SkillAction
        Object lenient(Lenient payload) {
            return payload;
        }

        @SkillAction
        Object said(Said payload) {
            return payload;
        }

        @SkillAction
        Object weighed(Weighed payload) {
            return payload;
        }

        @SkillAction
        Object ints(int[] payload) {
            return payload;
        }

        @SkillAction
        Object keys(Map<Integer, Integer> payload) {
            return payload;
        }

        @SkillAction
        Object bytes(byte[] payload) {
            return payload;
        }

        @SkillAction
        Object nested(SkillRequest<SkillRequest<Address>> request) {
            return request.payload().payload();
        }

        @SkillAction
        Object map(Map<String, Object> payload) {
            return payload;
        }

        @SkillAction
        Object tree(JsonNode payload) {
            return payload;
        }

        @SkillAction
        Object instant(Instant payload) {
            return payload;
        }

        @SkillAction
        Object offset(OffsetDateTime payload) {
            return payload;
        }

        @SkillAction
        Object locale(Locale payload) {
            return payload;
        }

        @SkillAction
        Object date(Date payload) {
            return payload;
        }

        @SkillAction
        Object sqlDate(java.sql.Date payload) {
            return payload;
        }

        @SkillAction(path = "things/{id}")
        Object thing(@PathParameter("id") int id) {
            return id;
        }
    }

    private static final SkillTester TESTER = SkillTester.of(new Actions());

    private static final String INT = "a whole number from -2147483648 to 2147483647";

    private static TestResponse send(String action, String payload) {
        return TESTER.action(action).invokeJson("{\"activationId\":\"a-1\",\"payload\":" + payload + "}");
    }

    private static List<String> faults(String action, String payload) {
        return send(action, payload).violations().stream()
                .map(violation -> violation.field() + " " + violation.message())
                .toList();
    }

    @Test
    void aFaultInAPolymorphicPayloadIsNamedWhereItIsWhereverTheTypeStands() {
        assertThat(faults("shape", "{\"type\":\"circle\",\"radius\":\"x\"}"))
                .isEqualTo(faults("shape", "{\"radius\":\"x\",\"type\":\"circle\"}"))
                .containsExactly("payload.radius must be a number, not a string");
        assertThat(faults("shape", "{\"type\":\"circle\"}"))
                .containsExactly("payload.radius is required, and must be a number");
        assertThat(faults("shape", "{\"type\":\"tri\"}")).containsExactly("payload.type must be one of circle, square");
        assertThat(faults("shape", "{\"radius\":1}"))
                .containsExactly("payload.type is required, and must be one of circle, square");
        assertThat(faults("shape", "5")).containsExactly("payload must be an object, not a number");
    }

    @Test
    void whatCameUnderAnAliasIsNotMissingBesideAnotherFault() {
        assertThat(faults("aliased", "{\"txt\":\"a\",\"n\":\"x\"}"))
                .containsExactly("payload.n must be " + INT + ", not a string");
        assertThat(faults("aliased", "{\"txt\":5}"))
                .containsExactly(
                        "payload.txt must be a string, not a number", "payload.n is required, and must be " + INT);
    }

    @Test
    void membersOfWhatIsUnwrappedAreNamedAsTheyWereSent() {
        assertThat(faults("unwrapping", "{\"zip\":\"x\",\"floor\":\"y\",\"city\":5}"))
                .containsExactly(
                        "payload.zip must be " + INT + ", not a string",
                        "payload.floor must be " + INT + ", not a string",
                        "payload.city must be a string, not a number");
        assertThat(faults("unwrapping", "{}"))
                .containsExactly(
                        "payload.zip is required, and must be " + INT, "payload.floor is required, and must be " + INT);
        assertThat(faults("unwrapping", "{\"floor\":1}"))
                .containsExactly("payload.zip is required, and must be " + INT);
    }

    @Test
    void elementsAndKeysAreNamed() {
        assertThat(faults("ints", "[1,null,\"x\"]"))
                .containsExactly(
                        "payload[1] must not be null, and must be " + INT,
                        "payload[2] must be " + INT + ", not a string");
        assertThat(faults("keys", "{\"one\":1,\"2\":\"x\"}"))
                .containsExactly(
                        "payload.one is not a valid map key: it must be " + INT,
                        "payload.2 must be " + INT + ", not a string");
    }

    @Test
    void theAuthorsOwnSentencesSpeak() {
        assertThat(faults("port", "{\"port\":-1}")).containsExactly("payload.port is refused: port must be positive");
        assertThat(faults("said", "{}")).containsExactly("payload.customer Say which customer.");
        assertThat(faults("said", "{\"customer\":null}")).containsExactly("payload.customer Say which customer.");
        assertThat(faults("weighed", "{\"weight\":\"5\",\"n\":\"x\"}"))
                .containsExactly(
                        "payload.weight is refused: a weight must end with kg",
                        "payload.n must be " + INT + ", not a string");
    }

    @Test
    void anExceptionOfTheAuthorsKeepsItsStatusAndAnyOtherIs500() {
        assertThat(send("throwing", "{\"how\":\"skill\"}").error().detail()).isEqualTo("No such model.");
        assertThat(send("throwing", "{\"how\":\"skill\"}").status()).isEqualTo(422);
        for (String how : List.of("time", "state")) {
            TestResponse answer = send("throwing", "{\"how\":\"" + how + "\"}");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.error().activationId()).isEqualTo("a-1");
            assertThat(answer.json()).doesNotContain("secret cause");
        }
    }

    @Test
    void whatTheJdkSaysIsNotForTheSender() {
        assertThat(faults("throwing", "{\"how\":\"enum\"}")).containsExactly("payload has a value that is not allowed");
    }

    @Test
    void theFormThatIsWantedIsSaidAsItIsTaken() {
        assertThat(faults("forms", "{\"day\":\"x\",\"level\":\"ONE\",\"maybe\":[],\"perhaps\":\" \",\"real\":1e400}"))
                .containsExactly(
                        "payload.day must be a string such as 31.01.2026",
                        "payload.level must be one of 1, 2, not a string",
                        "payload.maybe must be a string such as 2026-01-31, not an array",
                        "payload.perhaps must be " + INT + ", not a string",
                        "payload.real must be a number of at most 308 digits");
        assertThat(send("forms", "{\"day\":\"31.01.2026\",\"level\":1,\"maybe\":\"2026-01-31\",\"real\":1}")
                        .status())
                .isEqualTo(200);
        assertThat(faults("bytes", "\"x\"")).containsExactly("payload must be a string in base64");
    }

    @Test
    void nullsThatAreRefusedAreNamedAsSuch() {
        assertThat(faults("nulls", "{}")).containsExactly("payload.text is required, and must be a string");
        assertThat(faults("nulls", "{\"text\":\"a\",\"list\":[null]}"))
                .containsExactly("payload.list[0] must not be null, and must be a string");
    }

    @Test
    void whatNobodyCanSendOrNeedIsNotRequired() {
        assertThat(send("lenient", "{}").status()).isEqualTo(200);
        assertThat(send("lenient", "{\"id\":1,\"cache\":2,\"hidden\":3,\"m\":null}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aMissingPayloadWithinAPayloadIsNamedInFull() {
        assertThat(faults("nested", "{\"payload\":{}}"))
                .containsExactly("payload.payload.zip is required, and must be " + INT);
    }

    @Test
    void valuesAreKeptAsTheyWereSent() {
        String exact = "{\"a\":1.10,\"b\":12345678901234567890.123,\"c\":[0.1]}";
        assertThat(send("map", exact).json()).isEqualTo("{\"payload\":" + exact + "}");
        assertThat(send("tree", exact).json()).isEqualTo("{\"payload\":" + exact + "}");
        assertThat(send("offset", "\"2026-01-31T12:30:00+01:00\"").json())
                .isEqualTo("{\"payload\":\"2026-01-31T12:30:00+01:00\"}");
        assertThat(send("sqlDate", "\"2026-01-31\"").json()).isEqualTo("{\"payload\":\"2026-01-31\"}");
    }

    @ParameterizedTest
    @CsvSource({"instant, 1764104400000", "offset, 5", "locale, 5", "locale, true", "date, 5", "date, [2026]"})
    void whatIsWrittenAsAStringIsReadFromAStringOnly(String action, String payload) {
        assertThat(send(action, payload).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).startsWith("must be a string such as "));
    }

    @ParameterizedTest
    @CsvSource({"'5 abc'", "' 5'", "'5 '", "1e3", "007", "x", "99999999999"})
    void aPathParameterIsReadAsAWhole(String text) {
        TestResponse answer = TESTER.action("thing").pathParameter("id", text).invoke(null);
        assertThat(answer.violations()).containsExactly(new Violation("path.id", "must be " + INT));
    }

    @Test
    void aNumberOfAnyLengthIsRefusedAtOnce() {
        assertThat(send("map", "{\"a\":1e1000000000}").status()).isEqualTo(200);
        assertThat(send("ints", "[1e1000000000]").status()).isEqualTo(400);
    }
}
