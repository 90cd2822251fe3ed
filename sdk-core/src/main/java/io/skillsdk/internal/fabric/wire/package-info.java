/**
 * One request to the platform and its answer: addresses, time, retries, faults, and the HTTP client of the JDK. Nothing here
 * knows what a session or an experiment is.
 */
@NullMarked
package io.skillsdk.internal.fabric.wire;

import org.jspecify.annotations.NullMarked;
