package io.skillsdk.internal.fabric.local;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.standin.StandInPlatform;
import io.skillsdk.internal.fabric.wire.Budget;
import io.skillsdk.internal.fabric.wire.Wire;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import io.skillsdk.internal.fabric.wire.WireFault;
import io.skillsdk.internal.fabric.wire.WireRequest;
import io.skillsdk.internal.text.PercentEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stand-in that keeps what is written to it: after each write the files of what was written are written anew. Thread-safe. */
final class KeepingWire implements Wire {

    private static final Logger LOG = LoggerFactory.getLogger(KeepingWire.class);

    private static final String PROJECTS = "/fabric/v4/projects/";

    private final StandInPlatform standIn;

    private final Path fabric;

    /**
     * Makes the wire.
     *
     * @param fabric the folder {@code fabric} of the workspace
     */
    KeepingWire(StandInPlatform standIn, Path fabric) {
        this.standIn = standIn;
        this.fabric = fabric;
    }

    @Override
    public WireAnswer exchange(WireRequest request, Budget budget) throws WireFault {
        WireAnswer answer = standIn.exchange(request, budget);
        String path = URI.create(request.url()).getRawPath();
        boolean writes = !request.method().equals("GET") && !request.method().equals("HEAD");
        if (writes && answer.status() < 300 && path.startsWith(PROJECTS)) {
            List<String> segments = Arrays.stream(
                            path.substring(PROJECTS.length()).split("/", -1))
                    .map(segment -> PercentEncoding.decode(segment))
                    .toList();
            keep(segments, request.body());
        }
        return answer;
    }

    private synchronized void keep(List<String> segments, @Nullable ContentBody body) {
        if (segments.size() < 2) {
            return;
        }
        KeptFiles files = new KeptFiles(fabric, standIn.project(segments.get(0)));
        List<String> names = segments.subList(2, segments.size());
        try {
            switch (segments.get(1)) {
                case "content" -> files.content(String.join("/", names));
                case "sessions" -> files.session(nameOf(names, body, "sessionId"));
                case "secrets" -> files.secret(names.get(0));
                case "connections" -> files.connection(nameOf(names, body, "name"));
                case "models" -> files.model(nameOf(names, body, "name"));
                case "types" -> files.types();
                case "experiments" -> files.experiment(nameOf(names, body, "name"));
                default -> LOG.debug("{} are not kept", segments.get(1));
            }
        } catch (IOException e) {
            LOG.warn("What was written to the {} is not kept: {} cannot be written", segments.get(1), fabric, e);
        }
    }

    /** In the path, or in the body of what is made. */
    private static String nameOf(List<String> names, @Nullable ContentBody body, String member) throws IOException {
        if (!names.isEmpty()) {
            return names.get(0);
        }
        if (body == null) {
            return "";
        }
        try (InputStream stream = body.open()) {
            JsonDocument document = JsonDocument.tryRead(stream.readAllBytes());
            return document == null ? "" : document.get(member).text();
        }
    }
}
