/**
 * Internal: the JSON Schema (2020-12, the dialect of OpenAPI 3.1) of what is read and written, and examples of it. It is
 * made from the same descriptions as skill.yaml; what Jackson takes for a type is always valid against its schema.
 */
@NullMarked
package io.skillsdk.internal.json.schema;

import org.jspecify.annotations.NullMarked;
