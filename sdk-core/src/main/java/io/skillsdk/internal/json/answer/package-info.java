/**
 * Internal: answers. What an action is declared to return, and the bytes that the gateway accepts of it.
 */
@NullMarked
package io.skillsdk.internal.json.answer;

import org.jspecify.annotations.NullMarked;
