/** JSON by RFC 8259, read strictly and written, so that the suite needs no library beside daemons of other languages. */
@NullMarked
package io.skillsdk.internal.conformance.json;

import org.jspecify.annotations.NullMarked;
