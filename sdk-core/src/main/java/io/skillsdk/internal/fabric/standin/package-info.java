/**
 * A platform in memory that answers as the real one does, request by request: behind {@code InMemoryFabric} in tests, and on a
 * laptop filled from the workspace. The client that runs over HTTP runs over it unchanged.
 */
@NullMarked
package io.skillsdk.internal.fabric.standin;

import org.jspecify.annotations.NullMarked;
