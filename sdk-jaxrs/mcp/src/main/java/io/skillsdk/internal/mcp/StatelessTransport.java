package io.skillsdk.internal.mcp;

import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Hands what comes over HTTP to the server of the protocol. No request needs another one before it. */
final class StatelessTransport implements McpStatelessServerTransport {

    // set once, while the server is made
    private volatile @Nullable McpStatelessServerHandler handler;

    @Override
    public void setMcpHandler(McpStatelessServerHandler server) {
        handler = server;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    McpStatelessServerHandler handler() {
        McpStatelessServerHandler server = handler;
        if (server == null) {
            throw new IllegalStateException("the server is not made");
        }
        return server;
    }
}
