package io.skillsdk.examples.jdbc;

import io.skillsdk.Secret;
import io.skillsdk.SkillSetting;
import java.net.URI;
import java.time.Duration;

/** Where the database is: {@code accounts.db.url}, {@code ACCOUNTS_DB_PASSWORD}. Without settings it is one in memory. */
public record DatabaseSettings(
        @SkillSetting(
                defaultValue = "jdbc:h2:mem:accounts;DB_CLOSE_DELAY=-1",
                description = "The JDBC URL of the database; one in memory by default")
        URI url,

        @SkillSetting(defaultValue = "", description = "Who connects")
        String user,

        @SkillSetting(defaultValue = "", description = "The password of the user")
        Secret password,

        @SkillSetting(defaultValue = "10", description = "How many connections are open at most")
        int poolSize,

        @SkillSetting(defaultValue = "2s", description = "How long a call waits for a connection")
        Duration timeout) {

    /** Checks what is not a matter of types. */
    public DatabaseSettings {
        if (poolSize < 1) {
            throw new IllegalArgumentException("accounts.db.pool-size must be 1 or more.");
        }
    }
}
