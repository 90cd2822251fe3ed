package io.skillsdk.benchmarks;

import io.skillsdk.internal.json.EnvelopeReader;
import io.skillsdk.internal.json.PayloadFailure;
import io.skillsdk.internal.json.type.PayloadType;
import io.skillsdk.internal.json.UnreadableBodyException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a refusal costs, as a multiple of the acceptance of about the same bytes: CPU time of this thread, the best of
 * many rounds of 20 that alternate between the two. Prints a table.
 */
public final class Refusals {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Refusals() {}

    /**
     * Measures.
     *
     * @param args what the names of the payloads have in them, a regular expression; and the seconds for each
     */
    public static void main(String[] args) throws Exception {
        Pattern wanted = Pattern.compile(args.length > 0 ? args[0] : "");
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 1.5;
        System.out.println("| payload | bytes | accepted | refused | times | faults named |\n|---|---|---|---|---|---|");
        for (RefusedPayload payload : RefusedPayload.all()) {
            if (wanted.matcher(payload.name()).find()) {
                run(payload, (long) (seconds * 1_000_000_000));
            }
        }
    }

    private static void run(RefusedPayload payload, long nanos) throws Exception {
        EnvelopeReader reader = new EnvelopeReader(PayloadType.of(payload.type()));
        byte[] accepted = body(payload.accepted());
        byte[] refused = body(payload.refused());
        long least = Long.MAX_VALUE;
        long leastRefused = Long.MAX_VALUE;
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
            least = Math.min(least, time(reader, accepted));
            leastRefused = Math.min(leastRefused, time(reader, refused));
        }
        System.out.printf(
                "| %s | %,d | %,.1f µs | %,.1f µs | %.1f | %d |%n",
                payload.name(), refused.length, least / 1000.0, leastRefused / 1000.0, (double) leastRefused / least, faults(reader, refused));
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
}
