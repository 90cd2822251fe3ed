package io.skillsdk.internal.yaml;

import java.util.BitSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Which characters of a text are those of scalars: a sign of comments in one is none. */
public final class ScalarRanges {

    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private final String text;

    /** By code points, as marks count. */
    private final BitSet scalars = new BitSet();

    private ScalarRanges(String text) {
        this.text = text;
    }

    /** The scalars of a text; those before its first fault where it is not YAML. */
    public static ScalarRanges of(String text) {
        ScalarRanges ranges = new ScalarRanges(text);
        try {
            for (Event event : new Parse(SETTINGS).parseString(text)) {
                if (event instanceof ScalarEvent) {
                    int start = event.getStartMark().orElseThrow().getIndex();
                    ranges.scalars.set(
                            start,
                            Math.max(start, event.getEndMark().orElseThrow().getIndex()));
                }
            }
        } catch (YamlEngineException | NumberFormatException e) {
            // a finding itself
        }
        return ranges;
    }

    /** Whether the character at an offset belongs to a scalar. */
    public boolean hold(int offset) {
        return scalars.get(text.codePointCount(0, offset));
    }
}
