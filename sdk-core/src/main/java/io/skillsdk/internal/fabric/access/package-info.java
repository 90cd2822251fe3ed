/**
 * Access from outside a call: the environment, personal access configs and profiles, and tokens signed with their key. For jobs,
 * for the start of a skill, and for work on one's own machine.
 */
@NullMarked
package io.skillsdk.internal.fabric.access;

import org.jspecify.annotations.NullMarked;
