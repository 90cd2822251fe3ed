package io.skillsdk.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FatalErrorsTest {

    /** Its initialization runs out of memory. */
    private static final class Large {

        private static final int[][] ALL = new int[Integer.MAX_VALUE][];
    }

    /** Its initialization fails by a fault of its own. */
    private static final class Faulty {

        private static final int ALL = Integer.parseInt("all");
    }

    private static Throwable thrownBy(Runnable reading) {
        try {
            reading.run();
        } catch (Throwable e) {
            return e;
        }
        throw new AssertionError("Nothing was thrown");
    }

    private static void read(Object value) {
        assertThat(value).isNotNull();
    }

    @Test
    void errorsOfTheVirtualMachineAreFatalButNotAStackOverflow() {
        assertThat(FatalErrors.isFatal(new OutOfMemoryError())).isTrue();
        assertThat(FatalErrors.isFatal(new InternalError())).isTrue();
        assertThat(FatalErrors.isFatal(new StackOverflowError())).isFalse();
        assertThat(FatalErrors.isFatal(new AssertionError())).isFalse();
    }

    @Test
    void aClassWhoseInitializationRanOutOfMemoryIsFatalEachTime() {
        assertThat(thrownBy(() -> read(Large.ALL))).isInstanceOf(OutOfMemoryError.class);
        for (int i = 0; i < 2; i++) {
            Throwable unusable = thrownBy(() -> read(Large.ALL));
            assertThat(unusable).isInstanceOf(NoClassDefFoundError.class);
            assertThat(FatalErrors.isFatal(unusable)).isTrue();
            assertThatThrownBy(() -> FatalErrors.rethrow(unusable)).isSameAs(unusable);
        }
    }

    @Test
    void aClassWithAFaultOfItsOwnIsNotFatal() {
        for (int i = 0; i < 3; i++) {
            assertThat(FatalErrors.isFatal(thrownBy(() -> read(Faulty.ALL)))).isFalse();
        }
    }

    @Test
    void aClassThatIsNotFoundIsNotFatal() {
        assertThat(FatalErrors.isFatal(new NoClassDefFoundError("com/acme/Missing")))
                .isFalse();
        assertThat(FatalErrors.isFatal(new NoClassDefFoundError())).isFalse();
    }
}
