package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.Violation;
import io.skillsdk.internal.json.type.PayloadType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.exc.InvalidFormatException;

/** How much is done to explain a refusal, counted: benchmarks/refusals has the times. */
class RefusalWorkTest {

    /** Of the thread of a test: a body is read on the thread that asks for it. */
    private static final ThreadLocal<AtomicInteger> READS = ThreadLocal.withInitial(AtomicInteger::new);

    static final class CountingReader extends ValueDeserializer<Counted> {
        @Override
        public Counted deserialize(JsonParser parser, DeserializationContext context) {
            READS.get().incrementAndGet();
            if (!parser.isExpectedNumberIntToken()) {
                throw new IllegalArgumentException("must be a number");
            }
            return new Counted(parser.getIntValue());
        }
    }

    @JsonDeserialize(using = CountingReader.class)
    record Counted(int value) {}

    record Level(Counted value, Level next) {}

    static final class Port {
        public void setPort(int port) {
            READS.get().incrementAndGet();
            if (port < 1) {
                throw new IllegalArgumentException("must be positive");
            }
        }
    }

    private static List<Violation> refused(TypeReference<?> type, String payload) throws PayloadFailure {
        Type of = type.getType();
        EnvelopeReader reader = new EnvelopeReader(PayloadType.of(of));
        READS.get().set(0);
        try {
            reader.read(("{\"payload\":" + payload + "}").getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (UnreadableBodyException e) {
            return e.violations();
        }
    }

    @Test
    void aFaultAtTheEndHasEachValueReadTwice() throws Exception {
        assertThat(refused(new TypeReference<List<Counted>>() {}, "[" + "1,".repeat(5000) + "\"x\"]"))
                .extracting(Violation::field)
                .containsExactly("payload[5000]");
        assertThat(READS.get().get()).isEqualTo(2 * 5001);
    }

    @Test
    void aFaultInTheDepthHasEachValueReadTwiceAtMost() throws Exception {
        String deep = "{\"value\":1,\"next\":".repeat(90) + "{\"value\":\"x\"}" + "}".repeat(90);
        assertThat(refused(new TypeReference<Level>() {}, deep)).hasSize(1);
        assertThat(READS.get().get()).isLessThanOrEqualTo(2 * 91);
    }

    @Test
    void manyFaultsAreFoundInOneReading() throws Exception {
        String payload = "[" + "1,\"x\",".repeat(10) + "1]";
        assertThat(refused(new TypeReference<List<Counted>>() {}, payload)).hasSize(10);
        assertThat(READS.get().get()).isLessThanOrEqualTo(2 * 21);
    }

    @Test
    void findingFaultsStopsWhenAnErrorHasNoRoomForMore() throws Exception {
        List<Violation> named = refused(new TypeReference<List<Integer>>() {}, "[" + "\"x\",".repeat(100_000) + "1]");
        assertThat(named).hasSizeBetween(100, 300);
        assertThat(named.get(named.size() - 1).field()).isEqualTo("payload[" + (named.size() - 1) + "]");
    }

    @Test
    void findingFaultsStopsWhenItsExceptionsCostTooMuch() throws Exception {
        String payload = "[" + "{\"port\":0},".repeat(300) + "{\"port\":1}]";
        assertThat(refused(new TypeReference<List<Port>>() {}, payload)).hasSizeBetween(16, 200);
        assertThat(READS.get().get()).isLessThan(200);
    }

    /** What was thrown to a reader of the author's, which knows what to do about it. */
    private static final ThreadLocal<List<InvalidFormatException>> THROWN = ThreadLocal.withInitial(ArrayList::new);

    static final class LenientReader extends ValueDeserializer<Lenient> {
        @Override
        public Lenient deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return new Lenient(context.readValue(parser, LocalDate.class));
            } catch (InvalidFormatException e) {
                THROWN.get().add(e);
                return new Lenient(LocalDate.MIN);
            }
        }
    }

    @JsonDeserialize(using = LenientReader.class)
    record Lenient(LocalDate day) {}

    @Test
    void theFirstRefusalLooksAtNoStackAndCanBeReadAllTheSame() throws Exception {
        THROWN.get().clear();
        assertThat(refused(new TypeReference<Lenient>() {}, "\"x\"")).isEmpty();
        assertThat(THROWN.get()).singleElement().satisfies(thrown -> {
            assertThat(thrown.getStackTrace()).isEmpty();
            assertThat(thrown.getOriginalMessage())
                    .startsWith("Cannot deserialize value of type `java.time.LocalDate` from String \"x\"");
            assertThat(thrown.getMessage()).contains("java.time.LocalDate");
            assertThat(thrown.getValue()).isEqualTo("x");
        });
    }
}
