package io.skillsdk.internal.json.sent;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadCapability;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.Version;
import tools.jackson.core.base.ParserMinimalBase;
import tools.jackson.core.util.JacksonFeatureSet;
import tools.jackson.core.util.SimpleStreamReadContext;

/** Gives Jackson what was sent, but for what is left out, and knows which value it has come to. */
@SuppressWarnings("NullAway") // null means the same as in the parsers of Jackson, which are not annotated
public final class SentParser extends ParserMinimalBase {

    private final SentCursor cursor;

    private SimpleStreamReadContext context;

    private boolean closed;

    /** Makes a parser of a value and all that is not left out of it. */
    public SentParser(SentValue root, ObjectReadContext readContext) {
        super(readContext);
        this.cursor = new SentCursor(root, null, 0);
        this.context = SimpleStreamReadContext.createRootContext(-1, -1, null);
    }

    /**
     * Makes a parser of one value of what another parser reads.
     *
     * @param from the other parser, after the value; or null
     * @param discriminator the name of the member that is read first, wherever it stands; or null
     * @param first the place of the part that is read first, but for the discriminator
     */
    public SentParser(SentValue value, @Nullable JsonParser from, @Nullable String discriminator, int first) {
        super(from == null ? ObjectReadContext.empty() : from.objectReadContext());
        SentValue discriminating = discriminator == null ? null : value.firstChild(discriminator);
        this.cursor = new SentCursor(value, discriminating, first);
        this.context = from != null && from.streamReadContext() instanceof SimpleStreamReadContext parent
                ? parent
                : SimpleStreamReadContext.createRootContext(-1, -1, null);
    }

    /** The value that Jackson has come to: one that it has just read, or an object that it is about to go on with. */
    public SentValue position() {
        return cursor.position();
    }

    /** The value whose name Jackson has just read, or null. */
    public @Nullable SentValue pending() {
        return currentToken() == JsonToken.PROPERTY_NAME ? cursor.named() : null;
    }

    /** The value whose first token is the current one: JSON has no object ids of its own. */
    @Override
    public @Nullable Object getObjectId() {
        JsonToken token = currentToken();
        return token == null || token == JsonToken.PROPERTY_NAME || token.isStructEnd() ? null : cursor.position();
    }

    @Override
    public JsonToken nextToken() {
        if (isClosed()) {
            return _updateTokenToNull();
        }
        JsonToken token = cursor.next();
        if (token == null) {
            close();
            return _updateTokenToNull();
        }
        switch (token) {
            case PROPERTY_NAME -> context.setCurrentName(cursor.name());
            case START_OBJECT -> context = context.createChildObjectContext(-1, -1);
            case START_ARRAY -> context = context.createChildArrayContext(-1, -1);
            case END_OBJECT, END_ARRAY -> context = context.clearAndGetParent();
            default -> {}
        }
        if (!token.isStructStart() && token != JsonToken.PROPERTY_NAME && !token.isStructEnd()) {
            context.valueRead();
        }
        return _updateToken(token);
    }

    @Override
    public SentParser skipChildren() {
        if (currentToken() != null && currentToken().isStructStart()) {
            cursor.leave();
            context = context.clearAndGetParent();
            _updateToken(currentToken() == JsonToken.START_OBJECT ? JsonToken.END_OBJECT : JsonToken.END_ARRAY);
        }
        return this;
    }

    @Override
    public String currentName() {
        if (currentToken() != null && currentToken().isStructStart()) {
            SimpleStreamReadContext parent = context.getParent();
            return parent == null ? null : parent.currentName();
        }
        return context.currentName();
    }

    @Override
    public TokenStreamContext streamReadContext() {
        return context;
    }

    @Override
    public Object currentValue() {
        return context.currentValue();
    }

    @Override
    public void assignCurrentValue(Object value) {
        context.assignCurrentValue(value);
    }

    @Override
    public String getString() {
        JsonToken token = currentToken();
        if (token == null) {
            return null;
        }
        return switch (token) {
            case PROPERTY_NAME -> context.currentName();
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                String.valueOf(position().content());
            default -> token.asString();
        };
    }

    @Override
    public char[] getStringCharacters() {
        return getString().toCharArray();
    }

    @Override
    public int getStringLength() {
        return getString().length();
    }

    @Override
    public int getStringOffset() {
        return 0;
    }

    @Override
    public boolean hasStringCharacters() {
        return false;
    }

    @Override
    public boolean isNaN() {
        return false;
    }

    @Override
    public NumberType getNumberType() {
        return currentToken() != null && currentToken().isNumeric()
                ? SentNumber.type(position().content())
                : null;
    }

    @Override
    public NumberTypeFP getNumberTypeFP() {
        return NumberTypeFP.UNKNOWN;
    }

    @Override
    public Number getNumberValue() {
        return currentToken() == JsonToken.VALUE_NUMBER_INT
                ? (Number) position().content()
                : getDoubleValue();
    }

    @Override
    public Object getNumberValueDeferred() {
        return number(NR_UNKNOWN).content();
    }

    @Override
    public int getIntValue() {
        long value = integer(NR_INT);
        if (value != (int) value) {
            overflow(NR_INT);
        }
        return (int) value;
    }

    @Override
    public long getLongValue() {
        return integer(NR_LONG);
    }

    private long integer(int wanted) {
        try {
            return SentNumber.whole(number(wanted).content());
        } catch (ArithmeticException e) {
            overflow(wanted);
            throw e;
        }
    }

    private void overflow(int wanted) {
        if (wanted == NR_INT) {
            _reportOverflowInt(getString());
        }
        _reportOverflowLong(getString());
    }

    @Override
    public BigInteger getBigIntegerValue() {
        BigDecimal value = getDecimalValue();
        streamReadConstraints().validateBigIntegerScale(value.scale());
        return value.toBigInteger();
    }

    @Override
    public float getFloatValue() {
        return Float.parseFloat(String.valueOf(number(NR_FLOAT).content()));
    }

    @Override
    public double getDoubleValue() {
        return Double.parseDouble(String.valueOf(number(NR_DOUBLE).content()));
    }

    @Override
    public BigDecimal getDecimalValue() {
        return SentNumber.decimal(number(NR_BIGDECIMAL).content());
    }

    private SentValue number(int wanted) {
        if (currentToken() == null || !currentToken().isNumeric()) {
            throw _constructNotNumericType(currentToken(), wanted);
        }
        return position();
    }

    @Override
    public byte[] getBinaryValue(Base64Variant variant) {
        try {
            return variant.decode(getString());
        } catch (IllegalArgumentException e) {
            throw _constructReadException("not valid base64: " + e.getMessage());
        }
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
