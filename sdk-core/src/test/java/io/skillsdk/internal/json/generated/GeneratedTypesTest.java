package io.skillsdk.internal.json.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import io.skillsdk.internal.json.EnvelopeReader;
import io.skillsdk.internal.json.UnreadableBodyException;
import io.skillsdk.internal.json.answer.AnswerWriter;
import io.skillsdk.internal.json.answer.ResultType;
import io.skillsdk.internal.json.generated.Sent.Place;
import io.skillsdk.internal.json.generated.TypeGenerator.Generated;
import io.skillsdk.internal.json.type.PayloadType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold for every payload type and every payload: a sound one is read and written as it was; with faults, exactly
 * those are named; when all but one are fixed, exactly that one is named again.
 */
class GeneratedTypesTest {

    /** So many faults are always told, however dear each is. */
    private static final int MOST_BROKEN = 12;

    private record Case(PayloadType type, EnvelopeReader reader, ResultType written) {
        static Case of(Generated generated) {
            PayloadType type = PayloadType.of(generated.type());
            return new Case(type, new EnvelopeReader(type), ResultType.of(generated.type()));
        }
    }

    static IntStream shapes() {
        return IntStream.range(0, TypeGenerator.shapes());
    }

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyShapeHoldsByItself(int shape) throws Exception {
        for (long seed = 0; seed < 40; seed++) {
            check(new TypeGenerator(seed).shape(shape), new Random(seed));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyGeneratedTypeHolds(long seed) throws Exception {
        Random random = new Random(seed);
        TypeGenerator generator = new TypeGenerator(seed);
        for (int depth = 0; depth < 4; depth++) {
            check(generator.type(depth), random);
        }
    }

    private static void check(Generated generated, Random random) throws Exception {
        Case the = Case.of(generated);
        Object payload = generated.payload().get();
        comesBackAsItWas(the, payload);
        List<Place> places = places(payload);
        Collections.shuffle(places, random);
        List<Cell> broken = places.subList(0, Math.min(places.size(), random.nextInt(MOST_BROKEN))).stream()
                .map(Place::cell)
                .toList();
        broken.forEach(cell -> cell.breakWith(random.nextInt(100)));
        assertExact(the, payload, broken);
        broken.forEach(Cell::fix);
        for (Cell cell : broken.subList(0, Math.min(4, broken.size()))) {
            cell.breakWith(random.nextInt(100));
            assertExact(the, payload, List.of(cell));
            cell.fix();
        }
        assertExact(the, payload, List.of());
    }

    private static void comesBackAsItWas(Case the, Object payload) throws Exception {
        String sent = json(payload);
        String answer = answer(the, sent);
        assertThat(answer(the, payloadOf(answer)))
                .as("%s %s", the.type.describe(), sent)
                .isEqualTo(answer);
    }

    private static String answer(Case the, String payload) throws Exception {
        SkillRequest<?> request = the.reader.read(body(payload));
        byte[] answer = new AnswerWriter(1_000_000).write(request.payload(), the.written, null);
        return new String(answer, StandardCharsets.UTF_8);
    }

    /** What an identity action answers is an envelope: its payload, taken out of the "result" of numbers and booleans. */
    private static String payloadOf(String answer) {
        String payload = answer.substring("{\"payload\":".length(), answer.length() - 1);
        return payload.startsWith("{\"result\":") ? payload.substring(10, payload.length() - 1) : payload;
    }

    private static void assertExact(Case the, Object payload, List<Cell> broken) throws Exception {
        String sent = json(payload);
        List<String> expected = new ArrayList<>();
        for (Place place : places(payload)) {
            if (broken.contains(place.cell())) {
                expected.add(place.name());
            }
        }
        assertThat(faults(the, sent))
                .as("%s %s", the.type.describe(), sent)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> faults(Case the, String payload) throws Exception {
        try {
            the.reader.read(body(payload));
            return List.of();
        } catch (UnreadableBodyException e) {
            assertThat(e.detail()).doesNotContain("io.skillsdk", "java.", "tools.jackson", "Exception", "null \"");
            for (Violation violation : e.violations()) {
                assertThat(violation.message()).doesNotContain("io.skillsdk", "java.", "tools.jackson", "Exception");
            }
            return e.violations().stream().map(Violation::field).toList();
        }
    }

    private static byte[] body(String payload) {
        return ("{\"payload\":" + payload + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static String json(Object payload) {
        StringBuilder json = new StringBuilder();
        Sent.writePart(payload, "payload", json, new ArrayList<>());
        return json.toString();
    }

    private static List<Place> places(Object payload) {
        List<Place> places = new ArrayList<>();
        Sent.writePart(payload, "payload", new StringBuilder(), places);
        return places;
    }
}
