/**
 * Testing actions without HTTP: no sockets, no ports, the same bytes. {@link io.skillsdk.testing.SkillTester} is one
 * of the doors to the pipeline and may use all of it; nothing else of the SDK uses this package.
 */
@NullMarked
package io.skillsdk.testing;

import org.jspecify.annotations.NullMarked;
