package io.skillsdk.internal.daemon.command;

import io.skillsdk.internal.definition.finding.Printable;
import io.skillsdk.internal.text.NearestName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Names the settings that misspelt options may mean. All other faults of a command line are told as usual. */
final class NearestOption implements IParameterExceptionHandler {

    private final List<String> settings;

    private final IParameterExceptionHandler usual;

    NearestOption(List<String> settings, IParameterExceptionHandler usual) {
        this.settings = settings;
        this.usual = usual;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] args) throws Exception {
        List<String> unknown = fault instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().stream()
                        .filter(each -> each.startsWith("--"))
                        .toList()
                : List.of();
        if (unknown.stream().map(this::nearest).noneMatch(Objects::nonNull)) {
            return usual.handleParseException(fault, args);
        }
        CommandLine command = fault.getCommandLine();
        for (String option : unknown) {
            String nearest = nearest(option);
            String sentence =
                    "Unknown option: '" + option + "'." + (nearest == null ? "" : " Did you mean --" + nearest + "?");
            command.getErr().println(command.getColorScheme().errorText(Printable.of(sentence)));
        }
        command.getErr().flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private @Nullable String nearest(String option) {
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
