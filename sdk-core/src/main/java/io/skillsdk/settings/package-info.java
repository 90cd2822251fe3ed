/** Settings of a skill's own: a record, bound to a prefix, from the same sources as the settings of the daemon. */
@NullMarked
package io.skillsdk.settings;

import org.jspecify.annotations.NullMarked;
