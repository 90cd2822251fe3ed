/**
 * Internal: what the SDK's mapper does otherwise than a plain one. Payloads are strict, values are kept as they were
 * sent, and what the author calls required is required.
 */
@NullMarked
package io.skillsdk.internal.json.mapper;

import org.jspecify.annotations.NullMarked;
