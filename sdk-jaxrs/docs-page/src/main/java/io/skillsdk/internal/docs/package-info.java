/**
 * Internal: the page {@code /docs}, on which people try the actions of a daemon. It is three files of this jar, which read
 * {@code /openapi.json}; nothing comes from another server, and the content security policy allows nothing else.
 */
@NullMarked
package io.skillsdk.internal.docs;

import org.jspecify.annotations.NullMarked;
