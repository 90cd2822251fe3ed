/**
 * Internal: what the JSON of a Java type looks like, described for people and for skill.yaml. It describes and never decides; it
 * knows the mapper and nothing else.
 */
@NullMarked
package io.skillsdk.internal.json.shape;

import org.jspecify.annotations.NullMarked;
