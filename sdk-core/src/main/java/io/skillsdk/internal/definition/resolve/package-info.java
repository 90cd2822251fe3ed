/** The platform's own resolution: which action an input reaches, with which properties, and at which address. */
@NullMarked
package io.skillsdk.internal.definition.resolve;

import org.jspecify.annotations.NullMarked;
