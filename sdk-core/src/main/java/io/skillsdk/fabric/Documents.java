package io.skillsdk.fabric;

import io.skillsdk.internal.fabric.json.JsonDocument;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Models or types of a project: JSON documents with a name. */
public interface Documents {

    /**
     * Reads a document.
     *
     * @param name its name
     * @return the document
     * @throws FabricException with {@link FabricException.Reason#NOT_FOUND} when there is none
     */
    Document get(String name);

    /**
     * Reads a document that may be missing.
     *
     * @param name its name
     * @return the document, or empty
     */
    Optional<Document> find(String name);

    /**
     * Lists the documents.
     *
     * @return the documents
     */
    List<Document> list();

    /**
     * Saves a document, in place of one of the same name.
     *
     * @param document a map, a record or any object that is written as a JSON object with a member {@code name}
     */
    void save(Object document);

    /**
     * Deletes a document.
     *
     * @param name its name
     * @return false when there was none
     */
    boolean delete(String name);

    /** A model or type. */
    final class Document {

        private final JsonDocument json;

        private Document(JsonDocument json) {
            this.json = json;
        }

        /**
         * Makes a document, for tests of what takes one.
         *
         * @param fields its members: a map, a record or any object that is written as a JSON object
         * @return the document
         */
        public static Document of(Object fields) {
            return new Document(JsonDocument.of(Objects.requireNonNull(fields, "fields")));
        }

        /**
         * Returns its name.
         *
         * @return the name, {@code ""} when it has none
         */
        public String name() {
            return json.get("name").text();
        }

        /**
         * Returns its title.
         *
         * @return the title, {@code ""} when it has none
         */
        public String title() {
            return json.get("title").text();
        }

        /**
         * Returns all its members.
         *
         * @return strings, numbers, booleans, lists, maps and nulls by name
         */
        public Map<String, @Nullable Object> fields() {
            return json.map();
        }

        /**
         * Returns it as an object.
         *
         * @param <T> the object's type
         * @param type what it is read as; members that the type does not have are ignored
         * @return the object
         * @throws FabricException with {@link FabricException.Reason#UNREADABLE_ANSWER} when it does not fit
         */
        public <T> T as(Class<T> type) {
            return json.as(Objects.requireNonNull(type, "type"), "the document '" + name() + "'");
        }

        @Override
        public String toString() {
            return "Document[name=" + name() + "]";
        }
    }
}
