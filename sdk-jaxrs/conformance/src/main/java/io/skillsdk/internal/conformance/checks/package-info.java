/** What the suite sends, and the rules that answers have to keep: envelope, HTTP, answer, errors, health and drain. */
@NullMarked
package io.skillsdk.internal.conformance.checks;

import org.jspecify.annotations.NullMarked;
