/** The command line: which commands there are, and what each prints. It knows the daemon by what it needs of it. */
@NullMarked
package io.skillsdk.internal.daemon.command;

import org.jspecify.annotations.NullMarked;
