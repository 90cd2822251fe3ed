/**
 * A daemon of its own for actions: settings, life cycle, health. The one package that touches Grizzly and Jersey; it
 * uses {@code io.skillsdk.jaxrs} and {@code io.skillsdk.http}, and nothing uses it.
 */
@NullMarked
package io.skillsdk.daemon;

import org.jspecify.annotations.NullMarked;
