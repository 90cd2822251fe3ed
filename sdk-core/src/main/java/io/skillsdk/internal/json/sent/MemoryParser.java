package io.skillsdk.internal.json.sent;

import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadCapability;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.Version;
import tools.jackson.core.base.ParserMinimalBase;
import tools.jackson.core.util.JacksonFeatureSet;

/** A parser without an input to close, and without places in one. */
@SuppressWarnings("NullAway") // null means the same as in the parsers of Jackson, which are not annotated
abstract class MemoryParser extends ParserMinimalBase {

    private boolean closed;

    MemoryParser(ObjectReadContext context) {
        super(context);
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public JacksonFeatureSet<StreamReadCapability> streamReadCapabilities() {
        return DEFAULT_READ_CAPABILITIES;
    }

    @Override
    public TokenStreamLocation currentTokenLocation() {
        return TokenStreamLocation.NA;
    }

    @Override
    public TokenStreamLocation currentLocation() {
        return TokenStreamLocation.NA;
    }

    @Override
    public Object streamReadInputSource() {
        return null;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    protected void _closeInput() {}

    @Override
    protected void _releaseBuffers() {}

    @Override
    protected void _handleEOF() {}
}
