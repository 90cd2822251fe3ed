package io.skillsdk.benchmarks;

import io.skillsdk.benchmarks.RefusedTypes.Color;
import io.skillsdk.benchmarks.RefusedTypes.Flat;
import io.skillsdk.benchmarks.RefusedTypes.Late;
import io.skillsdk.benchmarks.RefusedTypes.Node;
import io.skillsdk.benchmarks.RefusedTypes.Open;
import io.skillsdk.benchmarks.RefusedTypes.Percent;
import io.skillsdk.benchmarks.RefusedTypes.Port;
import io.skillsdk.benchmarks.RefusedTypes.Row;
import io.skillsdk.benchmarks.RefusedTypes.Shape;
import io.skillsdk.benchmarks.RefusedTypes.Tree;
import io.skillsdk.benchmarks.RefusedTypes.Wide;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A payload that is accepted, and one of about the same bytes that is refused. */
record RefusedPayload(String name, Type type, String accepted, String refused) {

    private static final String ROW = "{\"name\":\"a\",\"age\":1,\"score\":1.5}";

    static List<RefusedPayload> all() {
        List<RefusedPayload> all = new ArrayList<>(large());
        // what costs next to nothing to accept: small bodies, of scalars
        for (int count : new int[] {1, 4, 16, 500}) {
            all.addAll(scalars(count));
        }
        return all;
    }

    private static List<RefusedPayload> large() {
        return List.of(
                new RefusedPayload("`int[]` of 500, all strings", int[].class, many("123", 500), many("\"x\"", 500)),
                new RefusedPayload("`int[]` of 500, all null", int[].class, many("1234", 500), many("null", 500)),
                new RefusedPayload("sorted set of 500, all strings", of(TreeSet.class, Integer.class), many("123", 500), many("\"x\"", 500)),
                new RefusedPayload("150 dates, all wrong", of(List.class, LocalDate.class), many("\"2026-01-01\"", 150), many("\"2026-01-0x\"", 150)),
                new RefusedPayload("200 rows, two faults each", of(List.class, Row.class), many(ROW, 200), many("{\"name\":5,\"age\":\"\",\"score\":1.5}", 200)),
                new RefusedPayload("200 rows, two members missing", of(List.class, Row.class), many(ROW, 200), many("{\"nome\":\"\",\"aga\":1,\"score\":1}", 200)),
                new RefusedPayload("30,000 rows, two faults each", of(List.class, Row.class), many(ROW, 30_000), many("{\"name\":5,\"age\":\"\",\"score\":1}", 30_000)),
                new RefusedPayload("30,000 rows, the last at fault", of(List.class, Row.class), many(ROW, 30_000), many(ROW, 29_999).replace("]", ",5]")),
                new RefusedPayload("95 deep, a fault on each level", Node.class, nested("{\"value\":1,\"next\":", "}"), nested("{\"value\":\"\",\"next\":", "}")),
                new RefusedPayload("95 deep, a fault after each level", Late.class, nested("{\"next\":", ",\"value\":1}"), nested("{\"next\":", ",\"value\":\"\"}")),
                new RefusedPayload("95 deep, a member missing on each", Node.class, nested("{\"value\":1,\"next\":", "}"), nested("{\"valu\":1,\"next\":", "}")),
                new RefusedPayload("95 deep and wide, all at fault", Tree.class, tree(95, "1"), tree(95, "\"\"")),
                new RefusedPayload("200 polymorphic, a fault in each", of(List.class, Shape.class), many("{\"kind\":\"circle\",\"radius\":1}", 200), many("{\"kind\":\"circle\",\"radius\":\"\"}", 200)),
                new RefusedPayload("200 polymorphic, type last", of(List.class, Shape.class), many("{\"radius\":1,\"kind\":\"circle\"}", 200), many("{\"radius\":\"\",\"kind\":\"circle\"}", 200)),
                new RefusedPayload("200 polymorphic, no such type", of(List.class, Shape.class), many("{\"kind\":\"circle\",\"radius\":1}", 200), many("{\"kind\":\"cirque\",\"radius\":1}", 200)),
                new RefusedPayload("500 keys, none a number", of(Map.class, Integer.class, Integer.class), members(500, "%d", "1"), members(500, "k%d", "1")),
                new RefusedPayload("20 keys of 45 kB, all at fault", of(Map.class, String.class, Integer.class), members(20, "k".repeat(45_000) + "%d", "1"), members(20, "k".repeat(45_000) + "%d", "\"\"")),
                new RefusedPayload("any setter, 2,000 at fault", Open.class, members(2000, "k%d", "1"), members(2000, "k%d", "true")),
                new RefusedPayload("500 unwrapped", of(List.class, Flat.class), many("{\"radius\":1,\"other\":1}", 500), many("{\"radius\":\"\",\"other\":1}", 500)),
                new RefusedPayload("500 that a setter refuses", of(List.class, Port.class), many("{\"port\":1}", 500), many("{\"port\":0}", 500)),
                new RefusedPayload("500 that a constructor refuses", of(List.class, Percent.class), many("100", 500), many("101", 500)));
    }

