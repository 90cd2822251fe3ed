/**
 * Tests a daemon against the contract of the platform, whatever language it is written in. {@link
 * io.skillsdk.conformance.ConformanceSuite} is for tests in Java; the jar itself is a command line program. It needs nothing
 * but a JDK, and knows nothing of the SDK.
 */
@NullMarked
package io.skillsdk.conformance;

import org.jspecify.annotations.NullMarked;
