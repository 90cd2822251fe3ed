package io.skillsdk.fabric.connection;

import java.util.Objects;
import java.util.Optional;

/** What a MongoDB driver needs. Not a record, which would show its values in {@code toString} and in JSON. */
public final class MongoParameters {

    private final String uri;

    private final Optional<String> database;

    private final Optional<String> collection;

    private final Optional<String> filter;

    /**
     * Makes them.
     *
     * @param uri the URI, with user and password
     * @param database the database; when the connection names none, the one in the URI
     * @param collection the collection, if the connection names one
     * @param filter a filter as JSON, if the connection has one
     */
    public MongoParameters(
            String uri, Optional<String> database, Optional<String> collection, Optional<String> filter) {
        this.uri = Objects.requireNonNull(uri, "uri");
        this.database = Objects.requireNonNull(database, "database");
        this.collection = Objects.requireNonNull(collection, "collection");
        this.filter = Objects.requireNonNull(filter, "filter");
    }

    /**
     * Returns the URI.
     *
     * @return the URI, with user and password
     */
    public String uri() {
        return uri;
    }

    /**
     * Returns the database.
     *
     * @return the name, or empty
     */
    public Optional<String> database() {
        return database;
    }

    /**
     * Returns the collection.
     *
     * @return the name, or empty
     */
    public Optional<String> collection() {
        return collection;
    }

    /**
     * Returns the filter.
     *
     * @return JSON text, or empty
     */
    public Optional<String> filter() {
        return filter;
    }

    @Override
    public String toString() {
        return "MongoParameters[***]";
    }
}
