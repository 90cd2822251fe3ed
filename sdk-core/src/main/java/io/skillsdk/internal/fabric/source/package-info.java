/**
 * Where the {@code Fabric} of an action comes from: the platform of its call, the environment, or on a laptop the local store. The
 * settings of all that are read here.
 */
@NullMarked
package io.skillsdk.internal.fabric.source;

import org.jspecify.annotations.NullMarked;
