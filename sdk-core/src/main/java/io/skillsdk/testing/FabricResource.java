package io.skillsdk.testing;

/** The resources whose calls can be made to fail. */
public enum FabricResource {
    /** Sessions. */
    SESSIONS("sessions"),
    /** Secrets. */
    SECRETS("secrets"),
    /** Connections. */
    CONNECTIONS("connections"),
    /** Managed content. */
    CONTENT("content"),
    /** Experiments, runs and artifacts. */
    EXPERIMENTS("experiments"),
    /** Models. */
    MODELS("models"),
    /** Types. */
    TYPES("types"),
    /** Calls of skills. */
    SKILLS("skillinvoke"),
    /** Calls of agents. */
    AGENTS("agentinvoke"),
    /** Activations. */
    ACTIVATIONS("activations"),
    /** GraphQL. */
    GRAPHQL("graphql");

    private final String area;

    FabricResource(String area) {
        this.area = area;
    }

    String area() {
        return area;
    }
}
