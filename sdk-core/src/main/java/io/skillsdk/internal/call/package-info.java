/**
 * Internal: the life of one call, the pipeline behind every action. Binds and checks the payload, calls the action with
 * its interceptors, turns results and failures into answers, and tells the log and the listeners. It knows nothing of
 * HTTP servers: doors hand it an {@code ActionCall} and send its {@code ActionAnswer}.
 */
@NullMarked
package io.skillsdk.internal.call;

import org.jspecify.annotations.NullMarked;
