/**
 * Internal: the page {@code /metrics}. It counts calls as a listener, reads the daemon's gauges when it is asked, and makes
 * a bounded number of series: no name or value of a caller is in them.
 */
@NullMarked
package io.skillsdk.internal.metrics;

import org.jspecify.annotations.NullMarked;
