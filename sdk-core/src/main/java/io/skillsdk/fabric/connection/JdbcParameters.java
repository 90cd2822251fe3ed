package io.skillsdk.fabric.connection;

import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** What a JDBC driver needs. Not a record, which would show its values in {@code toString} and in JSON. */
public final class JdbcParameters {

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
    public JdbcParameters(String url, Properties properties, Optional<String> driver, Optional<String> query) {
        this.url = Objects.requireNonNull(url, "url");
        this.properties = copy(Objects.requireNonNull(properties, "properties"));
        this.driver = Objects.requireNonNull(driver, "driver");
        this.query = Objects.requireNonNull(query, "query");
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
        return "JdbcParameters[***]";
    }
}
