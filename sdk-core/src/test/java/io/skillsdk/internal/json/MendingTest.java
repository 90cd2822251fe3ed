package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sender who fixes what is named, and nothing else, is served; and nothing is named that was right. */
class MendingTest {

    private static final int ROUNDS = 150;

    private static final int MOST_FIXES = 8;

    private static final Pattern STEP = Pattern.compile("\\.([^.\\[]*)|\\[(\\d+)]");

    private static final Object ABSENT = new Object();

    private static final List<Object> POOL = Arrays.asList(
            null, "", "x", "5", 0, -7, 99_999_999_999L, new BigDecimal("1.5"), true, List.of(), Map.of(), ABSENT);

    /** Ids are told where they are used, though another object may have lost its own. */
    static Stream<JacksonCase> cases() {
        return Stream.concat(JacksonCase.all().filter(each -> each.type() != JacksonForms.Identified.class), more());
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Car.class, name = "car"),
        @JsonSubTypes.Type(value = Bus.class, name = "bus")
    })
    interface Vehicle {}

    record Car(int doors, @Nullable String name) implements Vehicle {}

    record Bus(List<Integer> seats, @Nullable Vehicle towed) implements Vehicle {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)
    @JsonSubTypes({@JsonSubTypes.Type(value = Oak.class, name = "oak")})
    interface Tree {}

    record Oak(int height, @Nullable List<Tree> young) implements Tree {}

    record Row(int n, @Nullable String name) {}

    static final class Setters {
        private int port = 1;
        public @Nullable Map<Integer, Row> rows;

        public int getPort() {
            return port;
        }

        public void setPort(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("must be positive");
            }
            port = value;
        }
    }

    record Dated(
            LocalDate day,
            @Nullable Duration length,
            UUID id,
            @Nullable URI uri,
            Optional<DayOfWeek> weekday,
            double[] numbers,
            ArrayDeque<String> queue,
            ConcurrentHashMap<String, Boolean> flags) {}

    private static Stream<JacksonCase> more() {
        return Stream.of(
                of(Vehicle.class, "{\"bus\":{\"seats\":[1,2],\"towed\":{\"car\":{\"doors\":3,\"name\":\"a\"}}}}"),
                of(Tree.class, "[\"oak\",{\"height\":1,\"young\":[[\"oak\",{\"height\":2,\"young\":null}]]}]"),
                of(Setters.class, "{\"port\":80,\"rows\":{\"1\":{\"n\":3,\"name\":\"a\"},\"2\":{\"n\":4}}}"),
                of(Dated.class, """
                        {"day":"2026-01-31","length":"PT1S","id":"6f1d2c1e-8a55-4d2a-9c5b-0a1b2c3d4e5f","uri":"https://a.b",
                         "weekday":"MONDAY","numbers":[1.5,2],"queue":["a","b"],"flags":{"a":true}}"""));
    }

    private static JacksonCase of(Class<?> type, String sound) {
        return new JacksonCase(type, sound, sound, "");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whoeverFixesWhatIsNamedIsServed(JacksonCase the) {
        Binding binding = Binding.of(the.type());
        assertThat(binding.faults(the.sound())).isEmpty();
        Object sound = tree(the.sound());
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            Object sent = tree(the.sound());
            for (int i = random.nextInt(3); i >= 0; i--) {
                sent = changed(sent, random);
            }
            String first = JsonCodec.write(sent);
            List<String> fields = binding.fields(first);
            for (int fixes = 0; !fields.isEmpty(); fixes++) {
                assertThat(fixes).as("%s: %s", first, fields).isLessThan(MOST_FIXES);
                assertThat(fields).as(first).doesNotHaveDuplicates();
                for (String field : fields) {
                    List<Object> path = path(field);
                    Object right = at(sound, path);
                    assertThat(Objects.equals(at(sent, path), right) && right != ABSENT)
                            .as("%s of %s is named, and was not changed", field, first)
                            .isFalse();
                    sent = with(sent, path, 0, right);
                }
                fields = binding.fields(JsonCodec.write(sent));
            }
        }
    }

    private static Object tree(String json) {
        return JsonCodec.readObject(("{\"it\":" + json + "}").getBytes(StandardCharsets.UTF_8))
                .get("it");
    }

    /** The steps of a field's name: names and places. */
    private static List<Object> path(String field) {
        List<Object> path = new ArrayList<>();
        Matcher steps = STEP.matcher(field.substring("payload".length()));
        while (steps.find()) {
            path.add(steps.group(1) != null ? steps.group(1) : Integer.valueOf(steps.group(2)));
        }
        return path;
    }

    private static @Nullable Object at(@Nullable Object tree, List<Object> path) {
        Object at = tree;
        for (Object step : path) {
            if (at instanceof Map<?, ?> map && map.containsKey(step)) {
                at = map.get(step);
            } else if (at instanceof List<?> list && step instanceof Integer place && place < list.size()) {
                at = list.get(place);
            } else {
                return ABSENT;
            }
        }
        return at;
    }

    private static @Nullable Object with(@Nullable Object tree, List<Object> path, int depth, @Nullable Object value) {
        if (depth == path.size()) {
            return value;
        }
        Object step = path.get(depth);
        boolean last = depth == path.size() - 1;
        if (tree instanceof Map || step instanceof String) {
            Map<Object, Object> copy = tree instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : new LinkedHashMap<>();
            if (last && value == ABSENT) {
                copy.remove(step);
            } else {
                copy.put(step, with(copy.get(step), path, depth + 1, value));
            }
            return copy;
        }
        List<Object> copy = new ArrayList<>((List<?>) Objects.requireNonNull(tree));
        int place = (Integer) step;
        if (last && value == ABSENT) {
            copy.remove(place);
        } else if (place < copy.size()) {
            copy.set(place, with(copy.get(place), path, depth + 1, value));
        } else {
            copy.add(with(null, path, depth + 1, value));
        }
        return copy;
    }

    /** Another value somewhere, or none. */
    private static @Nullable Object changed(@Nullable Object tree, Random random) {
        Object other = POOL.get(random.nextInt(POOL.size()));
        if (tree instanceof Map<?, ?> map && !map.isEmpty()) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            Object name = new ArrayList<>(map.keySet()).get(random.nextInt(map.size()));
            if (random.nextInt(3) > 0 && isStructure(copy.get(name))) {
                copy.put(name, changed(copy.get(name), random));
            } else if (other == ABSENT) {
                copy.remove(name);
            } else {
                copy.put(name, other);
            }
            return copy;
        }
        if (tree instanceof List<?> list && !list.isEmpty()) {
            List<Object> copy = new ArrayList<>(list);
            int place = random.nextInt(list.size());
            if (random.nextInt(3) > 0 && isStructure(copy.get(place))) {
                copy.set(place, changed(copy.get(place), random));
            } else if (other == ABSENT) {
                copy.remove(copy.size() - 1);
            } else {
                copy.set(place, other);
            }
            return copy;
        }
        return other == ABSENT ? tree : other;
    }

    private static boolean isStructure(@Nullable Object value) {
        return value instanceof Map || value instanceof List;
    }
}
