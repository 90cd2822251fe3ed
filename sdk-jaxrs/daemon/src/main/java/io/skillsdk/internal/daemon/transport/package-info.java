/** Internal: all that knows the NIO of Grizzly: connections, and the threads that lead selectors. */
@NullMarked
package io.skillsdk.internal.daemon.transport;

import org.jspecify.annotations.NullMarked;
