package io.skillsdk.internal.definition.resolve;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.action.ActionDefaults;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Where the image's daemon answers: what skill.yaml has to agree with. It comes from {@code daemon.properties} on the
 * class path, which is in the image; environment variables of a developer's machine are not.
 *
 * @param method {@code daemon.method}
 * @param path {@code daemon.path}
 * @param port {@code daemon.port}
 */
public record DaemonEndpoint(String method, String path, String port) {

    /** The name of the file with settings on the class path. */
    public static final String FILE = "daemon.properties";

    /**
     * Reads {@code daemon.properties}, with the platform's defaults for what it does not say.
     *
     * @return the endpoint
     * @throws DefinitionException when the file cannot be read
     */
    public static DaemonEndpoint ofClassPath() {
        try {
            Map<String, String> file = readFile();
            return new DaemonEndpoint(
                    file.getOrDefault("daemon.method", ActionDefaults.PLATFORM.method()),
                    file.getOrDefault("daemon.path", ActionDefaults.PLATFORM.path()),
                    file.getOrDefault("daemon.port", "5000"));
        } catch (IOException | IllegalArgumentException e) {
            throw new DefinitionException(FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads all settings of {@code daemon.properties}.
     *
     * @return names to values, empty when there is no such file
     * @throws IOException when it cannot be read
     */
    public static Map<String, String> readFile() throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Map<String, String> values = new LinkedHashMap<>();
        try (InputStream in = loader.getResourceAsStream(FILE)) {
            if (in != null) {
                Properties properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties
                        .stringPropertyNames()
                        .forEach(name ->
                                values.put(name, properties.getProperty(name).trim()));
            }
        }
        return values;
    }

    public ActionDefaults defaults() {
        return new ActionDefaults(method, path);
    }
}
