package io.skillsdk.internal.fabric.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException;
import org.junit.jupiter.api.Test;

/** Clients that belong to no call, from the interface on. */
class StandaloneFabricTest {

    @Test
    void aProfileThatThereIsNotIsSaidSo() {
        assertThatThrownBy(() -> Fabric.fromProfile("there-is-no-such-profile"))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("access from the environment");
    }
}
