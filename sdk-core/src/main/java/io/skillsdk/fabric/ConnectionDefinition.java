package io.skillsdk.fabric;

import io.skillsdk.fabric.connection.GcsParameters;
import io.skillsdk.fabric.connection.JdbcParameters;
import io.skillsdk.fabric.connection.MongoParameters;
import io.skillsdk.fabric.connection.S3Parameters;
import io.skillsdk.internal.argument.NullArguments;
import io.skillsdk.internal.fabric.json.JsonDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A connection: a type such as {@code mongo} or {@code jdbc_generic}, and parameters. Its values show in no {@code toString}
 * and no exception; written as JSON it is an empty object.
 */
public final class ConnectionDefinition {

    private final JsonDocument definition;

    private final ConnectionValues values;

    private ConnectionDefinition(JsonDocument definition) {
        this.definition = definition;
        this.values = new ConnectionValues(definition);
    }

    /**
     * Makes a connection, to save it or to test what takes one.
     *
     * @param name its name: letters, digits, {@code -} and {@code _}, up to 20 (documentation)
     * @param type its type, such as {@code mongo}
     * @param params its parameters: strings, numbers and booleans by name
     * @return the connection
     */
    public static ConnectionDefinition of(String name, String type, Map<String, ?> params) {
        NullArguments.refuseIn(params, "params");
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("name", Objects.requireNonNull(name, "name"));
        definition.put("title", name);
        definition.put("connectionType", Objects.requireNonNull(type, "type"));
        definition.put("allowRead", true);
        definition.put("allowWrite", true);
        definition.put(
                "params",
                new TreeMap<>(params)
                        .entrySet().stream()
                                .map(param -> Map.of("name", param.getKey(), "value", param.getValue()))
                                .toList());
        return of(definition);
    }

    /**
     * Makes a connection from its whole definition, as it stands in a connection's file.
     *
     * @param definition a map, or any object that is written as a JSON object: {@code name}, {@code connectionType},
     *     {@code params} as a list of {@code name} and {@code value}, and more
     * @return the connection
     */
    public static ConnectionDefinition of(Object definition) {
        return new ConnectionDefinition(JsonDocument.of(Objects.requireNonNull(definition, "definition")));
    }

    /**
     * Returns its name.
     *
     * @return the name
     */
    public String name() {
        return values.name();
    }

    /**
     * Returns its type: {@code file gcs gcsFileStream hive jdbc jdbc_cdata jdbc_generic mongo s3 s3FileStream}
     * (profiles client) or another.
     *
     * @return the type
     */
    public String type() {
        return values.type();
    }

    /**
     * Returns the type of its files: {@code csv}, {@code json} or {@code parquet}.
     *
     * @return the type, or empty
     */
    public Optional<String> contentType() {
        return Optional.of(definition.get("contentType").text()).filter(text -> !text.isEmpty());
    }

    /**
     * Returns the names of its parameters.
     *
     * @return an unmodifiable set of the names, in the order of the definition
     */
    public Set<String> names() {
        return values.names();
    }

    /**
     * Returns a parameter as text.
     *
     * @param param the parameter's name
     * @return the string, or JSON when the value is none
     * @throws FabricException with {@link FabricException.Reason#INVALID} when it is missing; the message names it, and those
     *     there are
     */
    public String text(String param) {
        return values.text(Objects.requireNonNull(param, "param"));
    }

    /**
     * Returns a parameter that may be missing.
     *
     * @param param the parameter's name
     * @return the string, or JSON when the value is none; or empty
     */
    public Optional<String> find(String param) {
        return values.find(Objects.requireNonNull(param, "param"));
    }

    /**
     * Returns a parameter that is true or false.
     *
     * @param param the parameter's name
     * @param defaultValue what counts when it is missing
     * @return the value; any text but {@code true} is false
     */
    public boolean flag(String param, boolean defaultValue) {
        return values.flag(Objects.requireNonNull(param, "param"), defaultValue);
    }

    /**
     * Returns a parameter that is a whole number.
     *
     * @param param the parameter's name
     * @return the number
     * @throws FabricException with {@link FabricException.Reason#INVALID} when it is missing or no whole number
     */
    public long number(String param) {
        return values.number(Objects.requireNonNull(param, "param"));
    }

    /**
     * Returns all parameters as an object.
     *
     * @param <T> the object's type
     * @param type a record or class whose members are names of parameters; others are ignored
     * @return the object
     * @throws FabricException with {@link FabricException.Reason#UNREADABLE_ANSWER} when they do not fit; without values
     */
    public <T> T as(Class<T> type) {
        return values.as(Objects.requireNonNull(type, "type"));
    }

    /**
     * Returns what a JDBC driver needs, for the types {@code jdbc}, {@code jdbc_generic} and {@code jdbc_cdata}.
     *
     * @return the parameters
     * @throws FabricException with {@link FabricException.Reason#INVALID} when one is missing
     */
    public JdbcParameters jdbc() {
        return ConnectionReader.jdbc(values);
    }

    /**
     * Returns what a MongoDB driver needs.
     *
     * @return the parameters
     * @throws FabricException with {@link FabricException.Reason#INVALID} when one is missing
     */
    public MongoParameters mongo() {
        return ConnectionReader.mongo(values);
    }

    /**
     * Returns what an S3 client needs.
     *
     * @return the parameters
     * @throws FabricException with {@link FabricException.Reason#INVALID} when one is missing
     */
    public S3Parameters s3() {
        return ConnectionReader.s3(values);
    }

    /**
     * Returns what a client of Google Cloud Storage needs.
     *
     * @return the parameters
     * @throws FabricException with {@link FabricException.Reason#INVALID} when one is missing
     */
    public GcsParameters gcs() {
        return ConnectionReader.gcs(values);
    }

    /**
     * Returns the definition as it is sent to the platform. It holds the values: do not log or return it.
     *
     * @return strings, numbers, booleans, lists, maps and nulls by name
     */
    public Map<String, Object> definition() {
        Map<String, Object> copy = new LinkedHashMap<>();
        definition.map().forEach((key, value) -> {
            if (value != null) {
                copy.put(key, value);
            }
        });
        return copy;
    }

    @Override
    public String toString() {
        return "ConnectionDefinition[name=" + name() + ", type=" + type() + ", params=" + names() + "]";
    }
}
