package io.skillsdk.fabric;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * State that calls share, as JSON by key. Each method asks the platform.
 *
 * <p>Writes merge key by key, and the last writer of a key wins: the platform has neither a compare-and-set nor a way to
 * remove one key (gateway 6.11). A session that there is not reads as empty. A write makes its time to live begin anew, a
 * read does not. What one write sends may have 512 kB (gateway).
 */
public interface Session {

    /**
     * Returns its id.
     *
     * @return the id
     */
    String id();

    /**
     * Reads one value.
     *
     * @param <T> the value's type
     * @param key its key
     * @param type what the value is read as
     * @return the value; empty when there is none or it is null, which look alike to the platform
     * @throws FabricException with {@link FabricException.Reason#UNREADABLE_ANSWER} when the value does not fit the type
     */
    <T> Optional<T> get(String key, Class<T> type);

    /**
     * Reads all values.
     *
     * @return strings, numbers, booleans, lists, maps and nulls by key; empty when there is no session
     */
    Map<String, @Nullable Object> state();

    /**
     * Reads all values as one object.
     *
     * @param <T> the object's type
     * @param type a record or class whose members are keys of the session; others are ignored
     * @return the object
     * @throws FabricException with {@link FabricException.Reason#UNREADABLE_ANSWER} when the state does not fit the type
     */
    <T> T state(Class<T> type);

    /**
     * Writes one value.
     *
     * @param key its key
     * @param value any object that can be written as JSON, or null
     */
    void put(String key, @Nullable Object value);

    /**
     * Writes several values at once.
     *
     * @param values a map, a record, or any object that is written as a JSON object with at least one member
     * @throws FabricException with {@link FabricException.Reason#INVALID} when there is nothing to write
     */
    void putAll(Object values);

    /**
     * Deletes the session.
     *
     * @return false when there was none
     */
    boolean delete();
}
