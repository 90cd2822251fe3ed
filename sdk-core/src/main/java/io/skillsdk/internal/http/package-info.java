/**
 * Internal: what HTTP adds to the pipeline, whichever server brought the call: bodies with a limit and gzip, query
 * strings, the answers for wrong paths and methods. It uses {@code io.skillsdk.internal.call} and no server's classes.
 */
@NullMarked
package io.skillsdk.internal.http;

import org.jspecify.annotations.NullMarked;
