package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.Documents;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import io.skillsdk.internal.fabric.wire.UrlText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Models or types over the wire.
 *
 * @param kind {@code models} or {@code types}
 * @param noun one of them, in words
 * @param wrapped whether saving takes a list of them
 */
record PlatformDocuments(ProjectCalls calls, String kind, String noun, boolean wrapped) implements Documents {

    @Override
    public Document get(String name) {
        Objects.requireNonNull(name, "name");
        return Document.of(calls.json(PlatformRequest.of("GET", url(name), words(name))));
    }

    @Override
    public Optional<Document> find(String name) {
        Objects.requireNonNull(name, "name");
        return ProjectCalls.orEmpty(() -> Optional.of(get(name)));
    }

    @Override
    public List<Document> list() {
        return calls.json(PlatformRequest.of("GET", calls.url(kind), calls.words(kind))).get(kind).elements().stream()
                .map(Document::of)
                .toList();
    }

    @Override
    public void save(Object document) {
        Objects.requireNonNull(document, "document");
        JsonDocument json = JsonDocument.of(document);
        String name = json.get("name").text();
        if (name.isEmpty()) {
            throw new FabricException(Reason.INVALID, 0, calls.words(kind), "the document has no name");
        }
        calls.json(PlatformRequest.of("POST", calls.url(kind), words(name))
                .with(ProjectCalls.body(wrapped ? Map.of(kind, List.of(json)) : json))
                .repeatable(true));
    }

    @Override
    public boolean delete(String name) {
        Objects.requireNonNull(name, "name");
        return calls.delete(PlatformRequest.of("DELETE", url(name), words(name)));
    }

    private String url(String name) {
        return calls.url(kind + "/" + UrlText.segment(name, words(name)));
    }

    private String words(String name) {
        return calls.words(noun, name);
    }
}
