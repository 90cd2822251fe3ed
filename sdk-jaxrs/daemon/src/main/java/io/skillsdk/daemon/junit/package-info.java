/** A daemon in JUnit tests. The only room of the daemon that touches JUnit, which is optional. */
@NullMarked
package io.skillsdk.daemon.junit;

import org.jspecify.annotations.NullMarked;
