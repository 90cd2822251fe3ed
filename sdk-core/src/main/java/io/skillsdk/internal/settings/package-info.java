/**
 * Where settings come from, and how their values are read: for the daemon's own and for those of a skill, with the same sources
 * and the same messages. It knows nothing of a daemon.
 */
@NullMarked
package io.skillsdk.internal.settings;

import org.jspecify.annotations.NullMarked;
