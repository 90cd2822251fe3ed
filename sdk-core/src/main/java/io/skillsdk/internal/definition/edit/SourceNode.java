package io.skillsdk.internal.definition.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** A value as it is written: where it starts and ends in the text, its anchor, and whether it is within braces. */
sealed interface SourceNode {

    /** Its offset in the text, that of its anchor or tag where it has one. */
    int start();

    /** The offset behind it; for a block collection, behind the last thing in it. */
    int end();

    /** The name of its anchor; null for none. */
    @Nullable String anchor();

    /** Whether it is a mapping or list within braces or brackets. */
    default boolean isFlow() {
        return (this instanceof Mapping mapping && mapping.flow)
                || (this instanceof Sequence sequence && sequence.flow);
    }

    /** Whether it is a mapping or list on lines of its own. */
    default boolean isBlockCollection() {
        return (this instanceof Mapping || this instanceof Sequence) && !isFlow();
    }

    /** A scalar. */
    record Scalar(int start, int end, @Nullable String anchor, String value, ScalarStyle style) implements SourceNode {

        boolean isEmpty() {
            return start == end;
        }

        boolean isBlock() {
            return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        }
    }

    /**
     * A list.
     *
     * @param content the offset of its first dash, or of its bracket
     */
    record Sequence(
            int start, int content, int end, @Nullable String anchor, boolean flow, List<SourceNode> items)
            implements SourceNode {}

    /** A mapping; one within braces may have none of its own, as in {@code [a: 1]}. */
    record Mapping(int start, int end, @Nullable String anchor, boolean flow, List<Entry> entries)
            implements SourceNode {

        @Nullable Entry entry(String key) {
            for (Entry entry : entries) {
                if (entry.key() instanceof Scalar scalar && scalar.value().equals(key)) {
                    return entry;
                }
            }
            return null;
        }
    }

    /** A reference to a value with an anchor. */
    record Alias(int start, int end, String target) implements SourceNode {
        @Override
        public @Nullable String anchor() {
            return null;
        }
    }

    /** A key with its value. */
    record Entry(SourceNode key, SourceNode value) {}
}
