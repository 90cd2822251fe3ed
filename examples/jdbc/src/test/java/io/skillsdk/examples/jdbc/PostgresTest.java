package io.skillsdk.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skillsdk.daemon.SkillDaemon;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** On a real PostgreSQL, whose binaries for Linux are a dependency. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class PostgresTest extends AccountsContract {

    private static EmbeddedPostgres postgres;

    private static SkillDaemon daemon;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "off")
                .start();
        daemon = Accounts.daemon()
                .host("127.0.0.1")
                .port(0)
                .set("accounts.db.url", postgres.getJdbcUrl("postgres", "postgres") + "&ApplicationName=accounts")
                .set("accounts.db.timeout", "30s")
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            if (daemon != null) {
                daemon.close();
                // the database sees the end of a connection a little later than its client
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(connections())
                                .as("the pool is closed")
                                .isZero());
            }
        } finally {
            if (postgres != null) {
                postgres.close();
            }
        }
    }

    private static int connections() throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_stat_activity where application_name = 'accounts'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    SkillDaemon daemon() {
        return daemon;
    }

    @Test
    void thePoolIsOpen() throws Exception {
        assertThat(connections()).isPositive();
    }
}
