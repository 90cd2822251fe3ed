/**
 * Internal: what an action is. Finds actions on classes and instances, reads their signatures, resolves their arguments
 * and calls them.
 */
@NullMarked
package io.skillsdk.internal.action;

import org.jspecify.annotations.NullMarked;
