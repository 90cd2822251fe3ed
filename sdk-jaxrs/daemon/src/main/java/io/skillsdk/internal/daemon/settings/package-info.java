/** Where settings come from, and how they are read and checked. */
@NullMarked
package io.skillsdk.internal.daemon.settings;

import org.jspecify.annotations.NullMarked;
