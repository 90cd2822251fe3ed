package io.skillsdk.fabric;

import java.net.URI;
import java.util.Optional;
import java.util.Properties;

/**
 * What a driver or client needs to connect. Not records: a record would show its values in {@code toString} and in JSON.
 */
public sealed interface ConnectionParameters {

    /** What a JDBC driver needs. */
    final class Jdbc implements ConnectionParameters {

        private final String url;

        private final Properties properties;

        private final Optional<String> driver;

        private final Optional<String> query;

        /**
         * Makes them.
         *
         * @param url the JDBC URL
         * @param properties the driver's properties, such as {@code user} and {@code password}
         * @param driver the driver's class, if it has to be loaded by name
         * @param query the query that belongs to the connection, if there is one
         */
        public Jdbc(String url, Properties properties, Optional<String> driver, Optional<String> query) {
            this.url = url;
            this.properties = copy(properties);
            this.driver = driver;
            this.query = query;
        }

        /**
         * Returns the JDBC URL.
         *
         * @return the URL; it may hold a password
         */
        public String url() {
            return url;
        }

        /**
         * Returns the driver's properties, for {@code DriverManager.getConnection(url, properties)}.
         *
         * @return a copy
         */
        public Properties properties() {
            return copy(properties);
        }

        /**
         * Returns the class of the driver. A driver of JDBC 4 on the class path is found without it.
         *
         * @return the class's name, or empty
         */
        public Optional<String> driver() {
            return driver;
        }

        /**
         * Returns the query that belongs to the connection.
         *
         * @return the query, or empty
         */
        public Optional<String> query() {
            return query;
        }

        private static Properties copy(Properties original) {
            Properties copy = new Properties();
            copy.putAll(original);
            return copy;
        }

        @Override
        public String toString() {
            return "Jdbc[***]";
        }
    }

    /** What a MongoDB driver needs. */
    final class Mongo implements ConnectionParameters {

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
        public Mongo(String uri, Optional<String> database, Optional<String> collection, Optional<String> filter) {
            this.uri = uri;
            this.database = database;
            this.collection = collection;
            this.filter = filter;
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
            return "Mongo[***]";
        }
    }

    /** What an S3 client needs. */
    final class S3 implements ConnectionParameters {

        private final String bucket;

        private final String key;

        private final Optional<String> accessKey;

        private final Optional<String> secretKey;

        private final Optional<String> region;

        private final Optional<URI> endpoint;

        private final boolean pathStyle;

        /**
         * Makes them.
         *
         * @param bucket the bucket
         * @param key the key or prefix in it, {@code ""} for all of it
         * @param accessKey the access key, called {@code publicKey} in connections
         * @param secretKey the secret key
         * @param region the region
         * @param endpoint the endpoint of a store other than Amazon's
         * @param pathStyle whether the bucket is part of the path
         */
        public S3(
                String bucket,
                String key,
                Optional<String> accessKey,
                Optional<String> secretKey,
                Optional<String> region,
                Optional<URI> endpoint,
                boolean pathStyle) {
            this.bucket = bucket;
            this.key = key;
            this.accessKey = accessKey;
            this.secretKey = secretKey;
            this.region = region;
            this.endpoint = endpoint;
            this.pathStyle = pathStyle;
        }

        /**
         * Returns the bucket.
         *
         * @return the name
         */
        public String bucket() {
            return bucket;
        }

        /**
         * Returns the key or prefix in the bucket.
         *
         * @return the key without a leading slash, {@code ""} for all of it
         */
        public String key() {
            return key;
        }

        /**
         * Returns the access key.
         *
         * @return the key, or empty
         */
        public Optional<String> accessKey() {
            return accessKey;
        }

        /**
         * Returns the secret key.
         *
         * @return the key, or empty
         */
        public Optional<String> secretKey() {
            return secretKey;
        }

        /**
         * Returns the region.
         *
         * @return the region, or empty
         */
        public Optional<String> region() {
            return region;
        }

        /**
         * Returns the endpoint of a store other than Amazon's.
         *
         * @return the endpoint, or empty
         */
        public Optional<URI> endpoint() {
            return endpoint;
        }

        /**
         * Tells whether the bucket is part of the path instead of the host.
         *
         * @return true when it is
         */
        public boolean pathStyle() {
            return pathStyle;
        }

        @Override
        public String toString() {
            return "S3[***]";
        }
    }

    /** What a client of Google Cloud Storage needs. */
    final class Gcs implements ConnectionParameters {

        private final String bucket;

        private final String key;

        private final Optional<String> serviceAccountKey;

        /**
         * Makes them.
         *
         * @param bucket the bucket
         * @param key the key or prefix in it, {@code ""} for all of it
         * @param serviceAccountKey the key of the service account as JSON
         */
        public Gcs(String bucket, String key, Optional<String> serviceAccountKey) {
            this.bucket = bucket;
            this.key = key;
            this.serviceAccountKey = serviceAccountKey;
        }

        /**
         * Returns the bucket.
         *
         * @return the name
         */
        public String bucket() {
            return bucket;
        }

        /**
         * Returns the key or prefix in the bucket.
         *
         * @return the key without a leading slash, {@code ""} for all of it
         */
        public String key() {
            return key;
        }

        /**
         * Returns the key of the service account.
         *
         * @return JSON text, or empty
         */
        public Optional<String> serviceAccountKey() {
            return serviceAccountKey;
        }

        @Override
        public String toString() {
            return "Gcs[***]";
        }
    }
}
