/**
 * Internal: how the bytes of a body become tokens. Jackson's parser, but that it takes a plain string whole; a Jackson that does not allow
 * for that is used as it is. It knows nothing of types and envelopes.
 */
@NullMarked
package io.skillsdk.internal.json.parser;

import org.jspecify.annotations.NullMarked;
