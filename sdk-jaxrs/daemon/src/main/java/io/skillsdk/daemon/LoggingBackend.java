package io.skillsdk.daemon;

import org.slf4j.LoggerFactory;

/**
 * What SLF4J writes the log with. One that does not work throws at the first logger, wherever that is, with a stack that does not
 * tell what to do, so it is tried first.
 */
final class LoggingBackend {

    private LoggingBackend() {}

    /**
     * Tries whether a log can be written.
     *
     * @throws DaemonStartException when it cannot, with what to look for
     */
    static void check() {
        try {
            LoggerFactory.getILoggerFactory();
        } catch (LinkageError | IllegalStateException e) {
            throw new DaemonStartException(
                    "The logging backend on the class path does not work (" + e
                            + "). Often a BOM sets one of its jars to another version, such as logback-core beside logback-classic."
                            + " Give all of them one version in pom.xml; mvn dependency:tree shows what they have.",
                    e);
        }
    }
}
