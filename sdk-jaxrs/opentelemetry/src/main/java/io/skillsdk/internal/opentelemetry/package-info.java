/**
 * Internal: a server span for each call, by the API of OpenTelemetry. The SDK of OpenTelemetry, or its Java agent, is the
 * application's; without one nothing is recorded. Nothing of an envelope is in a span but the activation's id.
 */
@NullMarked
package io.skillsdk.internal.opentelemetry;

import org.jspecify.annotations.NullMarked;
