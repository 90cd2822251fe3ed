/** Jersey on the daemon's server, for an author's own resources, filters and providers. The only room that knows Jersey. */
@NullMarked
package io.skillsdk.internal.daemon.jaxrs;

import org.jspecify.annotations.NullMarked;
