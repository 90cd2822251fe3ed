/**
 * Payloads of generated types, and what must hold for each: no false refusal, no false fault, and a round trip. Types are
 * put together at random from shapes of every kind that Jackson can bind.
 */
@NullMarked
package io.skillsdk.internal.json.generated;

import org.jspecify.annotations.NullMarked;
