package io.skillsdk.internal.json.sent;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** A JSON value as it was sent, with its place in what was sent, and what became of it when it was read again. */
public final class SentValue {

    private final JsonToken start;

    private final @Nullable SentValue parent;

    private final @Nullable String name;

    private final int index;

    private final int ordinal;

    private int end;

    private final @Nullable Object content;

    private final List<SentValue> children;

    private boolean omitted;

    private boolean tried;

    private boolean faulty;

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
    }

    /** An object without members, which was not sent. */
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

    /** Whether it is a scalar of this text, a number perhaps. */
    public boolean isWrittenAs(String text) {
        return content != null && text.equals(String.valueOf(content));
    }

    /** Its parts, those left out among them. */
    public List<SentValue> children() {
        return children;
    }

    /** Its last member of a name, or null. */
    public @Nullable SentValue child(String wanted) {
        for (int i = children.size() - 1; i >= 0; i--) {
            if (wanted.equals(children.get(i).name)) {
                return children.get(i);
            }
        }
        return null;
    }

    /** Its first member of a name, or null. */
    public @Nullable SentValue firstChild(String wanted) {
        return children.stream()
                .filter(child -> wanted.equals(child.name))
                .findFirst()
                .orElse(null);
    }

    /** Whether it is left out when the whole is read. */
    public boolean isOmitted() {
        return omitted;
    }

    /** Leaves it out when the whole is read. */
    public void omit() {
        omitted = true;
    }

    /** Whether its reading has begun at least once. */
    public boolean isTried() {
        return tried;
    }

    /** Its reading begins. */
    public void markTried() {
        tried = true;
    }

    /** Whether it does not fit, or a part of it does not. */
    public boolean isFaulty() {
        return faulty;
    }

    /** It does not fit, or a part of it does not. */
    public void markFaulty() {
        faulty = true;
    }
}
