package io.skillsdk.benchmarks;

import io.skillsdk.benchmarks.RefusedTypes.Flat;
import io.skillsdk.benchmarks.RefusedTypes.Late;
import io.skillsdk.benchmarks.RefusedTypes.Node;
import io.skillsdk.benchmarks.RefusedTypes.Open;
import io.skillsdk.benchmarks.RefusedTypes.Percent;
import io.skillsdk.benchmarks.RefusedTypes.Port;
import io.skillsdk.benchmarks.RefusedTypes.Row;
import io.skillsdk.benchmarks.RefusedTypes.Shape;
import io.skillsdk.benchmarks.RefusedTypes.Tree;
import io.skillsdk.internal.json.EnvelopeReader;
import io.skillsdk.internal.json.PayloadFailure;
import io.skillsdk.internal.json.PayloadType;
import io.skillsdk.internal.json.UnreadableBodyException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a refusal costs, as a multiple of the acceptance of about the same bytes: CPU time of this thread, the best of
 * many rounds of 20 that alternate between the two. Prints a table.
 */
public final class Refusals {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final long EACH = 3_000_000_000L;

    private Refusals() {}

    public static void main(String[] args) throws Exception {
        System.out.println("| payload | bytes | accepted | refused | times | faults named |\n|---|---|---|---|---|---|");
        String row = "{\"name\":\"a\",\"age\":1,\"score\":1.5}";
        run("500 numbers, all strings", of(List.class, Integer.class), many("123", 500), many("\"x\"", 500));
        run("500 strings, all numbers", of(List.class, String.class), many("\"x\"", 500), many("123", 500));
        run("`int[]` of 500, all strings", int[].class, many("123", 500), many("\"x\"", 500));
        run("`int[]` of 500, all null", int[].class, many("1234", 500), many("null", 500));
        run("sorted set of 500, all strings", of(TreeSet.class, Integer.class), many("123", 500), many("\"x\"", 500));
        run("150 dates, all wrong", of(List.class, LocalDate.class), many("\"2026-01-01\"", 150), many("\"2026-01-0x\"", 150));
        run("200 rows, two faults each", of(List.class, Row.class), many(row, 200), many("{\"name\":5,\"age\":\"\",\"score\":1.5}", 200));
        run("200 rows, two members missing", of(List.class, Row.class), many(row, 200), many("{\"nome\":\"\",\"aga\":1,\"score\":1}", 200));
        run("30,000 rows, two faults each", of(List.class, Row.class), many(row, 30_000), many("{\"name\":5,\"age\":\"\",\"score\":1}", 30_000));
        run("30,000 rows, the last at fault", of(List.class, Row.class), many(row, 30_000), many(row, 29_999).replace("]", ",5]"));
        run("95 deep, a fault on each level", Node.class, nested("{\"value\":1,\"next\":", "}"), nested("{\"value\":\"\",\"next\":", "}"));
        run("95 deep, a fault after each level", Late.class, nested("{\"next\":", ",\"value\":1}"), nested("{\"next\":", ",\"value\":\"\"}"));
        run("95 deep, a member missing on each", Node.class, nested("{\"value\":1,\"next\":", "}"), nested("{\"valu\":1,\"next\":", "}"));
        run("95 deep and wide, all at fault", Tree.class, tree(95, "1"), tree(95, "\"\""));
        run("200 polymorphic, a fault in each", of(List.class, Shape.class), many("{\"kind\":\"circle\",\"radius\":1}", 200), many("{\"kind\":\"circle\",\"radius\":\"\"}", 200));
        run("200 polymorphic, type last", of(List.class, Shape.class), many("{\"radius\":1,\"kind\":\"circle\"}", 200), many("{\"radius\":\"\",\"kind\":\"circle\"}", 200));
        run("200 polymorphic, no such type", of(List.class, Shape.class), many("{\"kind\":\"circle\",\"radius\":1}", 200), many("{\"kind\":\"cirque\",\"radius\":1}", 200));
        run("500 keys, none a number", of(Map.class, Integer.class, Integer.class), members(500, "%d", "1"), members(500, "k%d", "1"));
        run("20 keys of 45 kB, all at fault", of(Map.class, String.class, Integer.class), members(20, "k".repeat(45_000) + "%d", "1"), members(20, "k".repeat(45_000) + "%d", "\"\""));
        run("any setter, 2,000 at fault", Open.class, members(2000, "k%d", "1"), members(2000, "k%d", "true"));
        run("500 unwrapped", of(List.class, Flat.class), many("{\"radius\":1,\"other\":1}", 500), many("{\"radius\":\"\",\"other\":1}", 500));
        run("500 that a setter refuses", of(List.class, Port.class), many("{\"port\":1}", 500), many("{\"port\":0}", 500));
        run("500 that a constructor refuses", of(List.class, Percent.class), many("100", 500), many("101", 500));
    }

    private static void run(String name, Type type, String good, String bad) throws Exception {
        EnvelopeReader reader = new EnvelopeReader(PayloadType.of(type));
        byte[] accepted = body(good);
        byte[] refused = body(bad);
        long least = Long.MAX_VALUE;
        long leastRefused = Long.MAX_VALUE;
        for (long end = System.nanoTime() + EACH; System.nanoTime() < end; ) {
            least = Math.min(least, time(reader, accepted));
            leastRefused = Math.min(leastRefused, time(reader, refused));
        }
        System.out.printf(
                "| %s | %,d | %,d µs | %,d µs | %.1f | %d |%n",
                name, refused.length, least / 1000, leastRefused / 1000, (double) leastRefused / least, faults(reader, refused));
    }

    private static long time(EnvelopeReader reader, byte[] body) throws PayloadFailure {
        long begin = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < 20; i++) {
            faults(reader, body);
        }
        return (THREADS.getCurrentThreadCpuTime() - begin) / 20;
    }

    private static int faults(EnvelopeReader reader, byte[] body) throws PayloadFailure {
        try {
            reader.read(body);
            return 0;
        } catch (UnreadableBodyException e) {
            return e.violations().size();
        }
    }

    private static byte[] body(String payload) {
        return ("{\"payload\":" + payload + "}").getBytes(StandardCharsets.UTF_8);
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
