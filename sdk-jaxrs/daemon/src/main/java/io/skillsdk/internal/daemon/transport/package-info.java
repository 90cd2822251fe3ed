/** All that knows the NIO of Grizzly: connections, the threads that lead selectors, and how strictly HTTP is read. */
@NullMarked
package io.skillsdk.internal.daemon.transport;

import org.jspecify.annotations.NullMarked;
