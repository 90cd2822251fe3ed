/**
 * A request on Grizzly, from the root handler to its answer: the body, the call, the answer. It uses the transport below it, and
 * the execution of calls.
 */
@NullMarked
package io.skillsdk.internal.daemon.request;

import org.jspecify.annotations.NullMarked;
