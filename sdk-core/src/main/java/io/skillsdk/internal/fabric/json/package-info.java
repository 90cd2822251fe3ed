/**
 * The JSON of the platform's calls: the only room of the client that touches Jackson. It is lenient where the platform's
 * versions differ, and its messages never quote a value, which may be a secret.
 */
@NullMarked
package io.skillsdk.internal.fabric.json;

import org.jspecify.annotations.NullMarked;
