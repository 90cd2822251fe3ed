package io.skillsdk.internal.json.strict;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.json.Binding;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.json.mapper.Json;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

/** No two names that are sent become one key, and what a key is written as is read. */
class StrictKeyTest {

    private static Binding mapBy(Class<?> key) {
        Type map = Json.MAPPER.getTypeFactory().constructMapType(Map.class, key, Integer.class);
        return Binding.of(map);
    }

    private static String name(Random random) {
        String digits = "0123456789-+.eE x";
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            name.append(digits.charAt(random.nextInt(random.nextInt(3) == 0 ? digits.length() : 10)));
        }
        return name.toString();
    }

    @ParameterizedTest
    @ValueSource(classes = {Byte.class, Short.class, Integer.class, Long.class, BigInteger.class})
    void twoNamesAreNeverOneWholeNumber(Class<?> key) {
        Binding map = mapBy(key);
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Set<String> names = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                names.add(name(random));
            }
            names.removeIf(each -> !map.takes("{\"" + each + "\":1}"));
            StringBuilder payload = new StringBuilder();
            names.forEach(each -> payload.append(payload.isEmpty() ? "{\"" : ",\"")
                    .append(each)
                    .append("\":1"));
            if (!names.isEmpty()) {
                assertThat((Map<?, ?>) map.value(payload.append('}').toString()))
                        .as("%s", names)
                        .hasSameSizeAs(names);
            }
        }
    }

    @Test
    void whatAKeyIsWrittenAsIsReadAgain() {
        Random random = new Random(5);
        Map<Class<?>, java.util.function.Supplier<Object>> keys = Map.of(
                Byte.class, () -> (byte) random.nextInt(),
                Short.class, () -> (short) random.nextInt(),
                Integer.class, random::nextInt,
                Long.class, random::nextLong,
                BigInteger.class, () -> new BigInteger(100, random).negate(),
                Double.class, () -> random.nextGaussian() * Math.pow(10, random.nextInt(200) - 100),
                Float.class, random::nextFloat,
                BigDecimal.class, () -> new BigDecimal(new BigInteger(80, random), random.nextInt(40) - 20),
                UUID.class, UUID::randomUUID);
        keys.forEach((type, values) -> {
            Binding map = mapBy(type);
            for (int i = 0; i < 50; i++) {
                String sent = JsonCodec.write(Map.of(values.get(), 1));
                assertThat(map.echoed(sent)).as(type.getSimpleName()).isEqualTo(sent);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "+1",
                "01",
                "-0",
                "1.0",
                "1e0",
                "0x1",
                "1L",
                "NaN",
                "٣",
                "1_0",
                "99999999999999999999"
            })
    void anotherFormOfAWholeNumberIsNoKey(String name) {
        for (Class<?> key : List.of(Byte.class, Short.class, Integer.class, Long.class)) {
            assertThat(mapBy(key).fields("{\"" + name + "\":1}"))
                    .as("%s %s", key, name)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NaN", "Infinity", "-Infinity", "1e400", "0x1p3", "1d", "1f", ".5", "5.", "", " 1", "01", "1,5"})
    void whatIsNoNumberInJsonIsNoKeyEither(String name) {
        for (Class<?> key : List.of(Double.class, Float.class)) {
            assertThat(mapBy(key).faults("{\"" + name + "\":1}"))
                    .as("%s %s", key, name)
                    .singleElement()
                    .asString()
                    .contains("is not a valid map key");
        }
    }

    @Test
    void anIdIsReadInAnyCaseAndInItsOneForm() {
        Binding map = mapBy(UUID.class);
        String id = "6f1d2c1e-8a55-4d2a-9c5b-0a1b2c3d4e5f";
        assertThat(map.takes("{\"" + id.toUpperCase(java.util.Locale.ROOT) + "\":1}"))
                .isTrue();
        assertThat(map.takes("{\"" + id.replace("-", "") + "\":1}")).isFalse();
        assertThat(map.takes("{\"1-1-1-1-1\":1}")).isFalse();
        assertThat(map.takes("{\"bx0sHopVTSqcWwobLD1OXw==\":1}")).isFalse();
    }

    @Test
    void aFaultyKeyAndAFaultyValueAreToldBoth() {
        assertThat(Binding.of(new TypeReference<Map<Integer, Map<Long, Integer>>>() {})
                        .fields("{\"x\":{\"y\":1},\"1\":{\"2\":\"z\",\"03\":true}}"))
                .containsExactly("payload.x", "payload.x.y", "payload.1.2", "payload.1.03", "payload.1.03");
    }
}
