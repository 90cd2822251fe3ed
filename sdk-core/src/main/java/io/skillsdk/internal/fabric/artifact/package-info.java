/**
 * Values made of artifacts, kept for several calls. Nothing here knows where artifacts come from.
 */
@NullMarked
package io.skillsdk.internal.fabric.artifact;

import org.jspecify.annotations.NullMarked;
