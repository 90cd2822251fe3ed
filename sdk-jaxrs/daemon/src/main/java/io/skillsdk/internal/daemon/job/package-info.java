/**
 * One message run to its end without HTTP, as the platform starts a job: the call, and where its result goes. It uses the core's
 * pipeline and the platform's client, and knows nothing of Grizzly.
 */
@NullMarked
package io.skillsdk.internal.daemon.job;

import org.jspecify.annotations.NullMarked;
