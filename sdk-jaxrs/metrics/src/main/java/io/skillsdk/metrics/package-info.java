/**
 * Metrics of a daemon. With this artifact on the class path the daemon answers at {@code /metrics} for Prometheus, and
 * nothing has to be called; what is here is for applications that have a registry of Micrometer.
 */
@NullMarked
package io.skillsdk.metrics;

import org.jspecify.annotations.NullMarked;
