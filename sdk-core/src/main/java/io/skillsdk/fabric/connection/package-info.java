/**
 * What the driver or client of a connection needs, as {@code io.skillsdk.fabric.ConnectionDefinition} gives it: values alone, which show in no
 * {@code toString}. It depends on nothing.
 */
@NullMarked
package io.skillsdk.fabric.connection;

import org.jspecify.annotations.NullMarked;
