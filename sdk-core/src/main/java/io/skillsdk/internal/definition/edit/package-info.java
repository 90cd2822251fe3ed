/**
 * Changes single places of a YAML text and leaves the rest as people wrote it. Every result is parsed again and compared
 * with what was wanted; a place that cannot be changed that way is written anew, and this is reported.
 */
@NullMarked
package io.skillsdk.internal.definition.edit;

import org.jspecify.annotations.NullMarked;
