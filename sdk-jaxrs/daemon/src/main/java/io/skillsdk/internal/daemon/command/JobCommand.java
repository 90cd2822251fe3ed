package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.daemon.job.Job;
import io.skillsdk.internal.definition.finding.Printable;
import io.skillsdk.internal.settings.SettingValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** One message to its end, as the platform starts an action of type job. */
@Command(
        name = "job",
        description =
                "Runs one message to its end without a server, as the platform starts an action of type job: with the"
                        + " whole envelope as the last argument. The result is sent to the envelope's output; where the"
                        + " envelope names no activation of a platform, it is printed.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:a result, which is sent or printed",
            "1:an error answer, which is printed; the result could not be sent; the job cannot start",
            "2:a wrong command line",
            "3:standard input could not be read",
            "130:told to end by SIGINT (Ctrl-C) before it had a result",
            "143:told to end by SIGTERM before it had a result"
        })
final class JobCommand implements Callable<Integer> {

    private final SkillApplication application;

    @Parameters(paramLabel = "ENVELOPE", description = "The envelope as JSON; - for standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String envelope;

    @Option(
            names = "--action",
            paramLabel = "NAME",
            description = "The action; needed only where there are several, and the envelope's outputName is of none.")
    private @Nullable String action;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Time.class,
            description = "How long the action may take, such as 2h; without it, as long as it needs."
                    + " daemon.timeout is for daemons.")
    private @Nullable Duration timeout;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    JobCommand(SkillApplication application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        if (envelope.startsWith("@")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + Printable.of(envelope) + "' is not an envelope. For one in a file: job - <"
                            + Printable.of(envelope.substring(1)));
        }
        String message = envelope.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : envelope;
        return application.run(
                SettingOptions.given(spec.commandLine(), application),
                new Job(message, action, timeout),
                spec.commandLine().getOut(),
                spec.commandLine().getErr());
    }

    /** A time as settings have it. */
    static final class Time implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            Duration time = SettingValues.time(text);
            if (time == null || time.isZero()) {
                throw new TypeConversionException("'" + text + "' is not a time such as 90s, 30m or 2h");
            }
            return time;
        }
    }
}
