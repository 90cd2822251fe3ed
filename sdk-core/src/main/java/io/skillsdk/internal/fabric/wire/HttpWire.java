package io.skillsdk.internal.fabric.wire;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.internal.fabric.wire.WireFault.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 by the JDK's client. One per process: it keeps connections and has threads of its own. */
public final class HttpWire implements Wire {

    /** Bodies up to here are sent from memory. */
    private static final int SMALL = 64 * 1024;

    private final HttpClient client;

    /** Makes a client; this loads some 1,600 classes. */
    public HttpWire(Duration connectTimeout) {
        // HTTP/2 would send an upgrade with every request; a redirect is never followed, as the token would go along
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    @Override
    public WireAnswer exchange(WireRequest request, Budget budget) throws WireFault {
        UploadStream upload = open(request.body());
        HttpRequest.Builder http =
                HttpRequest.newBuilder(URI.create(request.url())).method(request.method(), publisher(request, upload));
        request.headers().forEach(http::header);
        CompletableFuture<HttpResponse<InputStream>> pending =
                client.sendAsync(http.build(), head -> new TimedBody(budget));
        try {
            return answer(await(pending, upload, budget), request.method().equals("HEAD"));
        } finally {
            if (!pending.isDone()) {
                pending.cancel(true);
            }
            close(upload);
        }
    }

    /** Not {@code send}, which knows no limit for silence while a body goes out. */
    private static HttpResponse<InputStream> await(
            CompletableFuture<HttpResponse<InputStream>> pending, @Nullable UploadStream upload, Budget budget)
            throws WireFault {
        while (true) {
            long sent = upload == null ? 0 : upload.sent();
            try {
                return pending.get(budget.patienceNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (!budget.isLeft() || upload == null || upload.sent() == sent) {
                    abandon(pending);
                    throw new WireFault(Kind.TIMED_OUT, budget.inWords(), null);
                }
            } catch (InterruptedException e) {
                abandon(pending);
                Thread.currentThread().interrupt();
                throw new WireFault(Kind.INTERRUPTED, "the thread was interrupted", null);
            } catch (ExecutionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                Throwable failed = upload == null ? null : upload.failure();
                throw failed == null ? fault(cause) : new WireFault(Kind.BODY_FAILED, "its body failed", failed);
            }
        }
    }

    /** An answer that comes at this very moment must not keep its connection. */
    private static void abandon(CompletableFuture<HttpResponse<InputStream>> pending) {
        pending.cancel(true);
        var unused = pending.thenAccept(late -> closeQuietly(late.body()));
    }

    private static WireFault fault(Throwable cause) {
        if (cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException
                || cause instanceof SSLHandshakeException) {
            return new WireFault(Kind.NOT_SENT, "there is no connection to the platform", cause);
        }
        if (cause instanceof HttpTimeoutException) {
            return new WireFault(Kind.TIMED_OUT, "there was no answer in time", cause);
        }
        return new WireFault(Kind.CUT, "the connection broke before an answer came", cause);
    }

    private static WireAnswer answer(HttpResponse<InputStream> response, boolean head) throws WireFault {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        InputStream body = response.body();
        if (GzipBody.isNamedBy(headers.get("content-encoding"))) {
            // it is that of what was packed
            headers.remove("content-length");
            body = head ? body : unpacked(body);
        }
        return new WireAnswer(response.statusCode(), headers, body);
    }

    private static InputStream unpacked(InputStream body) throws WireFault {
        try {
            return GzipBody.of(body);
        } catch (WireFault e) {
            throw e;
        } catch (IOException e) {
            closeQuietly(body);
            throw new WireFault(Kind.CUT, "the answer is not the gzip it says", e);
        }
    }

    private static BodyPublisher publisher(WireRequest request, @Nullable UploadStream upload) throws WireFault {
        ContentBody body = request.body();
        if (body == null) {
            return BodyPublishers.noBody();
        }
        if (upload == null) {
            try (InputStream bytes = body.open()) {
                return BodyPublishers.ofByteArray(bytes.readAllBytes());
            } catch (IOException | RuntimeException e) {
                throw new WireFault(Kind.BODY_FAILED, "its body failed", e);
            }
        }
        if (body.length() == 0) {
            requireNothingIn(upload);
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> upload);
        return body.length() < 0 ? stream : BodyPublishers.fromPublisher(stream, body.length());
    }

    private static void requireNothingIn(UploadStream upload) throws WireFault {
        try {
            var unused = upload.read();
        } catch (IOException | RuntimeException e) {
            throw new WireFault(Kind.BODY_FAILED, "its body failed", e);
        }
    }

    /** The stream of a body that is too large for memory, or of which that is not known. */
    private static @Nullable UploadStream open(@Nullable ContentBody body) throws WireFault {
        if (body == null || (body.isRepeatable() && body.length() >= 0 && body.length() <= SMALL)) {
            return null;
        }
        try {
            return new UploadStream(body.open(), body.length());
        } catch (IOException | RuntimeException e) {
            throw new WireFault(Kind.BODY_FAILED, "its body failed", e);
        }
    }

    private static void close(@Nullable UploadStream upload) {
        if (upload != null) {
            closeQuietly(upload);
        }
    }

    private static void closeQuietly(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // there is nothing to save
            return;
        }
    }
}
