package io.skillsdk.fabric;

import java.util.List;
import java.util.Optional;

/** The connections of a project: where its databases and buckets are, and how to log in there. */
public interface Connections {

    /**
     * Reads a connection, with its secrets filled in.
     *
     * @param name its name
     * @return the connection
     * @throws FabricException with {@link FabricException.Reason#NOT_FOUND} when there is none, or a secret of it is missing
     */
    ConnectionDefinition get(String name);

    /**
     * Reads a connection that may be missing.
     *
     * @param name its name
     * @return the connection, or empty
     */
    Optional<ConnectionDefinition> find(String name);

    /**
     * Lists the connections, without filling in secrets.
     *
     * @return the connections as they are defined
     */
    List<ConnectionDefinition> list();

    /**
     * Saves a connection, in place of one of the same name. Use references such as {@code #SECURE.name} for secrets.
     *
     * @param connection the connection
     */
    void save(ConnectionDefinition connection);

    /**
     * Deletes a connection.
     *
     * @param name its name
     * @return false when there was none
     */
    boolean delete(String name);
}
