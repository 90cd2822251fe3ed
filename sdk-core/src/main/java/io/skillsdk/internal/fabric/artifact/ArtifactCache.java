package io.skillsdk.internal.fabric.artifact;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values by run: loaded once, kept for the last few runs, closed when no call has them any more. Thread-safe.
 *
 * @param <T> the values' type
 */
public final class ArtifactCache<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArtifactCache.class);

    /** A value, and the calls that have it. */
    private static final class Entry<T> {
        private final CompletableFuture<T> value = new CompletableFuture<>();
        private final Set<Object> holders = new HashSet<>();
        private boolean retired;
    }

    private final int keep;

    // the one used last is the last; guarded by this, and so is what is in its entries
    private final Map<String, Entry<T>> entries = new LinkedHashMap<>(16, 0.75f, true);

    /** Makes a cache of some runs. */
    public ArtifactCache(int keep) {
        this.keep = keep;
    }

    /**
     * The value of a run.
     *
     * @param run the run, bound to a call
     * @param what the artifact, in words
     */
    public T get(CallBound run, String what, Supplier<T> loading) {
        while (true) {
            Entry<T> mine = new Entry<>();
            Entry<T> entry = enter(mine, run);
            T value = entry == mine ? load(run.identity(), mine, loading) : await(entry, what, run);
            if (value != null) {
                return value;
            }
        }
    }

    private Entry<T> enter(Entry<T> mine, CallBound run) {
        Entry<T> entry;
        boolean first;
        // without a call that ends, the value is held until the cache is closed
        Object holder = run.isBounded() ? run.call() : this;
        synchronized (this) {
            entry = entries.computeIfAbsent(run.identity(), absent -> mine);
            first = entry.holders.add(holder);
        }
        if (first && run.isBounded()) {
            Entry<T> held = entry;
            run.onEnd(() -> release(held, holder));
        }
        return entry;
    }

    private T load(String key, Entry<T> entry, Supplier<T> loading) {
        T value;
        try {
            value = loading.get();
            if (value == null) {
                throw new IllegalStateException("The loader of an artifact must not return null.", null);
            }
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                entries.remove(key, entry);
            }
            entry.value.completeExceptionally(e);
            throw e;
        }
        entry.value.complete(value);
        closeAll(retireOthers());
        return value;
    }

    /** The value that another call loads; null when it failed for a reason of that call, and is to be tried again. */
    private @Nullable T await(Entry<T> entry, String what, CallBound run) {
        try {
            return entry.value.get(run.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new FabricException(Reason.TIMED_OUT, 0, what, "another call is still loading its artifact");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FabricException(Reason.INTERRUPTED, 0, what, "while another call loads its artifact");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (isOfThatCall(cause)) {
                return null;
            }
            if (cause instanceof FabricException failed) {
                throw new FabricException(
                        failed.reason(),
                        failed.status(),
                        failed.what(),
                        failed.detail(),
                        false,
                        failed,
                        failed.address());
            }
            throw new IllegalStateException("Cannot load " + what + ".", cause);
        }
    }

    /** Its time was up, or it was answered: that says nothing about the artifact. */
    private static boolean isOfThatCall(@Nullable Throwable cause) {
        return !(cause instanceof FabricException failed)
                ? cause instanceof IllegalStateException && cause.getCause() == null
                : failed.reason() == Reason.TIMED_OUT
                        || failed.reason() == Reason.INTERRUPTED
                        || failed.reason() == Reason.TOKEN_REFUSED
                        || failed.reason() == Reason.FORBIDDEN;
    }

    private synchronized List<Entry<T>> retireOthers() {
        List<Entry<T>> unused = new ArrayList<>();
        long loaded =
                entries.values().stream().filter(entry -> entry.value.isDone()).count();
        var oldestFirst = entries.values().iterator();
        while (oldestFirst.hasNext() && loaded > keep) {
            Entry<T> entry = oldestFirst.next();
            if (entry.value.isDone()) {
                oldestFirst.remove();
                loaded--;
                retire(entry, unused);
            }
        }
        return unused;
    }

    private static <T> void retire(Entry<T> entry, List<Entry<T>> unused) {
        entry.retired = true;
        if (entry.holders.isEmpty()) {
            unused.add(entry);
        }
    }

    private void release(Entry<T> entry, Object holder) {
        boolean unused;
        synchronized (this) {
            entry.holders.remove(holder);
            unused = entry.retired && entry.holders.isEmpty();
        }
        if (unused) {
            closeAll(List.of(entry));
        }
    }

    private void closeAll(List<Entry<T>> gone) {
        gone.forEach(entry -> {
            var unused = entry.value.thenAccept(ArtifactCache::close);
        });
    }

    private static void close(@Nullable Object value) {
        if (value instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.warn(
                        "A {} that is no longer used cannot be closed",
                        value.getClass().getSimpleName(),
                        e);
            }
        }
    }

    @Override
    public void close() {
        List<Entry<T>> unused = new ArrayList<>();
        synchronized (this) {
            entries.values().forEach(entry -> {
                entry.holders.remove(this);
                retire(entry, unused);
            });
            entries.clear();
        }
        closeAll(unused);
    }
}
