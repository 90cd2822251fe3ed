package io.skillsdk.daemon;

/**
 * The route that requests take in the tests of a module. This module takes the direct one; skill-sdk-jaxrs runs the same tests with
 * a JAX-RS component registered. Found by {@code ServiceLoader}.
 */
public interface TestRoute {

    /** Has requests take this route. */
    SkillDaemon.Builder through(SkillDaemon.Builder builder);
}
