/**
 * Internal: trials. Lets Jackson read a refused payload once more, each value on its own, and goes on after a value that
 * does not fit, so that one reading tells every fault. Jackson's own readers decide; nothing here knows any type.
 */
@NullMarked
package io.skillsdk.internal.json.trial;

import org.jspecify.annotations.NullMarked;
