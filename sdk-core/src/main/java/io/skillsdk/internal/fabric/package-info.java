/**
 * The platform's resources over its wire: what each method of {@link io.skillsdk.fabric.Fabric} asks, and how its answers are
 * read. The same code runs over HTTP and over the stand-in.
 */
@NullMarked
package io.skillsdk.internal.fabric;

import org.jspecify.annotations.NullMarked;
