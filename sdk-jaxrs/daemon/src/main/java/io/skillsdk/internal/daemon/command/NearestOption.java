package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.definition.finding.Printable;
import io.skillsdk.internal.text.NearestName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Names the setting that a misspelt option may mean. All other faults of a command line are told as usual. */
final class NearestOption implements IParameterExceptionHandler {

    private final List<String> settings;

    private final IParameterExceptionHandler usual;

    NearestOption(List<String> settings, IParameterExceptionHandler usual) {
        this.settings = settings;
        this.usual = usual;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] args) throws Exception {
        String option = fault instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().get(0)
                : "";
        String nearest = nearest(option);
        if (nearest == null) {
            return usual.handleParseException(fault, args);
        }
        CommandLine command = fault.getCommandLine();
        command.getErr()
                .println(command.getColorScheme()
                        .errorText(Printable.of("Unknown option: '" + option + "'. Did you mean --" + nearest + "?")));
        command.getErr().flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private @Nullable String nearest(String option) {
        if (!option.startsWith("--")) {
            return null;
        }
        String name = option.substring(2).split("=", 2)[0];
        String nearest = NearestName.of(name, settings);
        // a name without its prefix, such as --port
        return nearest != null
                ? nearest
                : settings.stream()
                        .filter(setting -> setting.endsWith("." + name))
                        .findFirst()
                        .orElse(null);
    }
}