    private static List<RefusedPayload> scalars(int count) {
        Type texts = of(List.class, String.class);
        Type numbers = of(List.class, Integer.class);
        return List.of(
                list(count, "strings, all numbers", texts, "\"x\"", "123"),
                list(count, "strings, all arrays", texts, "\"x\"", "[1]"),
                list(count, "strings, all objects", texts, "\"x\"", "{}"),
                list(count, "strings in a set, all numbers", of(Set.class, String.class), "\"x\"", "123"),
                list(count, "strings in an array, all numbers", String[].class, "\"x\"", "123"),
                list(count, "numbers, all strings", numbers, "123", "\"x\""),
                list(count, "numbers, all null", of(TreeSet.class, Integer.class), "1234", "null"),
                list(count, "`int`s, all null", int[].class, "1234", "null"),
                list(count, "`double`s, all strings", double[].class, "123", "\"x\""),
                list(count, "booleans, all numbers", of(List.class, Boolean.class), "true", "1234"),
                list(count, "`boolean`s, all numbers", boolean[].class, "true", "1234"),
                list(count, "enum values, all objects", of(List.class, Color.class), "\"RED\"", "{}"),
                list(count, "enum values, none known", of(List.class, Color.class), "\"RED\"", "\"RAD\""),
                list(count, "UUIDs, all wrong", of(List.class, UUID.class), "\"123e4567-e89b-12d3-a456-426614174000\"", "\"123e4567-e89b-12d3-a456-42661417400x\""),
                list(count, "dates, all wrong", of(List.class, LocalDate.class), "\"2026-01-01\"", "\"2026-01-0x\""),
                list(count, "lists of strings, a number in each", of(List.class, texts), "[\"x\"]", "[123]"),
                list(count, "lists of strings, all strings", of(List.class, texts), "[\"x\"]", "\"xxx\""),
                list(count, "lists of numbers, a string in each", of(List.class, numbers), "[123]", "[\"x\"]"),
                list(count, "rows, all numbers", of(List.class, Row.class), ROW, "12345678901234567890"),
                list(count, "polymorphic, no such type", of(List.class, Shape.class), "{\"kind\":\"circle\",\"radius\":1}", "{\"kind\":\"cirque\",\"radius\":1}"),
                list(count, "polymorphic, without a type", of(List.class, Shape.class), "{\"kind\":\"circle\",\"radius\":1}", "{\"king\":\"circle\",\"radius\":1}"),
                new RefusedPayload(
                        count + " keys, none a number", of(Map.class, Integer.class, Integer.class), members(count, "%d", "1"), members(count, "k%d", "1")),
                new RefusedPayload(
                        count + " members, all strings", of(Map.class, String.class, Integer.class), members(count, "k%d", "123"), members(count, "k%d", "\"x\"")),
                new RefusedPayload(
                        count + " keys, none an enum value", of(Map.class, Color.class, Integer.class), members(count, "RED", "1"), members(count, "RAD", "1")),
                list((count + 49) / 50, "objects, 50 members missing", of(List.class, Wide.class), members(50, "m%02d", "1"), members(50, "n%02d", "1")),
                list((count + 49) / 50, "objects, 50 members of another type", of(List.class, Wide.class), members(50, "m%02d", "1"), members(50, "m%02d", "{}")),
                list(count, "that a constructor refuses", of(List.class, Percent.class), "100", "101"),
                list(count, "that a setter refuses", of(List.class, Port.class), "{\"port\":1}", "{\"port\":0}"));
    }

    private static RefusedPayload list(int count, String of, Type type, String accepted, String refused) {
        return new RefusedPayload(count + " " + of, type, many(accepted, count), many(refused, count));
    }

    private static String many(String value, int times) {
        return "[" + (value + ",").repeat(times - 1) + value + "]";
    }

    private static String nested(String open, String close) {
        return open.repeat(95) + "null" + close.repeat(95);
    }

    private static String members(int count, String name, String value) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + String.format(name, i) + "\":" + value)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String tree(int depth, String value) {
        return "{\"value\":" + value + ",\"text\":\"" + "t".repeat(300) + "\",\"trees\":[{\"value\":" + value + "}"
                + (depth < 2 ? "" : "," + tree(depth - 2, value)) + ",{\"value\":" + value + "}]}";
    }

    private static Type of(Class<?> raw, Type... arguments) {
        return new ParameterizedType() {
            @Override
            public Type[] getActualTypeArguments() {
                return arguments.clone();
            }

            @Override
            public Type getRawType() {
                return raw;
            }

            @Override
            public Type getOwnerType() {
                return null;
            }
        };
    }
}
