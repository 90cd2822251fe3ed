package io.skillsdk.internal.fabric;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A long list, page by page as it is read. A page that is shorter than asked for need not be the last, as a server may have a
 * limit of its own; it ends with an empty page, or with one that is there again because the server knows no {@code skip}.
 */
final class Pages<T> implements Iterator<T> {

    private static final int PAGE = 1000;

    /** Asks for a page. */
    interface Source<T> {
        List<T> page(int limit, int skip);
    }

    private final Source<T> source;

    private final Function<T, String> id;

    private final int pageSize;

    private final Deque<T> waiting = new ArrayDeque<>();

    private int seen;

    private @Nullable String firstOfLast;

    private boolean ended;

    private Pages(Source<T> source, Function<T, String> id, int pageSize) {
        this.source = source;
        this.id = id;
        this.pageSize = pageSize;
    }

    static <T> Stream<T> stream(Source<T> source, Function<T, String> id) {
        return stream(source, id, PAGE);
    }

    static <T> Stream<T> stream(Source<T> source, Function<T, String> id, int pageSize) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new Pages<>(source, id, pageSize), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    @Override
    public boolean hasNext() {
        if (waiting.isEmpty() && !ended) {
            ask();
        }
        return !waiting.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return waiting.remove();
    }

    private void ask() {
        List<T> page = source.page(pageSize, seen);
        String first = page.isEmpty() ? null : id.apply(page.get(0));
        if (first == null || first.equals(firstOfLast)) {
            ended = true;
            return;
        }
        firstOfLast = first;
        seen += page.size();
        waiting.addAll(page);
    }
}
