package io.skillsdk.internal.definition.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes as they are to be made in a text with aliases: a change at an anchor changes its aliases too. An alias that is
 * to stay different from its anchor is written out; one that changes along needs no edit of its own.
 */
final class AliasPlan {

    private static final String MERGE = "<<";

    private final @Nullable Object tree;

    private final SourceTree source;

    private final List<Change> wanted;

    private final List<Change> planned;

    AliasPlan(@Nullable Object tree, SourceTree source, List<Change> changes) {
        this.tree = tree;
        this.source = source;
        this.wanted = changes;
        this.planned = new ArrayList<>(changes);
    }

    /**
     * Returns what to edit.
     *
     * @throws NotEditableException when that cannot be told
     */
    List<Change> changes() {
        for (SourceTree.AliasSite site : source.aliases()) {
            int merge = site.at().steps().lastIndexOf(MERGE);
            TreePath owner =
                    merge < 0 ? site.at() : new TreePath(site.at().steps().subList(0, merge));
            if (merge >= 0 && owner.then(MERGE).in(tree) == null) {
                planMerge(owner, site.target());
            } else {
                planAlias(site);
            }
        }
        return planned;
    }

    private void planAlias(SourceTree.AliasSite site) {
        Optional<Value> own = after(site.at());
        if (own.isEmpty()) {
            return;
        }
        planned.removeIf(change -> site.at().holds(change.at()));
        if (!own.equals(after(site.target()))) {
            planned.add(new Change.Replace(site.at(), own.get().plain()));
        }
    }

    private void planMerge(TreePath owner, TreePath base) {
        Optional<Value> own = after(owner);
        if (own.isEmpty() || replaced(owner)) {
            return;
        }
        Optional<Value> inherited = after(base);
        if (!(base.in(tree) instanceof Map<?, ?> before)
                || inherited.isEmpty()
                || !(inherited.get().plain() instanceof Map<?, ?> now)
                || !(own.get().plain() instanceof Map<?, ?> mine)) {
            throw new NotEditableException("a merged mapping goes");
        }
        for (Object key : before.keySet()) {
            if (source.find(owner.then(key)) != null) {
                continue;
            }
            if (!mine.containsKey(key)) {
                throw new NotEditableException("a merged key goes");
            }
            planned.removeIf(change -> owner.then(key).holds(change.at()));
            if (!now.containsKey(key) || !Objects.equals(now.get(key), mine.get(key))) {
                planned.add(new Change.Put(owner, key.toString(), mine.get(key), null));
            }
        }
    }

    private boolean replaced(TreePath path) {
        return wanted.stream()
                .anyMatch(change ->
                        change instanceof Change.Replace && change.at().equals(path));
    }

    /** A value, which may be null. */
    private record Value(@Nullable Object plain) {}

    /** What is to be at a place of the tree as it was; empty when that place goes. */
    private Optional<Value> after(TreePath path) {
        List<Change> below = new ArrayList<>();
        for (Change change : wanted) {
            boolean ends = change instanceof Change.Replace || change instanceof Change.Remove;
            if (ends
                    && change.at().holds(path)
                    && (change instanceof Change.Remove || !change.at().equals(path))) {
                return Optional.empty();
            }
            if (path.holds(change.at())) {
                below.add(relative(change, path.steps().size()));
            }
        }
        return Optional.of(new Value(Changes.apply(path.in(tree), below)));
    }

    private static Change relative(Change change, int depth) {
        List<Object> steps = change.at().steps();
        TreePath at = new TreePath(steps.subList(depth, steps.size()));
        if (change instanceof Change.Put put) {
            return new Change.Put(at, put.key(), put.value(), put.after());
        }
        if (change instanceof Change.Insert insert) {
            return new Change.Insert(at, insert.index(), insert.value());
        }
        return change instanceof Change.Replace replace
                ? new Change.Replace(at, replace.value())
                : new Change.Remove(at);
    }
}
