/** One call's life: the threads it runs on, the limit on concurrency, its deadline. It knows nothing of a server. */
@NullMarked
package io.skillsdk.internal.daemon.execution;

import org.jspecify.annotations.NullMarked;
