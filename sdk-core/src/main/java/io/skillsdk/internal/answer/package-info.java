/**
 * What goes back to a caller, on every route: an answer with its status, and the errors in the form that the platform shows to users.
 */
@NullMarked
package io.skillsdk.internal.answer;

import org.jspecify.annotations.NullMarked;
