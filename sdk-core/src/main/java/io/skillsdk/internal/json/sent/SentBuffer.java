package io.skillsdk.internal.json.sent;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.util.TokenBuffer;

/**
 * What Jackson keeps for later, each token with the value that it begins. That goes where a format's own object ids would
 * go; JSON has none.
 */
public final class SentBuffer extends TokenBuffer {

    /** Makes an empty buffer for what a parser reads. */
    public SentBuffer(JsonParser parser, ObjectReadContext context) {
        super(parser, context);
        _hasNativeObjectIds = true;
        _mayHaveNativeIds = true;
    }

    @Override
    public void copyCurrentEvent(JsonParser parser) {
        super.copyCurrentEvent(parser);
        forget();
    }

    @Override
    public void copyCurrentStructure(JsonParser parser) {
        super.copyCurrentStructure(parser);
        forget();
    }

    /** What Jackson writes by itself from here on was not sent. */
    @SuppressWarnings("NullAway") // as in Jackson, which is not annotated
    private void forget() {
        _objectId = null;
        _hasNativeId = false;
    }

    @Override
    public JsonParser asParser() {
        return new Kept(super.asParser());
    }

    @Override
    public JsonParser asParser(ObjectReadContext context) {
        return new Kept(super.asParser(context));
    }

    @Override
    public JsonParser asParser(ObjectReadContext context, JsonParser source) {
        return new Kept(super.asParser(context, source));
    }

    /** Keeps from Jackson that there are ids: it would take them for its own. */
    private static final class Kept extends JsonParserDelegate {

        private Kept(JsonParser parser) {
            super(parser);
        }

        @Override
        public boolean canReadObjectId() {
            return false;
        }
    }
}
