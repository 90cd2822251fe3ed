/**
 * Internal: the pipeline behind every action. Finds actions on instances, routes paths to them, binds and checks
 * arguments, invokes, and turns results and failures into answers. It knows nothing of HTTP servers: doors hand it an
 * {@code ActionCall} and send its {@code ActionAnswer}.
 */
@NullMarked
package io.skillsdk.internal.action;

import org.jspecify.annotations.NullMarked;
