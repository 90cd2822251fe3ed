package io.skillsdk.internal.definition.edit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads where everything is in a text that is known to be valid YAML, aliases included. */
final class SourceReader {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    private final String text;

    private final Iterator<Event> events;

    /** Offsets by code point, where the two differ; marks count code points. */
    private final int @Nullable [] offsets;

    private SourceReader(String text) {
        this.text = text;
        this.events = new Parse(SETTINGS).parseString(text).iterator();
        this.offsets = text.chars().anyMatch(c -> Character.isSurrogate((char) c)) ? offsets(text) : null;
    }

    static SourceNode read(String text) {
        SourceReader reader = new SourceReader(text);
        Event event = reader.events.next();
        while (!isContent(event)) {
            event = reader.events.next();
        }
        return reader.node(event);
    }

    private static boolean isContent(Event event) {
        return event instanceof ScalarEvent || event instanceof CollectionStartEvent || event instanceof AliasEvent;
    }

    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 0, at = 0; i < offsets.length; i++) {
            offsets[i] = at;
            at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
        }
        return offsets;
    }

    private SourceNode node(Event event) {
        int start = offset(event.getStartMark().orElseThrow());
        int end = offset(event.getEndMark().orElseThrow());
        if (event instanceof AliasEvent alias) {
            return new SourceNode.Alias(start, end, alias.getAlias().getValue());
        }
        if (event instanceof ScalarEvent scalar) {
            SourceNode.Scalar read = new SourceNode.Scalar(
                    start, end, name(scalar.getAnchor().orElse(null)), scalar.getValue(), scalar.getScalarStyle());
            return read.isBlock() ? trimmed(read) : read;
        }
        CollectionStartEvent collection = (CollectionStartEvent) event;
        boolean flow = collection.getFlowStyle() == FlowStyle.FLOW;
        String anchor = name(collection.getAnchor().orElse(null));
        return event instanceof MappingStartEvent ? mapping(start, anchor, flow) : sequence(start, anchor, flow);
    }

    private SourceNode mapping(int start, @Nullable String anchor, boolean flow) {
        List<SourceNode.Entry> entries = new ArrayList<>();
        int last = start;
        Event event = events.next();
        while (isContent(event)) {
            SourceNode key = node(event);
            SourceNode value = node(events.next());
            entries.add(new SourceNode.Entry(key, value));
            last = Math.max(key.end(), value.end());
            event = events.next();
        }
        return new SourceNode.Mapping(start, flow ? end(event) : last, anchor, flow, List.copyOf(entries));
    }

    private SourceNode sequence(int start, @Nullable String anchor, boolean flow) {
        List<SourceNode> items = new ArrayList<>();
        int last = start;
        Event event = events.next();
        while (isContent(event)) {
            SourceNode item = node(event);
            items.add(item);
            last = item.end();
            event = events.next();
        }
        return new SourceNode.Sequence(
                start, behindProperties(start), flow ? end(event) : last, anchor, flow, List.copyOf(items));
    }

    /** A block scalar's mark is behind the empty lines below it, which are only part of it where it keeps them. */
    private SourceNode.Scalar trimmed(SourceNode.Scalar read) {
        int end = read.end();
        if (!read.value().endsWith("\n\n")) {
            while (end > read.start() && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        return new SourceNode.Scalar(read.start(), end, read.anchor(), read.value(), read.style());
    }

    /** Skips the anchor and tag of a value, and what is between them and the value. */
    private int behindProperties(int start) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean comment = c == '#';
            if (!comment && c != '&' && c != '!' && !Character.isWhitespace(c)) {
                return at;
            }
            at++;
            while (!Character.isWhitespace(c) && at < text.length() && !ends(text.charAt(at), comment)) {
                at++;
            }
        }
        return at;
    }

    private static boolean ends(char c, boolean comment) {
        return comment ? c == '\n' || c == '\r' : Character.isWhitespace(c);
    }

    private int end(Event event) {
        return offset(event.getEndMark().orElseThrow());
    }

    private int offset(Mark mark) {
        return offsets == null ? mark.getIndex() : offsets[mark.getIndex()];
    }

    private static @Nullable String name(@Nullable Anchor anchor) {
        return anchor == null ? null : anchor.getValue();
    }
}
