/**
 * The local store: a platform in memory that is filled from the files of a workspace, for {@code java -jar} without a platform.
 */
@NullMarked
package io.skillsdk.internal.fabric.local;

import org.jspecify.annotations.NullMarked;
