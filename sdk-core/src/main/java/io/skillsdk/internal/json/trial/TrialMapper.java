package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.sent.SentParser;
import io.skillsdk.internal.json.sent.SentValue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.json.JsonMapper;

/** Reads as another mapper does, and tells the faults. */
public final class TrialMapper {

    /** How much may be done, as a multiple of the tokens that were sent; the rest makes small payloads no exception. */
    private static final int MOST_TIMES = 10;

    private static final int AT_LEAST = 2_000;

    private final JsonMapper mapper;

    /** What is said of members, as far as it was needed: the annotations of a class never change. */
    private final Map<SettableBeanProperty, MissingMember> members = new ConcurrentHashMap<>();

    private TrialMapper(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Makes one that reads as this mapper does. */
    public static TrialMapper of(JsonMapper mapper) {
        return new TrialMapper(mapper.rebuild()
                .deserializationContexts(new TrialContexts())
                .addModule(new TrialModule())
                .build());
    }

    /** Reads a value, and tells its faults to a listener. */
    public void read(SentValue root, JavaType type, FaultListener listener) {
        long tokens = Math.max(0, root.end() - root.ordinal());
        Trial trial = new Trial(listener, MOST_TIMES * tokens + AT_LEAST, members);
        SentParser parser = new SentParser(root, ObjectReadContext.empty());
        try {
            mapper.readerFor(type).withAttribute(Trial.class, trial).readValue(parser);
        } catch (RuntimeException e) {
            // Jackson's, or the author's code with what stood in for a fault: what could be told has been told
        }
        trial.end();
    }
}
