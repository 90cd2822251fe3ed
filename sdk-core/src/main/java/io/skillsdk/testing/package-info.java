/**
 * Testing actions without HTTP: no sockets, no ports, the same bytes. {@link io.skillsdk.testing.SkillTester} is one
 * of the doors to the pipeline and may use all of it; the command line's {@code invoke} goes through it too.
 */
@NullMarked
package io.skillsdk.testing;

import org.jspecify.annotations.NullMarked;
