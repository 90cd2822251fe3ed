package io.skillsdk.internal.settings;

import io.skillsdk.internal.text.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where settings come from. The first source that has a setting takes precedence over the others. */
public final class SettingSources {

    /** The file with settings on the class path. */
    public static final String FILE = "daemon.properties";

    /** What is found where no source has a setting. */
    public static final String DEFAULTS = "the defaults";

    /** A value, and where it came from, in words. */
    public record Found(String value, String source) {}

    private final Map<String, String> arguments;

    private final Map<String, String> program;

    private final UnaryOperator<@Nullable String> systemProperties;

    private final Map<String, String> environment;

    private final Map<String, String> file;

    public SettingSources(
            Map<String, String> arguments,
            Map<String, String> program,
            UnaryOperator<@Nullable String> systemProperties,
            Map<String, String> environment,
            Map<String, String> file) {
        this.arguments = arguments;
        this.program = program;
        this.systemProperties = systemProperties;
        this.environment = environment;
        this.file = file;
    }

    /**
     * The sources of this process.
     *
     * @throws InvalidSettingException when {@code daemon.properties} cannot be read
     */
    public static SettingSources ofProcess(Map<String, String> arguments, Map<String, String> program) {
        return new SettingSources(arguments, program, System::getProperty, System.getenv(), readFile());
    }

    /** The values that a program gives, and no other source. */
    public static SettingSources of(Map<String, String> program) {
        return new SettingSources(Map.of(), program, name -> null, Map.of(), Map.of());
    }

    /**
     * The settings of {@code daemon.properties} on the class path, which is in the image; environment variables of a developer's machine
     * are not.
     *
     * @param arguments what the command line sets beside it
     * @throws InvalidSettingException when it cannot be read
     */
    public static SettingSources ofFile(Map<String, String> arguments) {
        return new SettingSources(arguments, Map.of(), name -> null, Map.of(), readFile());
    }

    private static Map<String, String> readFile() {
        try {
            return fileOfClassPath();
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettingException(FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads {@code daemon.properties}; empty when there is none. */
    private static Map<String, String> fileOfClassPath() throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Map<String, String> values = new LinkedHashMap<>();
        try (InputStream in = loader.getResourceAsStream(FILE)) {
            if (in != null) {
                Properties properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                for (String name : properties.stringPropertyNames()) {
                    values.put(name, properties.getProperty(name).trim());
                }
            }
        }
        return values;
    }

    /** The name of a setting's environment variable: {@code DAEMON_PORT} for {@code daemon.port}. */
    public static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Finds a setting, or null when no source has it. */
    public @Nullable Found find(String key) {
        String variable = variable(key);
        String value = arguments.get(key);
        if (value != null) {
            return new Found(value.trim(), "the command line");
        }
        value = program.get(key);
        if (value != null) {
            return new Found(value.trim(), "the program");
        }
        value = systemProperties.apply(key);
        if (value != null) {
            return new Found(value.trim(), "the system property " + key);
        }
        value = environment.get(variable);
        if (value != null && !isServiceLink(variable, value)) {
            return new Found(value.trim(), "the environment variable " + variable);
        }
        value = file.get(key);
        return value == null ? null : new Found(value, FILE);
    }

    /** Kubernetes sets {@code NAME_PORT=tcp://…} in each pod for a Service called {@code name}: that is no setting. */
    private static boolean isServiceLink(String variable, String value) {
        return variable.endsWith("_PORT") && (value.startsWith("tcp://") || value.startsWith("udp://"));
    }

    /** The names that were given on the command line, by the program and in the file, each with its source. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        putAll(file, FILE, names);
        putAll(program, "the program", names);
        putAll(arguments, "the command line", names);
        return names;
    }

    private static void putAll(Map<String, String> settings, String source, Map<String, String> names) {
        for (String name : settings.keySet()) {
            names.put(name, source);
        }
    }

    /**
     * What an operator should look at in the environment: variables with the prefix of settings that are the name of none, and
     * service links.
     *
     * @param keys the names of all settings
     * @param prefixes their prefixes, such as {@code daemon}
     * @return a sentence for each
     */
    public List<String> doubtfulVariables(List<String> keys, List<String> prefixes) {
        List<String> variables = variables(keys);
        List<String> starts = variables(prefixes);
        List<String> doubts = new ArrayList<>();
        for (Map.Entry<String, String> entry : environment.entrySet()) {
            String name = entry.getKey();
            String value = entry.getValue();
            if (!startsWithAny(name, starts)) {
                continue;
            }
            if (isServiceLink(name, value) && variables.contains(name)) {
                doubts.add(
                        "The environment variable " + name + " is '" + value
                                + "', which Kubernetes sets for a Service with"
                                + " this name. It is ignored. Rename the Service, or set enableServiceLinks: false for the pod.");
            } else if (!variables.contains(name) && !isOfService(name)) {
                String nearest = NearestName.of(name, variables);
                doubts.add("The environment variable " + name + " is not a setting and is ignored."
                        + (nearest == null ? "" : " Did you mean " + nearest + "?"));
            }
        }
        return doubts;
    }

    private static List<String> variables(List<String> keys) {
        List<String> variables = new ArrayList<>();
        for (String key : keys) {
            variables.add(variable(key));
        }
        return variables;
    }

    private static boolean startsWithAny(String name, List<String> starts) {
        for (String start : starts) {
            if (name.startsWith(start + "_")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfService(String name) {
        return name.endsWith("_SERVICE_HOST")
                || name.contains("_SERVICE_PORT")
                || name.contains("_TCP")
                || name.contains("_UDP");
    }
}
