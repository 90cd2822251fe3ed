package io.skillsdk.fabric.connection;

import java.util.Objects;
import java.util.Optional;

/** What a client of Google Cloud Storage needs. Not a record, which would show its values in {@code toString} and in JSON. */
public final class GcsParameters {

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
    public GcsParameters(String bucket, String key, Optional<String> serviceAccountKey) {
        this.bucket = Objects.requireNonNull(bucket, "bucket");
        this.key = Objects.requireNonNull(key, "key");
        this.serviceAccountKey = Objects.requireNonNull(serviceAccountKey, "serviceAccountKey");
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
        return "GcsParameters[***]";
    }
}
