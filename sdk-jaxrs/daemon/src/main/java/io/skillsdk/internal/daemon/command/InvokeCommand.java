package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.definition.finding.Printable;
import io.skillsdk.internal.invoke.InvokedAnswer;
import io.skillsdk.internal.invoke.InvokedAnswer.BackgroundFailure;
import io.skillsdk.internal.invoke.PreparedCall;
import io.skillsdk.internal.invoke.SentEnvelope;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One message through the pipeline, without a server. */
@Command(
        name = "invoke",
        description = "Runs one message through an action without a server, and prints the answer.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:a result", "1:an error answer", "2:a wrong command line", "3:a file could not be read"})
final class InvokeCommand implements Callable<Integer> {

    private final SkillApplication application;

    @Parameters(
            paramLabel = "FILE",
            description = "A message such as invoke/request/message.json; - for standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String file;

    @Option(
            names = "--action",
            paramLabel = "NAME",
            description =
                    "The action; needed only where there are several, and no skill.yaml beside invoke/ routes to one.")
    private @Nullable String action;

    @Option(names = "--property", paramLabel = "NAME=VALUE", description = "A property of the skill; can be repeated.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    InvokeCommand(SkillApplication application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        byte[] message = message();
        Map<String, String> settings = SettingOptions.given(spec.commandLine(), application);
        return application.withInstances(settings, actions -> invoke(settings, actions, message));
    }

    private int invoke(Map<String, String> settings, List<Object> actions, byte[] message) {
        PreparedCall call = application.call(settings, actions);
        if (action != null) {
            call = call.action(action);
        }
        SentEnvelope envelope = call.envelope();
        for (Map.Entry<String, String> property : properties.entrySet()) {
            envelope = envelope.property(property.getKey(), property.getValue());
        }
        call = call.with(envelope);
        InvokedAnswer answered = file.equals("-")
                ? call.invokeBody(message)
                : call.invokeMessage(Path.of(file), message, this::printNote);
        ActionAnswer answer = answered.answer();
        spec.commandLine().getOut().println(new String(answer.body(), StandardCharsets.UTF_8));
        spec.commandLine().getOut().flush();
        // as the daemon does when it stops
        BackgroundFailure failure = answered.awaitBackgroundTasks(application.drainTimeout(settings));
        if (failure != null) {
            printNote(failure.message());
        }
        return answer.isError() ? 1 : 0;
    }

    private void printNote(String note) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("note: " + Printable.of(note));
        err.flush();
    }

    /** As it is: a message that is not UTF-8 is one that the daemon refuses. */
    private byte[] message() throws IOException {
        if (file.equals("-")) {
            return System.in.readAllBytes();
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new IOException(file + ": there is no such file.");
        }
        return Files.readAllBytes(path);
    }
}
