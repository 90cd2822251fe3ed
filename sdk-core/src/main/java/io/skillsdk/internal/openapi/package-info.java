/**
 * Internal: the OpenAPI 3.1 description of a daemon's actions, made from the same descriptions as skill.yaml. It tells what
 * the daemon does; it is made when it is asked for, and by nothing at start.
 */
@NullMarked
package io.skillsdk.internal.openapi;

import org.jspecify.annotations.NullMarked;
