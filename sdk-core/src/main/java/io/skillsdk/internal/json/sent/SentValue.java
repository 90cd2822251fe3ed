package io.skillsdk.internal.json.sent;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** A JSON value as it was sent, with its place in what was sent. It can be left out when the whole is read again. */
public final class SentValue {

    /** How many scalars stay in an object that is read again: the one that names its type is among them. */
    private static final int KEPT_SCALARS = 64;

    private final JsonToken start;

    private final @Nullable SentValue parent;

    private final @Nullable String name;

    private final int index;

    private final int ordinal;

    private int end;

    private final @Nullable Object content;

    private final List<SentValue> children;

    private List<SentValue> live;

    private int leftOut;

    private int first;

    private boolean omitted;

    private boolean passed;

    private boolean passedOver;

    private boolean hasOmissions;

    private boolean placeholders;

    SentValue(
            JsonToken start,
            @Nullable SentValue parent,
            @Nullable String name,
            int index,
            int ordinal,
            @Nullable Object content) {
        this.start = start;
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.ordinal = ordinal;
        this.end = ordinal;
        this.content = content;
        this.children = start.isStructStart() ? new ArrayList<>() : List.of();
        this.live = children;
    }

    /** An object without members, which nobody sent. */
    public static SentValue emptyObject(@Nullable SentValue parent, String name) {
        return new SentValue(JsonToken.START_OBJECT, parent, name, 0, Integer.MAX_VALUE, null);
    }

    void add(SentValue child) {
        children.add(child);
    }

    void endAt(int last) {
        end = last;
    }

    /** Its first token, which tells what it is. */
    public JsonToken token() {
        return start;
    }

    /** Where it begins, in the order of sending. */
    public int ordinal() {
        return ordinal;
    }

    /** Where it ends, in the order of sending. */
    public int end() {
        return end;
    }

    /** What it is part of, or null at the top. */
    public @Nullable SentValue parent() {
        return parent;
    }

    /** Its name within an object, or null. */
    public @Nullable String name() {
        return name;
    }

    /** Its place among its siblings. */
    public int index() {
        return index;
    }

    /** A string, or the text of a float, or a whole number. */
    @Nullable Object content() {
        return content;
    }

    /** Its text, where it is a string; else empty. */
    public String text() {
        return content instanceof String text ? text : "";
    }

    /** Its parts, those left out among them. */
    public List<SentValue> children() {
        return children;
    }

    /** The part that is read at a place, not counting what is left out; or null. */
    public @Nullable SentValue readAt(int place) {
        int at = 0;
        for (int i = first; i < live.size(); i++) {
            SentValue part = live.get(i);
            if ((placeholders || !part.omitted) && at++ == place) {
                return part;
            }
        }
        return null;
    }

    /** The parts that may still be read, from {@link #first} on. */
    List<SentValue> live() {
        return live;
    }

    int first() {
        return first;
    }

    /** Whether it is left out when the whole is read. */
    public boolean isOmitted() {
        return omitted;
    }

    /** Whether a part of it, however deep, is left out: what reads it may then miss something. */
    public boolean hasOmissions() {
        return hasOmissions;
    }

    /** Whether null stands for parts that are left out, as their places count. */
    boolean hasPlaceholders() {
        return placeholders;
    }

    /** Lets null stand for parts that are left out. */
    public void keepPlaces() {
        placeholders = true;
    }

    /** Leaves it out. */
    public void omit() {
        omitted = true;
        if (parent != null && parent.start == JsonToken.START_OBJECT) {
            parent.leftOut++;
            parent.compact();
        }
        for (SentValue above = parent; above != null && !above.hasOmissions; above = above.parent) {
            above.hasOmissions = true;
        }
    }

    /** Leaves out the part before another, which has been read without fault. */
    public void omitBefore(SentValue child) {
        if (start == JsonToken.START_ARRAY) {
            if (!placeholders) {
                first = Math.max(first, child.index);
                hasOmissions |= first > 0;
            }
            return;
        }
        int scalars = 0;
        for (SentValue each : live) {
            if (each.ordinal >= child.ordinal) {
                break;
            }
            if (!each.omitted && (each.start.isStructStart() || scalars++ >= KEPT_SCALARS)) {
                each.omitted = true;
                each.passed = true;
                hasOmissions = true;
                markPassedOver();
                leftOut++;
            }
        }
        compact();
    }

    private void markPassedOver() {
        for (SentValue above = this; above != null && !above.passedOver; above = above.parent) {
            above.passedOver = true;
        }
    }

    /** Whether members in it are left out only because they have been read without fault. */
    public boolean isPassedOver() {
        return passedOver;
    }

    /** Takes back what {@link #omitBefore} has left out, in all of it. */
    public void restore() {
        first = 0;
        passedOver = false;
        hasOmissions = false;
        for (SentValue child : children) {
            if (child.passed) {
                child.passed = false;
                child.omitted = false;
            }
            child.restore();
            hasOmissions |= child.omitted || child.hasOmissions;
        }
        leftOut = KEPT_SCALARS + 1;
        live = children;
        compact();
    }

    private void compact() {
        if (leftOut > KEPT_SCALARS) {
            live = new ArrayList<>(live.stream().filter(each -> !each.omitted).toList());
            leftOut = 0;
        }
    }
}
