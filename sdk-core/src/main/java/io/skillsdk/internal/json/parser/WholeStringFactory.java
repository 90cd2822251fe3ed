package io.skillsdk.internal.json.parser;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/** Jackson's factory, whose parsers of bodies take strings whole: see {@link WholeStringParser}. */
public final class WholeStringFactory extends JsonFactory {

    private static final long serialVersionUID = 1L;

    private static final byte[] SAMPLE = "\"a\"".getBytes(StandardCharsets.UTF_8);

    WholeStringFactory(JsonFactoryBuilder builder) {
        super(builder);
    }

    /** A factory whose parsers take strings whole, or a plain one where the Jackson on the class path does not allow for that. */
    public static JsonFactory of(JsonFactoryBuilder builder) {
        return orPlain(new WholeStringFactory(builder), builder);
    }

    /** The factory, if it reads a sample, else the plain one: its parser relies on what a later Jackson may change. */
    static JsonFactory orPlain(JsonFactory factory, JsonFactoryBuilder plain) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), SAMPLE)) {
            parser.nextToken();
            parser.getString();
            return factory;
        } catch (LinkageError e) {
            return plain.build();
        }
    }

    @Override
    protected JsonParser _createParser(ObjectReadContext context, IOContext io, byte[] body, int from, int length) {
        if (length < 2 || body[from] <= 0 || body[from + 1] == 0) {
            // an encoding to be found out, or nothing to be quick about
            return super._createParser(context, io, body, from, length);
        }
        return new WholeStringParser(
                context,
                io.setEncoding(JsonEncoding.UTF8),
                context.getStreamReadFeatures(_streamReadFeatures),
                context.getFormatReadFeatures(_formatReadFeatures),
                _byteSymbolCanonicalizer.makeChild(_factoryFeatures),
                body,
                from,
                from + length);
    }
}
