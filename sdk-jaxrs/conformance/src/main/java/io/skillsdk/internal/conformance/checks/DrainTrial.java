package io.skillsdk.internal.conformance.checks;

import io.skillsdk.internal.conformance.http.Connection;
import io.skillsdk.internal.conformance.http.Reply;
import io.skillsdk.internal.conformance.http.Request;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One SIGTERM, and what came of it; an empty text is as it should be.
 *
 * @param inFlight of the slow call; null when there is none
 * @param late of the calls that came in the second after it
 * @param unready of the readiness probe; null when its path is not known
 * @param ends of the process
 */
record DrainTrial(
        @Nullable String inFlight, String late, @Nullable String unready, String ends) {

    /** Kubernetes tells its proxies while it tells the process: calls still come. */
    private static final Duration LATE = Duration.ofSeconds(1);

    /** After it Kubernetes kills what is left. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    static DrainTrial of(Target target, ProcessHandle process) throws IOException {
        Message slow = target.slow();
        if (slow == null) {
            process.destroy();
            return of(target, process, null);
        }
        Request request = target.post(Envelopes.skillCall(slow));
        long start = System.nanoTime();
        String fault = AnswerRules.fault(target.call(request));
        if (!fault.isEmpty()) {
            throw new IOException("the slow message is not answered: " + fault);
        }
        long took = System.nanoTime() - start;
        try (Connection connection = Connection.open(target.action())) {
            connection.send(request);
            pause(took / 3);
            process.destroy();
            return of(target, process, new InFlight(connection, request));
        }
    }

    /** A call that has been sent, and not been answered yet. */
    private record InFlight(Connection connection, Request request) {

        String fault() {
            try {
                return AnswerRules.fault(connection.reply(request));
            } catch (IOException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    private static DrainTrial of(Target target, ProcessHandle process, @Nullable InFlight call) throws IOException {
        String late = lateCalls(target);
        String unready = unready(target);
        String inFlight = call == null ? null : call.fault();
        return new DrainTrial(inFlight, late, unready, ends(process));
    }

    private static String lateCalls(Target target) {
        long end = System.nanoTime() + LATE.toNanos();
        int answered = 0;
        while (System.nanoTime() < end) {
            try {
                String fault = AnswerRules.fault(target.call(target.invoke()));
                if (!fault.isEmpty()) {
                    return fault;
                }
                answered++;
            } catch (ConnectException e) {
                return "the port was closed after " + answered + " calls";
            } catch (IOException e) {
                return "after " + answered + " calls: " + e.getMessage();
            }
        }
        return "";
    }

    private static @Nullable String unready(Target target) {
        try {
            Reply reply = HealthChecks.probe(target);
            return reply.status() == 200 ? "the probe is answered with 200" : "";
        } catch (IOException e) {
            // it is not answered any more, which fails the probe as well
            return "";
        } catch (Check.NotGivenException e) {
            return null;
        }
    }

    private static String ends(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
            return "";
        } catch (TimeoutException | ExecutionException e) {
            return "it still runs";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void pause(long nanos) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
