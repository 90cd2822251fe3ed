package io.skillsdk.internal.action;

import io.skillsdk.internal.text.PercentEncoding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The path of an action: literal segments and {@code {name}} segments. */
public final class PathTemplate {

    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@%-]+");

    private static final Pattern NAME = Pattern.compile("\\{[A-Za-z_][A-Za-z0-9_-]*}");

    private static final Pattern ANY_NAME = Pattern.compile("\\{[^/]*}");

    private final String text;

    private final List<String> segments;

    private final List<String> names;

    private PathTemplate(String text, List<String> segments) {
        this.text = text;
        this.segments = segments;
        this.names = names(segments);
    }

    private static List<String> names(List<String> segments) {
        List<String> names = new ArrayList<>();
        for (String segment : segments) {
            if (isName(segment)) {
                names.add(segment.substring(1, segment.length() - 1));
            }
        }
        return List.copyOf(names);
    }

    /** Reads a template; slashes at either end make no difference. */
    static PathTemplate parse(String path) {
        String text = normalise(path);
        List<String> segments = split(text);
        Set<String> names = new HashSet<>();
        for (String segment : segments) {
            if (NAME.matcher(segment).matches()) {
                if (!names.add(segment)) {
                    throw new InvalidActionException("the path '" + path + "' has " + segment + " twice");
                }
            } else if (!LITERAL.matcher(segment).matches()) {
                throw new InvalidActionException("the path '" + path + "' has a segment '" + segment
                        + "' that is neither a {name} nor plain text of a URL");
            }
        }
        return new PathTemplate(text, segments);
    }

    /** Removes slashes at either end: the gateway adds leading ones and keeps a trailing one. */
    public static String normalise(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }

    String text() {
        return text;
    }

    public boolean isLiteral() {
        return names.isEmpty();
    }

    /** The names in it, in order. */
    public List<String> names() {
        return names;
    }

    boolean hasName(String name) {
        return names.contains(name);
    }

    /** The same for templates that no path can tell apart; sorts before those it takes precedence over. */
    public String key() {
        return ANY_NAME.matcher(text).replaceAll("{}");
    }

    /** Returns what stands for the names in a path that is split but not decoded, or null when it does not match. */
    public @Nullable Map<String, String> match(List<String> path) {
        if (path.size() != segments.size()) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            String value = PercentEncoding.decode(path.get(i));
            if (isName(segment)) {
                if (value.isEmpty()) {
                    return null;
                }
                values.put(segment.substring(1, segment.length() - 1), value);
            } else if (!segment.equals(value) && !segment.equals(path.get(i))) {
                return null;
            }
        }
        return Collections.unmodifiableMap(values);
    }

    public static List<String> split(String normalised) {
        return normalised.isEmpty() ? List.of() : new ArrayList<>(List.of(normalised.split("/", -1)));
    }

    private static boolean isName(String segment) {
        return segment.startsWith("{");
    }
}
