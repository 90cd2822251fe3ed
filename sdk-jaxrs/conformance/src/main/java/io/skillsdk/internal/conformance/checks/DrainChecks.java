package io.skillsdk.internal.conformance.checks;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether SIGTERM ends the daemon without a lost call. They come last, as the first of them ends the process. */
public final class DrainChecks {

    private @Nullable DrainTrial trial;

    private DrainChecks() {}

    public static List<Check> all() {
        DrainChecks checks = new DrainChecks();
        return List.of(
                Check.required(
                        "drain.in-flight",
                        "Finish the calls that are in flight at SIGTERM",
                        checks.after(DrainTrial::inFlight, "Needs a message that is answered after a while: --slow.")),
                Check.recommended(
                        "drain.late-calls",
                        "Answer calls that come in the first second after SIGTERM",
                        checks.after(DrainTrial::late, "")),
                Check.recommended(
                        "drain.unready",
                        "Fail the readiness probe after SIGTERM",
                        checks.after(DrainTrial::unready, "Needs the path of the readiness page: --health.")),
                Check.required(
                        "drain.ends", "End within 30 seconds after SIGTERM", checks.after(DrainTrial::ends, "")));
    }

    private Check.Probe after(Function<DrainTrial, @Nullable String> part, String needed) {
        return target -> {
            String fault = part.apply(trial(target));
            if (fault == null) {
                throw new Check.NotGivenException(needed);
            }
            return fault;
        };
    }

    private DrainTrial trial(Target target) throws IOException, Check.NotGivenException {
        ProcessHandle process = target.process();
        if (process == null) {
            throw new Check.NotGivenException("Needs the daemon's process, which it ends: --pid.");
        }
        DrainTrial done = trial;
        if (done == null) {
            done = DrainTrial.of(target, process);
            trial = done;
        }
        return done;
    }
}
