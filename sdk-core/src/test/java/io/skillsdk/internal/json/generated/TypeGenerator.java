package io.skillsdk.internal.json.generated;

import io.skillsdk.internal.json.generated.Sent.Elements;
import io.skillsdk.internal.json.generated.Sent.Members;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;

/** Puts types together at random, and payloads for them. */
final class TypeGenerator {

    /** A type, and how its payloads are made. */
    record Generated(JavaType type, Supplier<Object> payload) {}

    private static final TypeFactory TYPES = TypeFactory.createDefaultInstance();

    private static final List<Map.Entry<Type, Function<Random, Object>>> SHAPES =
            List.copyOf(new Catalog().shapes().entrySet());

    private static final List<Map.Entry<Type, Function<Random, Object>>> SCALARS = List.of(
            Map.entry(String.class, r -> Catalog.text("ä")),
            Map.entry(Integer.class, r -> Catalog.integer(r.nextInt())),
            Map.entry(BigDecimal.class, r -> Cell.of(new BigDecimal("1.10"), "x", true)),
            Map.entry(LocalDate.class, r -> Cell.of("2026-01-31", "x", 5, "2026-02-30")),
            Map.entry(UUID.class, r -> Cell.of("6f1d2c1e-8a55-4d2a-9c5b-0a1b2c3d4e5f", "x", 5)),
            Map.entry(DayOfWeek.class, r -> Cell.of("MONDAY", "monday", 5, "")),
            Map.entry(boolean[].class, r -> Elements.of(Cell.of(true, "x", null, 5), Cell.of(false, "true"))),
            Map.entry(
                    int[][].class,
                    r -> Elements.of(Elements.of(Cell.of(1, "x", null)), Elements.of(Cell.of(2, true, 1.5), 3))));

    private final Random random;

    TypeGenerator(long seed) {
        random = new Random(seed);
    }

    static int shapes() {
        return SHAPES.size();
    }

    /** A shape of the catalog by itself. */
    Generated shape(int index) {
        Map.Entry<Type, Function<Random, Object>> shape = SHAPES.get(index);
        return new Generated(
                TYPES.constructType(shape.getKey()), () -> shape.getValue().apply(random));
    }

    /** A type of at most so many levels around a shape or scalar. */
    Generated type(int depth) {
        if (depth == 0) {
            return leaf();
        }
        Generated part = type(depth - 1);
        return switch (random.nextInt(12)) {
            case 0, 1 -> of(part, () -> many(part), List.class);
            case 2 -> of(part, () -> map(part, "a", "b.c", ""), Map.class, String.class);
            case 3 -> of(part, () -> map(part, Cell.of("1", "one"), Cell.of("-7", "1.5")), Map.class, Integer.class);
            case 4 ->
                of(part, () -> map(part, Cell.of("2026-01-31", "31"), "2026-01-30"), TreeMap.class, LocalDate.class);
            case 5 ->
                of(
                        part,
                        () -> map(part, Cell.of("MONDAY", "mo"), Cell.of("FRIDAY", "5")),
                        EnumMap.class,
                        DayOfWeek.class);
            case 6 -> of(part, part.payload, Optional.class);
            case 7 -> of(part, part.payload, AtomicReference.class);
            case 8 -> new Generated(TYPES.constructArrayType(part.type), () -> many(part));
            case 9 -> of(part, () -> many(part), ArrayDeque.class);
            case 10 ->
                of(
                        part,
                        () -> Members.of(
                                random,
                                "items",
                                many(part),
                                "named",
                                map(part, "a", "b"),
                                "first",
                                part.payload.get(),
                                "all",
                                many(part)),
                        Shapes.Page.class);
            default -> of(part, () -> node(part, random.nextInt(4)), Shapes.Node.class);
        };
    }

    private Generated leaf() {
        if (random.nextInt(3) > 0) {
            return shape(random.nextInt(SHAPES.size()));
        }
        if (random.nextInt(5) == 0) {
            Class<?> sets = random.nextBoolean() ? Set.class : TreeSet.class;
            return new Generated(
                    TYPES.constructParametricType(sets, Integer.class),
                    () -> Elements.of(Catalog.integer(1), Catalog.integer(2), Catalog.integer(3)));
        }
        Map.Entry<Type, Function<Random, Object>> scalar = SCALARS.get(random.nextInt(SCALARS.size()));
        return new Generated(
                TYPES.constructType(scalar.getKey()), () -> scalar.getValue().apply(random));
    }

    private static Generated of(Generated part, Supplier<Object> payload, Class<?> raw, Class<?>... before) {
        JavaType[] arguments = new JavaType[before.length + 1];
        for (int i = 0; i < before.length; i++) {
            arguments[i] = TYPES.constructType(before[i]);
        }
        arguments[before.length] = part.type;
        return new Generated(TYPES.constructParametricType(raw, arguments), payload);
    }

    private Object many(Generated part) {
        List<Object> all = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            all.add(part.payload.get());
        }
        return new Elements(all);
    }

    private Object map(Generated part, Object... keys) {
        Object[] all = new Object[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            all[2 * i] = keys[i];
            all[2 * i + 1] = part.payload.get();
        }
        return Members.of(random, all);
    }

    private Object node(Generated part, int more) {
        return more == 0
                ? Members.of(random, "value", part.payload.get())
                : Members.of(random, "value", part.payload.get(), "next", node(part, more - 1));
    }
}
