package io.skillsdk.fabric;

import io.skillsdk.Secret;
import java.util.Map;
import java.util.Optional;

/** The secrets of a project. Their values show in no log, no exception and no {@code toString}. */
public interface Secrets {

    /**
     * Reads a secret.
     *
     * @param name its name
     * @return the secret; its text is JSON when the value is no string
     * @throws FabricException with {@link FabricException.Reason#NOT_FOUND} when there is none
     */
    Secret get(String name);

    /**
     * Reads a secret as an object, such as a service account's key.
     *
     * @param <T> the object's type
     * @param name its name
     * @param type what the value is read as; a string that holds JSON is read too
     * @return the object
     * @throws FabricException with {@link FabricException.Reason#NOT_FOUND} when there is none, and with
     *     {@link FabricException.Reason#UNREADABLE_ANSWER} when it does not fit; without the value
     */
    <T> T get(String name, Class<T> type);

    /**
     * Reads a secret that may be missing.
     *
     * @param name its name
     * @return the secret, or empty
     */
    Optional<Secret> find(String name);

    /**
     * Reads several secrets with one call.
     *
     * @param names their names, without commas
     * @return the secrets by name, in the order of the names
     * @throws FabricException with {@link FabricException.Reason#NOT_FOUND}, naming all that are missing
     */
    Map<String, Secret> getAll(String... names);

    /**
     * Writes a secret, in place of what it was.
     *
     * @param name its name
     * @param value a string, or any object that can be written as JSON
     */
    void save(String name, Object value);

    /**
     * Deletes a secret.
     *
     * @param name its name
     * @return false when there was none
     */
    boolean delete(String name);
}
