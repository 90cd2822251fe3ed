/**
 * What a call lends the client: its token, project, session and time, and when that ends. Sources give each call its client; the
 * settings say how all of them behave.
 */
@NullMarked
package io.skillsdk.internal.fabric.call;

import org.jspecify.annotations.NullMarked;
