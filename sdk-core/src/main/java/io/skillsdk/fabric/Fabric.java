package io.skillsdk.fabric;

import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The platform as one call sees it: bound to the call's token, project, session and deadline.
 *
 * <p>An action takes it as a parameter. It may be used from several threads, and only until the action has answered: then
 * every method that asks the platform throws an {@link IllegalStateException}. Calls block. Each ends before the deadline of
 * the action's call, and fails with a {@link FabricException} that says why.
 *
 * <p>Where there is no platform (on a laptop) a local store answers instead, filled from the workspace.
 */
public interface Fabric {

    /**
     * Makes a client from the environment, for jobs and for the start of a skill. An action takes its {@code Fabric} as a
     * parameter instead.
     *
     * <p>The endpoint, the token and the project are {@code CORTEX_URL}, {@code CORTEX_TOKEN} and {@code CORTEX_PROJECT};
     * what is missing comes from the personal access config in {@code CORTEX_PERSONAL_ACCESS_CONFIG} (JSON text), then from
     * the current profile in {@code ~/.cortex/config} (the folder is {@code CORTEX_CONFIG_DIR} when set). Without a
     * {@code CORTEX_TOKEN} a token of two minutes is signed with the Ed25519 key of the personal access config, and renewed
     * as needed (cortex-python 6.4). Each call may take 30 seconds.
     *
     * @return the client
     * @throws FabricException with {@link FabricException.Reason#TOKEN_MISSING} or {@link FabricException.Reason#INVALID} when
     *     the environment does not say enough; the message names what is missing
     */
    static Fabric fromEnvironment() {
        return Connector.find().connect(null);
    }

    /**
     * Makes a client from a profile of {@code ~/.cortex/config}, for work on one's own machine.
     *
     * @param name the name of the profile
     * @return the client
     * @throws FabricException as {@link #fromEnvironment()} does
     */
    static Fabric fromProfile(String name) {
        return Connector.find().connect(Objects.requireNonNull(name, "name"));
    }

    /**
     * Returns the project that this client works in.
     *
     * @return the project's id
     */
    String projectId();

    /**
     * Returns the same client in another project. The token decides what is allowed there.
     *
     * @param projectId the project's id
     * @return the client
     */
    Fabric project(String projectId);

    /**
     * Returns the session of this call: the one the caller chose, else one of the activation's own (gateway).
     *
     * @return the session
     * @throws IllegalStateException when the call has no session, as in a job
     */
    Session session();

    /**
     * Returns the sessions of the project.
     *
     * @return the sessions
     */
    Sessions sessions();

    /**
     * Returns the secrets of the project. The platform gives them out inside the cluster only (cortex-python).
     *
     * @return the secrets
     */
    Secrets secrets();

    /**
     * Returns the connections of the project: where its databases and buckets are.
     *
     * @return the connections
     */
    Connections connections();

    /**
     * Returns the managed content of the project: its files.
     *
     * @return the content
     */
    Content content();

    /**
     * Returns the experiments of the project, with their runs and artifacts.
     *
     * @return the experiments
     */
    Experiments experiments();

    /**
     * Returns the models of the project.
     *
     * @return the models
     */
    Documents models();

    /**
     * Returns the types of the project, which skills use for their parameters.
     *
     * @return the types
     */
    Documents types();

    /**
     * Returns the skills of the project, to call them.
     *
     * @return the skills; the input of an {@link Invocation} is an input of the skill
     */
    Invocations skills();

    /**
     * Returns the agents of the project, to call them.
     *
     * @return the agents; the input of an {@link Invocation} is a service of the agent
     */
    Invocations agents();

    /**
     * Returns the activations of the project: what became of calls.
     *
     * @return the activations
     */
    Activations activations();

    /**
     * Asks GraphQL, which has profiles, data sources, projects and campaigns. It is sent once and never again by itself, as it
     * may be a mutation.
     *
     * @param <T> the type of the data
     * @param query the query or mutation
     * @param variables its variables
     * @param type what the member {@code data} of the answer is read as; {@code Map.class} for any
     * @return the data
     * @throws FabricException with {@link FabricException.Reason#INVALID} when the answer has {@code errors}
     */
    <T> T graphql(String query, Map<String, ? extends @Nullable Object> variables, Class<T> type);

    /**
     * Returns a door to every other call of the platform.
     *
     * @return the door
     */
    RawCalls raw();

    /** Connects clients that belong to no call. The SDK has one; it is not meant to be implemented elsewhere. */
    interface Connector {

        /**
         * Connects a client.
         *
         * @param profile a profile of {@code ~/.cortex/config}, or null for what the environment says
         * @return the client
         * @throws FabricException as {@link Fabric#fromEnvironment()} does
         */
        Fabric connect(@Nullable String profile);

        private static Connector find() {
            return ServiceLoader.load(Connector.class, Fabric.class.getClassLoader())
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException(
                                    "The file META-INF/services/" + Connector.class.getName()
                                            + " of skill-sdk-core is missing. Where jars are merged into one, merge their service files."));
        }
    }
}
