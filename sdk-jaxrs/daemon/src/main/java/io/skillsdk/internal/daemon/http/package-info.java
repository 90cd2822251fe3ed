/**
 * Internal: how strictly HTTP is read, before Grizzly reads it: each byte of a request's head, chunks and trailers, and what pages of other sites may
 * send. The listener that is set up so is here too.
 */
@NullMarked
package io.skillsdk.internal.daemon.http;

import org.jspecify.annotations.NullMarked;
