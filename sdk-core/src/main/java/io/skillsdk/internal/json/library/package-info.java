/**
 * Internal: Jackson as it is on the class path: whether its parts fit together, and which readers are its own. It knows nothing of the
 * SDK.
 */
@NullMarked
package io.skillsdk.internal.json.library;

import org.jspecify.annotations.NullMarked;
