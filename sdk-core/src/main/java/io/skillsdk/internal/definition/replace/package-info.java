/**
 * Replaces files: all of them or none, each in one step, within a folder that no write leaves and never through a link. What
 * is in them is not known here.
 */
@NullMarked
package io.skillsdk.internal.definition.replace;

import org.jspecify.annotations.NullMarked;
