package io.skillsdk.internal.definition.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Writes a tree as YAML the way people do: each time in another mixture of styles. */
public final class YamlStyles {

    private final Random random;

    private final boolean indentLists;

    private final String lineEnd;

    private final boolean comments;

    private final boolean aliases;

    private final List<Object> anchored = new ArrayList<>();

    private YamlStyles(Random random) {
        this.random = random;
        this.indentLists = random.nextBoolean();
        this.lineEnd = List.of("\n", "\n", "\n", "\r\n", "\r").get(random.nextInt(5));
        this.comments = random.nextInt(3) > 0;
        this.aliases = random.nextInt(3) == 0;
    }

    /** Writes a tree; the same random numbers give the same text. */
    public static String write(Map<?, ?> tree, Random random) {
        return new YamlStyles(random).document(tree);
    }

    private String document(Map<?, ?> tree) {
        String start = one(8) ? "\uFEFF" : "";
        if (one(12)) {
            return start + flow(tree, one(2), one(2) ? "\n" : "") + end();
        }
        start += one(6) ? "%YAML 1.2\n---\n" : one(4) ? "--- # start\n" : "";
        String text = start + (comments ? "# a definition\n\n" : "") + block(tree, 0) + (one(6) ? "...\n" : "");
        text = one(4) ? text.stripTrailing() : text + (comments && one(2) ? "\n# the end\n" : "");
        return text.replace("\n", lineEnd);
    }

    private String end() {
        return one(2) ? "" : "\n";
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private String block(Map<?, ?> map, int indent) {
        StringBuilder lines = new StringBuilder();
        Map<?, ?> merged = base(map);
        if (merged != null) {
            lines.append("<<: *a")
                    .append(anchored.indexOf(merged))
                    .append(comment())
                    .append('\n');
        }
        map.forEach((key, value) -> {
            if (merged != null && merged.containsKey(key) && Objects.equals(merged.get(key), value)) {
                return;
            }
            boolean first = lines.isEmpty();
            if (!first && comments && one(5)) {
                lines.append(" ".repeat(random.nextInt(indent + 3)))
                        .append("# about ")
                        .append(key)
                        .append('\n');
            }
            if (!first && one(8)) {
                lines.append("\n");
            }
            String written = scalar(key, true);
            lines.append(first ? "" : " ".repeat(indent))
                    .append(written)
                    .append(one(12) && !written.startsWith("\"") ? " :" : ":")
                    .append(value(value, indent, false));
        });
        return lines.toString();
    }

    /** A mapping with an anchor, all keys of which this one has too. */
    private Map<?, ?> base(Map<?, ?> map) {
        for (Object value : anchored) {
            if (value instanceof Map<?, ?> base
                    && !base.equals(map)
                    && map.keySet().containsAll(base.keySet())
                    && base.entrySet().stream().anyMatch(map.entrySet()::contains)
                    && one(2)) {
                return base;
            }
        }
        return null;
    }

    /** What follows a colon or dash, up to the end of the line. */
    private String value(Object value, int indent, boolean item) {
        if (value == null && !one(3)) {
            return comment() + "\n";
        }
        String anchor = "";
        if (aliases && value != null && !isEmpty(value)) {
            int known = anchored.indexOf(value);
            if (known >= 0 && one(2)) {
                return " *a" + known + comment() + "\n";
            }
            if (one(4)) {
                anchored.add(value);
                anchor = " &a" + (anchored.size() - 1);
            }
        }
        boolean flow = one(6);
        if (value instanceof Map<?, ?> map && !map.isEmpty() && !flow) {
            boolean compact = item && anchor.isEmpty() && !one(5);
            int inner = indent + 2 + (item ? 0 : random.nextInt(2) * 2);
            return compact
                    ? " " + block(map, indent + 2)
                    : anchor + comment() + "\n" + " ".repeat(inner) + block(map, inner);
        }
        if (value instanceof List<?> list && !list.isEmpty() && !flow) {
            boolean indented = item || indentLists;
            int inner = indent + (indented ? 2 : 0);
            StringBuilder lines = new StringBuilder(anchor + comment() + "\n");
            for (Object each : list) {
                if (comments && one(6)) {
                    lines.append(" ".repeat(inner)).append("# - next: one\n");
                }
                lines.append(" ".repeat(inner)).append('-').append(value(each, inner, true));
            }
            return lines.toString();
        }
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            return anchor + " " + flow(value, one(4), "") + comment() + "\n";
        }
        if (value instanceof String text && text.endsWith(".") && one(4)) {
            return anchor + (one(2) ? " |-\n" : " >-\n") + " ".repeat(indent + 4) + text + "\n" + (one(2) ? "\n" : "");
        }
        return anchor + " " + scalar(value, false) + comment() + "\n";
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Map<?, ?> map && map.isEmpty() || value instanceof List<?> list && list.isEmpty();
    }

    private String comment() {
        return comments && one(5) ? (one(2) ? "  # why: not" : "\t#tab") : "";
    }

    private String flow(Object value, boolean json, String breaks) {
        String space = breaks.isEmpty() ? (one(2) ? "" : " ") : breaks + "  ";
        if (value instanceof Map<?, ?> map) {
            List<String> entries = new ArrayList<>();
            map.forEach((key, inner) ->
                    entries.add(YamlText.key(key, json ? ScalarText.Style.DOUBLE : ScalarText.Style.PLAIN, true) + ": "
                            + flow(inner, json, "")));
            return "{" + space + String.join(", " + space, entries) + (one(4) && !entries.isEmpty() ? "," : "") + " }";
        }
        if (value instanceof List<?> list) {
            List<String> items = new ArrayList<>();
            list.forEach(item -> items.add(flow(item, json, "")));
            return "[" + space + String.join("," + space, items) + (one(4) && !items.isEmpty() ? "," : "") + "]";
        }
        return ScalarText.of(value, json ? ScalarText.Style.DOUBLE : style(), true);
    }

    private ScalarText.Style style() {
        return one(5) ? ScalarText.Style.DOUBLE : one(5) ? ScalarText.Style.SINGLE : ScalarText.Style.PLAIN;
    }

    private String scalar(Object value, boolean key) {
        String text = ScalarText.of(value, style(), false);
        return !key && one(15) && value instanceof String ? "!!str " + text : text;
    }
}
