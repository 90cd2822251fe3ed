/** What JUnit Jupiter adds to testing actions. Needs {@code junit-jupiter-params}, an optional dependency. */
@NullMarked
package io.skillsdk.testing.junit;

import org.jspecify.annotations.NullMarked;
