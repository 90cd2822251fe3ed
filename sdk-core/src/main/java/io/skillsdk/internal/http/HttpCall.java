package io.skillsdk.internal.http;

import io.skillsdk.internal.action.ActionCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A call that came over HTTP. */
final class HttpCall implements ActionCall {

    private final byte[] body;

    private final Map<String, String> pathParameters;

    private final HttpExchange exchange;

    private final long deadline;

    HttpCall(byte[] body, Map<String, String> pathParameters, HttpExchange exchange, Duration timeout) {
        this.body = body;
        this.pathParameters = pathParameters;
        this.exchange = exchange;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public String contentType() {
        return exchange.header("Content-Type");
    }

    @Override
    public Map<String, List<String>> headers() {
        return exchange.headers();
    }

    @Override
    public String header(String name) {
        return exchange.header(name);
    }

    @Override
    public Map<String, String> pathParameters() {
        return pathParameters;
    }

    @Override
    public Map<String, List<String>> queryParameters() {
        return exchange.queryParameters();
    }

    @Override
    public Instant deadline() {
        return Instant.now().plusNanos(deadline - System.nanoTime());
    }
}
