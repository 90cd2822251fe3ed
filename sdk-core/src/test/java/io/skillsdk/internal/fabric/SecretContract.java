package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.skillsdk.Secret;
import io.skillsdk.fabric.ConnectionDefinition;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every platform does with secrets and connections. */
interface SecretContract extends FabricUnderTest {

    @Test
    default void aSecretIsReadAndNotShown() {
        fabric().secrets().save("db", "s3cr3t");
        Secret secret = fabric().secrets().get("db");
        assertThat(secret.reveal()).isEqualTo("s3cr3t");
        assertThat(secret).hasToString("***");
        assertThat(fabric().secrets().find("none")).isEmpty();
        FabricUnderTest.assertReason(Reason.NOT_FOUND, () -> fabric().secrets().get("none"));
        assertThat(fabric().secrets().delete("db")).isTrue();
        assertThat(fabric().secrets().delete("db")).isFalse();
    }

    @Test
    default void aSecretMayBeAnObject() {
        fabric().secrets().save("key", Map.of("type", "service_account"));
        assertThat(fabric().secrets().get("key", Object.class)).isEqualTo(Map.of("type", "service_account"));
    }

    @Test
    default void severalSecretsComeAtOnceAndAllThatAreMissingAreNamed() {
        fabric().secrets().save("a", 1);
        fabric().secrets().save("b/c", "x");
        assertThat(fabric().secrets().getAll("b/c", "a")).containsOnlyKeys("b/c", "a");
        assertThatThrownBy(() -> fabric().secrets().getAll("a", "no1", "no2"))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("no1, no2");
    }

    @Test
    default void aConnectionComesWithItsSecrets() {
        fabric().secrets().save("pw", "s3cr3t");
        fabric().connections()
                .save(ConnectionDefinition.of(
                        "orders",
                        "jdbc_generic",
                        Map.of("uri", "jdbc:h2:mem:x", "username", "sa", "password", "#SECURE.pw")));
        ConnectionDefinition found = fabric().connections().get("orders");
        assertThat(found.jdbc().url()).isEqualTo("jdbc:h2:mem:x");
        assertThat(found.jdbc().properties()).containsOnly(entry("user", "sa"), entry("password", "s3cr3t"));
        assertThat(found.toString()).doesNotContain("s3cr3t").contains("password");
        assertThat(fabric().connections().list())
                .singleElement()
                .satisfies(listed -> assertThat(listed.text("password")).isEqualTo("#SECURE.pw"));
        assertThat(fabric().connections().delete("orders")).isTrue();
        assertThat(fabric().connections().find("orders")).isEmpty();
    }

    @Test
    default void aConnectionOfCdataComesWithThePlatformsLicence() {
        fabric().connections()
                .save(ConnectionDefinition.of(
                        "cdata",
                        "jdbc_cdata",
                        Map.of(
                                "classname",
                                "cdata.jdbc.googlebigquery.GoogleBigQueryDriver",
                                "plugin_properties",
                                "{\"ProjectId\":\"x\"}")));
        assertThat(fabric().connections().get("cdata").jdbc().properties()).isEqualTo(Map.of("ProjectId", "x"));
        fabric().project("shared").secrets().save("cdata-oem-key", "licence-1");
        assertThat(fabric().connections().get("cdata").jdbc().properties())
                .isEqualTo(Map.of("ProjectId", "x", "OEMKey", "licence-1"));
        assertThat(fabric().connections().get("cdata").toString()).doesNotContain("licence-1");
    }

    @Test
    default void aMissingSecretOfAConnectionIsNamed() {
        fabric().connections().save(ConnectionDefinition.of("m", "mongo", Map.of("uri", "${secure.mongo-uri}")));
        assertThatThrownBy(() -> fabric().connections().get("m"))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("mongo-uri")
                .satisfies(e -> assertThat(((FabricException) e).reason()).isEqualTo(Reason.NOT_FOUND));
        // it is there, and must not be taken for absent
        assertThatThrownBy(() -> fabric().connections().find("m")).isInstanceOf(FabricException.class);
    }
}
