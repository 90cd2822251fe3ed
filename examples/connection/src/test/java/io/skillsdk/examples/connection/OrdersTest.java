package io.skillsdk.examples.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.definition.SkillDefinitions;
import io.skillsdk.examples.connection.Orders.Found;
import io.skillsdk.examples.connection.Orders.Order;
import io.skillsdk.testing.InMemoryFabric;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import io.skillsdk.testing.junit.MessageFiles;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class OrdersTest {

    /** Without a platform: the connection in {@code fabric/} of this folder. */
    private final SkillTester tester = SkillTester.of(new Orders());

    static InMemoryFabric platform(String database) {
        return new InMemoryFabric()
                .secret("db-password", "s3cret-of-the-database")
                .connection(
                        "orders",
                        "jdbc_generic",
                        Map.of(
                                "uri",
                                "jdbc:h2:mem:" + database
                                        + ";DB_CLOSE_DELAY=-1;INIT=RUNSCRIPT FROM 'classpath:sample-orders.sql'",
                                "username",
                                "reader",
                                "password",
                                "#SECURE.db-password"));
    }

    @Test
    void theOrdersOfACustomerAreFound() {
        assertThat(tester.invoke(Map.of("customer", "Ada")).payload(Found.class).orders())
                .containsExactly(
                        new Order(1, "difference engine, second hand", new BigDecimal("1200.00")),
                        new Order(2, "punched cards", new BigDecimal("15.50")));
    }

    @Test
    void aCustomerIsAValueAndNotSql() {
        assertThat(tester.invoke(Map.of("customer", "' or '1' = '1"))
                        .payload(Found.class)
                        .orders())
                .isEmpty();
    }

    @Test
    void theSecretComesFromThePlatform() {
        SkillTester onPlatform = tester.fabric(platform("with-secret"));
        assertThat(onPlatform
                        .invoke(Map.of("customer", "Grace"))
                        .payload(Found.class)
                        .orders())
                .hasSize(1);
    }

    @Test
    void whatIsMissingIsNotShownToTheCaller() {
        InMemoryFabric platform = platform("other").secret("db-password", "another-password");
        tester.fabric(platform("other")).invoke(Map.of("customer", "Ada"));
        TestResponse refused = tester.fabric(platform).invoke(Map.of("customer", "Ada"));
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.json()).doesNotContain("another-password", "jdbc:", "SQL", "reader");
        TestResponse missing = tester.fabric(new InMemoryFabric()).invoke(Map.of("customer", "Ada"));
        assertThat(missing.status()).isEqualTo(500);
    }

    @ParameterizedTest
    @MessageFiles("skills/connection/invoke")
    void everyMessageIsAnswered(Path message) {
        assertThat(tester.invokeMessage(message).payload(Found.class).orders()).isNotEmpty();
    }

    @Test
    void theDefinitionIsInSync() {
        SkillDefinitions.assertInSync(Path.of("."), new Orders());
    }
}
