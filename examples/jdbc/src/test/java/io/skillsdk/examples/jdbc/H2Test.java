package io.skillsdk.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.daemon.SkillDaemon;
import io.skillsdk.daemon.junit.SkillDaemonExtension;
import io.skillsdk.definition.SkillDefinitions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the database of the first run. */
class H2Test extends AccountsContract {

    @RegisterExtension
    static final SkillDaemonExtension DAEMON =
            SkillDaemonExtension.of(Accounts::daemon).set("accounts.db.url", "jdbc:h2:mem:test;DB_CLOSE_DELAY=-1");

    @Override
    SkillDaemon daemon() {
        return DAEMON.daemon();
    }

    @Test
    void theDefinitionIsInSync() {
        SkillDefinitions.assertInSync(Path.of("."), new Accounts(new Database()));
    }

    @Test
    void aDatabaseThatIsNotThereEndsTheStartWithASentence() {
        SkillDaemon.Builder builder = Accounts.daemon()
                .host("127.0.0.1")
                .port(0)
                .set("accounts.db.url", "jdbc:postgresql://127.0.0.1:1/none")
                .set("accounts.db.password", "hush")
                .set("accounts.db.timeout", "250ms");
        assertThatThrownBy(builder::start)
                .hasMessageContaining("Accounts could not be made:")
                .hasMessageNotContaining("hush");
    }
}
