/**
 * Internal: JSON. Reads envelopes and payloads, explains what is wrong with them, writes answers. With
 * {@code io.skillsdk.internal.fabric.json}, the only room that touches Jackson; it knows the author's types of {@code io.skillsdk} and nothing else of the SDK.
 */
@NullMarked
package io.skillsdk.internal.json;

import org.jspecify.annotations.NullMarked;
