/**
 * What the author of an action touches: the annotations, the envelope of a call, its context, and the
 * ways to answer. Everything here that holds values is immutable. Nothing here depends on another package of the SDK.
 */
@NullMarked
package io.skillsdk;

import org.jspecify.annotations.NullMarked;
