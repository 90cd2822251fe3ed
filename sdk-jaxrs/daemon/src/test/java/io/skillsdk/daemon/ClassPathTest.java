package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A daemon of actions alone brings no JAX-RS: what it serves with is on the class path of these tests. */
class ClassPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"jakarta.ws.rs-api", "jersey-", "hk2-", "javassist", "jakarta.inject"})
    void jaxRsIsNotOnTheClassPathOfADaemonWithoutIt(String jar) {
        assertThat(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> new File(entry).getName()))
                .isNotEmpty()
                .noneMatch(name -> name.startsWith(jar));
    }

    @Test
    void componentsWithoutJaxRsAreRefusedAtStartNamingTheDependency() {
        assertThatThrownBy(() -> SkillDaemon.builder(new TestActions())
                        .set("daemon.host", "127.0.0.1")
                        .set("daemon.port", "0")
                        .register(new Object())
                        .start())
                .isInstanceOf(DaemonStartException.class)
                .hasMessageContaining("io.skillsdk:skill-sdk-jaxrs");
    }
}
