/**
 * Optional modules of the daemon: what a jar on the class path may add to it, which is pages such as {@code /metrics}
 * and listeners of its calls, and what it may know of the daemon. It uses {@code io.skillsdk.call} alone.
 */
@NullMarked
package io.skillsdk.daemon.extension;

import org.jspecify.annotations.NullMarked;
