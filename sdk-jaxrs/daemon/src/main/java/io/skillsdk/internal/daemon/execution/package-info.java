/** One call's life: the threads it runs on, the limit on concurrency, its deadline. It knows nothing of HTTP or of
 * connections; of the server it knows one thing, the kind of thread that Grizzly wants ({@code DaemonThread}). */
@NullMarked
package io.skillsdk.internal.daemon.execution;

import org.jspecify.annotations.NullMarked;
