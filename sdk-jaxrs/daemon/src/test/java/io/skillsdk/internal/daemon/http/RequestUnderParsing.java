package io.skillsdk.internal.daemon.http;

import org.glassfish.grizzly.http.HttpCodecFilter.ContentParsingState;
import org.glassfish.grizzly.http.HttpCodecFilter.HeaderParsingState;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.ProcessingState;

/** A request of which Grizzly has parsed the head. */
final class RequestUnderParsing extends HttpRequestPacket implements HttpPacketParsing {

    private final ContentParsingState content = new ContentParsingState();

    private final HeaderParsingState head = new HeaderParsingState();

    private final ProcessingState processing = new ProcessingState();

    @Override
    public ProcessingState getProcessingState() {
        return processing;
    }

    @Override
    public boolean isHeaderParsed() {
        return true;
    }

    @Override
    public void setHeaderParsed(boolean parsed) {}

    @Override
    public HeaderParsingState getHeaderParsingState() {
        return head;
    }

    @Override
    public ContentParsingState getContentParsingState() {
        return content;
    }
}
