package io.skillsdk.internal.definition.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Texts as people write them, each with something that an edit could trip over; and what they mean to SnakeYAML Engine. */
public final class YamlTexts {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setSchema(new CoreSchema()).build();

    /** A value, what it is in, and its stretch of the text. */
    record Site(TreePath at, Node node, int start, int end, boolean inFlow, boolean block) {}

    private YamlTexts() {}

    /** All of them, with line ends and a start of any kind. */
    public static List<String> all() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            String text = TEXTS.get(i);
            all.add(text);
            String first = text.startsWith("{") ? "# " : "";
            all.add(
                    switch (i % 5) {
                        case 0 -> text.replace("\n", "\r\n");
                        case 4 -> text.stripTrailing();
                        case 1 -> "\uFEFF" + text;
                        case 2 -> "--- # start\n" + text;
                        default -> first + "\uD83D\uDE03: \uD83D\uDE00\n" + text;
                    });
        }
        return all;
    }

    /** What a text means. */
    static @Nullable Object load(String text) {
        return new Load(SETTINGS).loadFromString(text);
    }

    /** Each value that is written in a text, and is no alias to another. */
    static List<Site> sites(String text) {
        List<Site> sites = new ArrayList<>();
        Node root = new Compose(SETTINGS).composeString(text).orElseThrow();
        collect(text, root, TreePath.ROOT, false, sites, new ArrayList<>());
        return sites;
    }

    private static void collect(
            String text, Node node, TreePath at, boolean inFlow, List<Site> sites, List<Node> seen) {
        if (seen.stream().anyMatch(one -> one == node)) {
            return; // an alias: its value is written elsewhere
        }
        seen.add(node);
        int start = offset(text, node.getStartMark().orElseThrow().getIndex());
        int end = offset(text, node.getEndMark().orElseThrow().getIndex());
        boolean flow = inFlow;
        if (node instanceof MappingNode mapping) {
            flow |= mapping.getFlowStyle() == org.snakeyaml.engine.v2.common.FlowStyle.FLOW;
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    collect(text, tuple.getValueNode(), at.then(key.getValue()), flow, sites, seen);
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            flow |= sequence.getFlowStyle() == org.snakeyaml.engine.v2.common.FlowStyle.FLOW;
            for (int i = 0; i < sequence.getValue().size(); i++) {
                collect(text, sequence.getValue().get(i), at.then(i), flow, sites, seen);
            }
        }
        sites.add(new Site(at, node, start, end, inFlow, !(node instanceof ScalarNode) && !flow));
    }

    private static int offset(String text, int codePoints) {
        return text.offsetByCodePoints(0, codePoints);
    }

    /** A tree with another value at a place; its own parts are copied, so that an alias elsewhere stays as it was. */
    static @Nullable Object with(@Nullable Object tree, List<Object> steps, Optional<Object> value) {
        if (steps.isEmpty()) {
            return value.orElse(null);
        }
        Object step = steps.get(0);
        List<Object> rest = steps.subList(1, steps.size());
        if (tree instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            if (rest.isEmpty() && value.isEmpty()) {
                copy.remove(step);
            } else {
                copy.put(step, with(map.get(step), rest, value));
            }
            return copy;
        }
        List<Object> copy = new ArrayList<>((List<?>) java.util.Objects.requireNonNull(tree));
        int index = (Integer) step;
        if (rest.isEmpty() && value.isEmpty()) {
            copy.remove(index);
        } else {
            copy.set(index, with(copy.get(index), rest, value));
        }
        return copy;
    }

    private static final List<String> TEXTS = List.of(
            "a: 1\nb: two # why\nc:\nd: ''\ne: \"\" # none\nf: ~\ng: null #n\n",
            "a: |\n  one\n   two\n\n  three\n# c\nb: |-\n  x\n\n\n# d\nc: |+\n  x\n\n# e\nd: >\n  folded\n  line\n\n  next\ne: >-\n  x\nf: >+\n  x\n\n",
            "a: |2\n    indented\n  not\nb: |1-\n  x\nc: >2+\n    x\n\nd: 1\n",
            "a:\n- |\n x\n- >-\n y\n\n- z\nb: |\n  # no comment\n  k: v\n# a comment\nc: 1\n",
            "a: plain over\n  several\n\n  lines\nb: 'single over\n\n  several'\nc: \"double \\\n  over \\\"\n  several\\n\"\nd: 1\n",
            "# top\n\na: # after a\n  # above x\n  x: 1\n\n  # above y\n  y: 2 # at y\n  # end of a\n# above b\nb: 1\n  # below\n",
            "a:\n  # before the first\n  - 1\n  # before the second\n  - 2 # at two\n\n  - # empty\n  -\n    # inside\n    x: 1\n# end\n",
            "a: [1, 'two', \"three\", {b: 4, c}, [5, 6,],]\nb: {x: 1, y: , z}\nc: []\nd: {}\n",
            "a: {\n  x: 1, # one\n  y: 2\n  # three\n  ,z: 3 }\nb: [\n  1,\n  2 ] # end\nc: 1\n",
            "a: {\"x\":1,\"y\":[\"z\",{\"w\":null}]}\nb: [ {a: 1}, {b: 2} ]\n",
            "a: [x: 1, y]\nb: [? k : v, z]\nc: 1\n",
            "? a\n: 1\n? |\n  long\n: 2\n? 'q'\n:\n  - x\nz: 3\n",
            "'a b': 1\n\"c\\td\": 2\n\"e: f\": {'g: h': 3}\n\"i\\\\j\": [1]\n",
            "a: &x 1\nb: *x\nc: &y {k: 1}\nd: *y\ne: &z\n  - 1\n  - 2\nf: [*x, *y, *z]\ng: &w |\n  text\nh: *w\n",
            "a: &x\n  k: 1\n  l: &v 2\nb:\n  m: *v\n  n:\n  - *x\n  - o: *v # last\n",
            "a: !!str 5\nb: !!int '6'\nc: &q !!str x\nd: !!str &r y\ne: !!map\n  k: 1\nf: !!seq [1]\ng: !!null ''\nh: *r\n",
            "a:\n- - 1\n  - 2\n- - - 3\n-   k: 1\n    l: 2\n-\n  k: 3\n- ? m\n  : 4\n-     5\n",
            "a: 1   \nb:\t2\t# tab\nc:   3    # far\nd :  4\ne: \t5\n",
            "a: 0o17\nb: 0x1F\nc: 1_000\nd: .inf\ne: -.INF\nf: .nan\ng: yes\nh: no\ni: 2024-01-01\nj: 12:30:45\nk: 1e3\nl: +5\nm: 007\nn: '5'\no: 1.\np: .5\n",
            "a: http://x/y?z#w\nb: x#y\nc: a:b\nd: -1\ne: -x\nf: ?x\ng: :x\nh: a, b\ni: [a b, c#d]\nj: it's\nk: 'it''s'\nl: \"\\u00e9\\x41\\0\"\n",
            "a: \uD83D\uDE00 b # \uD83D\uDE00\n\uD83D\uDE00: [\uD83D\uDE00, x]\nb: é\u00a0x\nc: \"\uD83D\uDE00\"\n",
            "a: " + "x y ".repeat(600) + "\nb: 1\nc: [" + "item, ".repeat(12) + "last]\n",
            "camel: 1.0.0\nname: x\ninputs:\n\n- name: a\n  routing:\n    all: {action: x, runtime: cortex/daemons, output: y}\n\n- name: b\n  parameters:\n  - name: p\n    type: string\n    required: true\n\n  - {name: q, type: number}\n\noutputs: []\n",
            "a:\n    b:\n        c: 1\n    d:\n      - e:\n          f: 2\n        g: 3\nh: 4\n",
            "a: 1\n...\n",
            "{a: 1, b: [2, 3], c: {d: e}}\n");
}
