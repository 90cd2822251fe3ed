package io.skillsdk.internal.daemon.settings;

import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where settings come from, the first that has one counts. */
public final class SettingsSources {

    /** A value and where it came from, in words. */
    record Found(String value, String source) {}

    private final Map<String, String> arguments;

    private final Map<String, String> program;

    private final UnaryOperator<@Nullable String> systemProperties;

    private final UnaryOperator<@Nullable String> environment;

    private final Map<String, String> file;

    SettingsSources(
            Map<String, String> arguments,
            Map<String, String> program,
            UnaryOperator<@Nullable String> systemProperties,
            UnaryOperator<@Nullable String> environment,
            Map<String, String> file) {
        this.arguments = arguments;
        this.program = program;
        this.systemProperties = systemProperties;
        this.environment = environment;
        this.file = file;
    }

    /** The sources of this process. */
    public static SettingsSources ofProcess(Map<String, String> arguments, Map<String, String> program) {
        return new SettingsSources(arguments, program, System::getProperty, System::getenv, readFile());
    }

    private static Map<String, String> readFile() {
        try {
            return DaemonEndpoint.readFile();
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettingException(DaemonEndpoint.FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A misspelt name must not be ignored. Other variables of the environment are none of our business. */
    void refuseUnknownNames() {
        refuseUnknownNames(arguments, "the command line");
        refuseUnknownNames(program, "the program");
        refuseUnknownNames(file, DaemonEndpoint.FILE);
    }

    private static void refuseUnknownNames(Map<String, String> values, String source) {
        for (String name : values.keySet()) {
            if (Setting.named(name).isEmpty()) {
                throw new InvalidSettingException("There is no setting '" + name + "' (from " + source
                        + "). There are: " + String.join(", ", Setting.keys()) + ".");
            }
        }
    }

    Found find(Setting setting) {
        String key = setting.key();
        for (Candidate candidate : List.of(
                new Candidate(arguments.get(key), "the command line"),
                new Candidate(program.get(key), "the program"),
                new Candidate(systemProperties.apply(key), "the system property " + key),
                new Candidate(environment.apply(setting.variable()), "the environment variable " + setting.variable()),
                new Candidate(file.get(key), DaemonEndpoint.FILE))) {
            if (candidate.value != null) {
                return new Found(candidate.value.trim(), candidate.source);
            }
        }
        return new Found(setting.byDefault(), "the defaults");
    }

    private record Candidate(@Nullable String value, String source) {}
}
