package io.skillsdk.fabric;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run of an experiment. Its values are those of the moment it was read; what is written goes to the platform at once.
 *
 * <p>A run that was started here writes its end when it is closed. One that was read does nothing then.
 */
public interface Run extends AutoCloseable {

    /**
     * Returns its id.
     *
     * @return the id
     */
    String id();

    /**
     * Returns the name of its experiment.
     *
     * @return the name
     */
    String experiment();

    /**
     * Returns its parameters.
     *
     * @return any JSON by name
     */
    Map<String, @Nullable Object> params();

    /**
     * Returns its metrics.
     *
     * @return any JSON by name
     */
    Map<String, @Nullable Object> metrics();

    /**
     * Returns what else is noted of it.
     *
     * @return any JSON by name
     */
    Map<String, @Nullable Object> meta();

    /**
     * Returns when it began.
     *
     * @return the time, or empty
     */
    Optional<Instant> started();

    /**
     * Returns when it ended.
     *
     * @return the time; empty while it was not stopped
     */
    Optional<Instant> ended();

    /**
     * Returns the names of its artifacts.
     *
     * @return the names
     */
    Set<String> artifacts();

    /**
     * Downloads an artifact. Close the result.
     *
     * @param name its name, such as {@code model}
     * @return the artifact
     * @throws FabricException with {@link FabricException.Reason#NOT_FOUND} when there is none
     */
    Download artifact(String name);

    /**
     * Writes an artifact, in place of what it was.
     *
     * @param name its name
     * @param body what it holds
     */
    void upload(String name, ContentBody body);

    /**
     * Writes a parameter.
     *
     * @param name its name
     * @param value any object that can be written as JSON
     */
    void param(String name, Object value);

    /**
     * Writes a metric.
     *
     * @param name its name
     * @param value any object that can be written as JSON
     */
    void metric(String name, Object value);

    /**
     * Writes what else is noted of it.
     *
     * @param name its name
     * @param value any object that can be written as JSON
     */
    void meta(String name, Object value);

    /** Writes when it ended and how long it took, once, if it was started here. */
    @Override
    void close();
}
