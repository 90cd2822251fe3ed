package io.skillsdk.examples.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The pool of connections. It is opened when the daemon serves, and closed by the action that it was opened for. */
final class Database implements AutoCloseable {

    private static final String SCHEMA =
            "create table if not exists account (name varchar(100) primary key, balance decimal(19, 2) not null check (balance >= 0))";

    private volatile HikariDataSource pool;

    /** Opens the pool, and makes the table if it is not there. Throws when the database is not reachable: the start then ends. */
    Database open(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("accounts");
        config.setJdbcUrl(settings.url().toString());
        config.setUsername(settings.user());
        config.setPassword(settings.password().reveal());
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(settings.timeout().toMillis());
        HikariDataSource opened = new HikariDataSource(config);
        try (Connection connection = opened.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        } catch (SQLException e) {
            opened.close();
            throw new IllegalStateException("The table cannot be made: " + e.getMessage(), e);
        }
        pool = opened;
        return this;
    }

    DataSource source() {
        return pool;
    }

    /** Whether a connection works, for the readiness page. */
    boolean isReachable() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
