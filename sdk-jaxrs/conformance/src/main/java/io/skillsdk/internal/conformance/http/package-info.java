/**
 * HTTP/1.1 over a socket of its own, as the suite has to send what no client library would, and to see what they hide: the
 * reason phrase, and whether a connection was closed.
 */
@NullMarked
package io.skillsdk.internal.conformance.http;

import org.jspecify.annotations.NullMarked;
