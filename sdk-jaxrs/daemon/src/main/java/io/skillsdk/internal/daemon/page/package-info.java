/**
 * The pages of the daemon itself, such as health and the description of the actions, and those that extensions add. It uses the
 * requests below it, and what extensions are told.
 */
@NullMarked
package io.skillsdk.internal.daemon.page;

import org.jspecify.annotations.NullMarked;
