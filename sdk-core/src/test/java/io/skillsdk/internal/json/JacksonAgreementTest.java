package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What plain Jackson reads of a class is read with the same value, however the class says how it is made; beside a fault the rest of it
 * is told of as sound, and with the fault fixed all of it is taken.
 */
class JacksonAgreementTest {

    static Stream<JacksonCase> cases() {
        return JacksonCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatJacksonReadsIsReadWithTheSameValue(JacksonCase the) {
        Binding binding = Binding.of(the.type());
        assertThat(binding.faults(the.sound())).isEmpty();
        assertThat(binding.echoed(the.sound()).replaceFirst("^\\{\"result\":(.*)}$", "$1"))
                .isEqualTo(binding.plain(the.sound()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFaultThatIsThereIsNamedAndNoOther(JacksonCase the) {
        assertThat(Binding.of(the.type()).fields(the.broken())).containsExactly(the.field());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsReadIsRightByTheSchema(JacksonCase the) {
        assertThat(Binding.of(the.type()).schemaErrors(the.sound())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aMemberThatNobodyKnowsChangesNothing(JacksonCase the) {
        if (the.sound().startsWith("{")
                && the.type() != JacksonForms.Delegating.class
                && the.type() != JacksonForms.AnyBean.class) {
            Binding binding = Binding.of(the.type());
            String more = "{\"nobody knows\":[{}]," + the.sound().substring(1);
            assertThat(binding.echoed(more)).isEqualTo(binding.echoed(the.sound()));
            assertThat(binding.fields("{\"nobody knows\":[{}]," + the.broken().substring(1)))
                    .containsExactly(the.field());
        }
    }
}
