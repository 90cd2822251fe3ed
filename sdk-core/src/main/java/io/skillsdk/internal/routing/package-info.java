/**
 * Internal: which action a call reaches, by its method and path or by the envelope's {@code outputName}. An {@code
 * ActionCatalog} has all the actions of one daemon, feature or tester.
 */
@NullMarked
package io.skillsdk.internal.routing;

import org.jspecify.annotations.NullMarked;
