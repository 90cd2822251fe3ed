package io.skillsdk.internal.conformance.checks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Several calls at the same time, each on a connection of its own. */
final class ParallelCalls {

    private static final int CALLS = 16;

    private ParallelCalls() {}

    static String fault(Target target) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(CALLS);
        try {
            List<Future<String>> calls = new ArrayList<>();
            for (int call = 0; call < CALLS; call++) {
                calls.add(threads.submit(() -> AnswerRules.fault(target.call(target.invoke()))));
            }
            for (Future<String> call : calls) {
                String fault = call.get(60, TimeUnit.SECONDS);
                if (!fault.isEmpty()) {
                    return fault;
                }
            }
            return "";
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    e.getCause() == null
                            ? "no answer within 60 seconds"
                            : e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
