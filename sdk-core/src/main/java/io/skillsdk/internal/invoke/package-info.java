/**
 * Calls of actions without a server: a message through the whole pipeline, with a deadline, on a thread of its own. {@code SkillTester},
 * the command {@code invoke} and tools for AI agents over standard input call actions so.
 */
@NullMarked
package io.skillsdk.internal.invoke;

import org.jspecify.annotations.NullMarked;
