package io.skillsdk.fabric.connection;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** What an S3 client needs. Not a record, which would show its values in {@code toString} and in JSON. */
public final class S3Parameters {

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
    public S3Parameters(
            String bucket,
            String key,
            Optional<String> accessKey,
            Optional<String> secretKey,
            Optional<String> region,
            Optional<URI> endpoint,
            boolean pathStyle) {
        this.bucket = Objects.requireNonNull(bucket, "bucket");
        this.key = Objects.requireNonNull(key, "key");
        this.accessKey = Objects.requireNonNull(accessKey, "accessKey");
        this.secretKey = Objects.requireNonNull(secretKey, "secretKey");
        this.region = Objects.requireNonNull(region, "region");
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
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
        return "S3Parameters[***]";
    }
}
