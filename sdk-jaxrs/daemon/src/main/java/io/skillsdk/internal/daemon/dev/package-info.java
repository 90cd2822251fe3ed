/**
 * What the command {@code dev} needs: which files belong to the program, when they change, how they are compiled, and the classes of
 * one version of it. It knows nothing of a daemon, and nothing of it is loaded by any other command.
 */
@NullMarked
package io.skillsdk.internal.daemon.dev;

import org.jspecify.annotations.NullMarked;
