package io.skillsdk.examples.connection;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillProperties;
import io.skillsdk.SkillProperty;
import io.skillsdk.daemon.SkillDaemon;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.connection.JdbcParameters;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads a database through a connection of the platform, which knows where it is and the secrets that it needs. */
public final class Orders {

    private static final int LONGEST_SECONDS = 10;

    /** The payload. */
    public record Query(
            @SkillParameter(required = true, description = "Whose orders", example = "Ada")
            String customer) {}

    /** An order. */
    public record Order(int id, String item, BigDecimal total) {}

    /** The result. */
    public record Found(List<Order> orders) {}

    @SkillAction(description = "Finds the orders of a customer")
    @SkillProperty(
            name = "connection-name",
            defaultValue = "orders",
            title = "Connection",
            description = "The JDBC connection of the project that has the orders")
    public Found find(Query payload, Fabric fabric, SkillProperties properties) throws SQLException {
        JdbcParameters jdbc = fabric.connections()
                .get(properties.getString("connection-name"))
                .jdbc();
        try (Connection database = DriverManager.getConnection(jdbc.url(), jdbc.properties());
                PreparedStatement query = database.prepareStatement(
                        "select id, item, total from orders where customer = ? order by id")) {
            query.setQueryTimeout(LONGEST_SECONDS);
            query.setString(1, payload.customer());
            return new Found(read(query));
        }
    }

    private static List<Order> read(PreparedStatement query) throws SQLException {
        List<Order> orders = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                orders.add(new Order(rows.getInt("id"), rows.getString("item"), rows.getBigDecimal("total")));
            }
        }
        return orders;
    }

    public static void main(String[] args) {
        SkillDaemon.run(args, new Orders());
    }
}
