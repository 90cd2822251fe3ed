package io.skillsdk.fabric;

import io.skillsdk.fabric.connection.GcsParameters;
import io.skillsdk.fabric.connection.JdbcParameters;
import io.skillsdk.fabric.connection.MongoParameters;
import io.skillsdk.fabric.connection.S3Parameters;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.text.PercentEncoding;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a connection as a driver wants them. Sources differ in the names: all are read (fabric-api). */
final class ConnectionReader {

    /** Parameters of a JDBC connection that are none of the driver's. */
    private static final Set<String> NOT_THE_DRIVERS = Set.of(
            "uri", "url", "username", "classname", "query", "managed_content_key", "plugin_jar", "jdbc_jar_file");

    private ConnectionReader() {}

    /** For the driver of a database. */
    static JdbcParameters jdbc(ConnectionValues connection) {
        requireType(connection, "jdbc", "hive");
        Optional<String> driver = connection.find("classname");
        Optional<String> query = connection.find("query");
        Properties properties = new Properties();
        if (connection.type().toLowerCase(Locale.ROOT).equals("jdbc_cdata")) {
            connection.find("plugin_properties").ifPresent(text -> {
                JsonDocument read = JsonDocument.tryRead(text.getBytes(StandardCharsets.UTF_8));
                if (read == null || !read.isObject()) {
                    throw connection.invalid("its parameter 'plugin_properties' is not a JSON object");
                }
                read.members().forEach((name, value) -> properties.setProperty(name, value.text()));
            });
            return new JdbcParameters(cdataUrl(connection), properties, driver, query);
        }
        String url = connection.find("uri").or(() -> connection.find("url")).orElseGet(() -> connection.text("uri"));
        connection.names().stream()
                .filter(name -> !NOT_THE_DRIVERS.contains(name))
                .forEach(name -> properties.setProperty(name, connection.text(name)));
        // JDBC's own name for it; some drivers refuse properties that they do not know
        connection.find("username").ifPresent(user -> properties.putIfAbsent("user", user));
        return new JdbcParameters(url, properties, driver, query);
    }

    /** The second and third part of the driver's name tell the URL (CData plugin). */
    private static String cdataUrl(ConnectionValues connection) {
        String[] parts = connection.text("classname").split("\\.", -1);
        if (parts.length < 3) {
            throw connection.invalid(
                    "its parameter 'classname' must be like cdata.jdbc.googlebigquery.GoogleBigQueryDriver");
        }
        return parts[1] + ":" + parts[2] + ":";
    }

    /** For MongoDB. */
    static MongoParameters mongo(ConnectionValues connection) {
        requireType(connection, "mongo");
        String uri =
                connection.find("uri").or(() -> connection.find("mongoUri")).orElseGet(() -> connection.text("uri"));
        return new MongoParameters(
                uri,
                connection.find("database").or(() -> databaseOf(uri)),
                connection.find("collection"),
                connection.find("filter"));
    }

    /** As MongoDB's driver reads it: percent-encoded, and up to a dot, behind which a collection may stand. */
    private static Optional<String> databaseOf(String uri) {
        String rest = uri.replaceFirst("^[a-z+]+://", "").replaceFirst("\\?.*$", "");
        int slash = rest.indexOf('/');
        String names = slash < 0 ? "" : PercentEncoding.decode(rest.substring(slash + 1));
        int dot = names.indexOf('.');
        return Optional.of(dot < 0 ? names : names.substring(0, dot)).filter(name -> !name.isEmpty());
    }

    /** For S3 and what speaks like it. */
    static S3Parameters s3(ConnectionValues connection) {
        requireType(connection, "s3");
        Place place = place(connection, List.of("s3a", "s3n", "s3"));
        return new S3Parameters(
                place.bucket(),
                place.key(),
                connection.find("publicKey"),
                connection.find("secretKey"),
                connection.find("region"),
                connection.find("s3Endpoint").filter(text -> !text.isBlank()).map(text -> endpoint(connection, text)),
                connection.flag("pathStyleAccess", connection.find("s3Endpoint").isPresent()));
    }

    private static URI endpoint(ConnectionValues connection, String text) {
        try {
            return new URI(text.contains("://") ? text : "https://" + text);
        } catch (URISyntaxException e) {
            throw connection.invalid("its parameter 's3Endpoint' is not a valid URL");
        }
    }

    /** For Google Cloud Storage. */
    static GcsParameters gcs(ConnectionValues connection) {
        requireType(connection, "gcs");
        Place place = place(connection, List.of("gs"));
        return new GcsParameters(place.bucket(), place.key(), connection.find("serviceAccountKey"));
    }

    private record Place(String bucket, String key) {}

    private static Place place(ConnectionValues connection, List<String> schemes) {
        String uri = connection.find("uri").orElse("");
        String bucket = connection.find("bucket").orElse("");
        if (uri.isEmpty() && bucket.isEmpty()) {
            connection.text("uri");
        }
        if (uri.isEmpty()) {
            return new Place(bucket, "");
        }
        String rest = afterScheme(uri, schemes);
        if (rest == null) {
            throw connection.invalid("its parameter 'uri' must begin with " + String.join(":// or ", schemes) + "://");
        }
        int slash = rest.indexOf('/');
        Place place = slash < 0 ? new Place(rest, "") : new Place(rest.substring(0, slash), rest.substring(slash + 1));
        if (place.bucket().isEmpty()) {
            throw connection.invalid("its parameter 'uri' names no bucket");
        }
        return place;
    }

    private static @Nullable String afterScheme(String uri, List<String> schemes) {
        return schemes.stream()
                .map(scheme -> scheme + "://")
                .filter(uri::startsWith)
                .map(begin -> uri.substring(begin.length()))
                .findFirst()
                .orElse(null);
    }

    private static void requireType(ConnectionValues connection, String... begins) {
        String type = connection.type().toLowerCase(Locale.ROOT);
        for (String begin : begins) {
            if (type.startsWith(begin)) {
                return;
            }
        }
        throw connection.invalid("its type is '" + connection.type() + "', not " + begins[0]);
    }
}
