package io.skillsdk.internal.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArgumentCopiesTest {

    @Test
    void namesKeepTheirOrderAndValuesMayBeNull() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("z", null);
        values.put("a", 1);
        assertThat(ArgumentCopies.inDepth(values, "values")).containsExactlyEntriesOf(values);
    }

    @Test
    @SuppressWarnings("unchecked") // of what it was made
    void mapsAndListsAreCopiedInDepthAndCannotBeChanged() {
        List<Object> list = new ArrayList<>(List.of(new HashMap<>(Map.of("a", 1))));
        Map<String, @Nullable Object> copy = ArgumentCopies.inDepth(Map.of("list", list), "values");
        ((Map<String, Object>) list.get(0)).clear();
        list.clear();
        assertThat(copy).isEqualTo(Map.of("list", List.of(Map.of("a", 1))));
        List<Object> copied = (List<Object>) copy.get("list");
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(copy::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(copied::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ((Map<String, Object>) copied.get(0)).clear());
    }

    @Test
    void nullIsNamedByItsParameter() {
        assertThatNullPointerException()
                .isThrownBy(() -> NullArguments.refuseIn(new Object[] {"a", null}, "actions"))
                .withMessage("actions must not have a null element");
        assertThatNullPointerException()
                .isThrownBy(() -> NullArguments.refuseIn(Arrays.asList("a", null), "names"))
                .withMessage("names must not have a null element");
        assertThatNullPointerException()
                .isThrownBy(() -> NullArguments.refuseIn(Collections.singletonMap("a", null), "headers"))
                .withMessage("headers must not have null as a value, but has it for 'a'");
        assertThatNullPointerException()
                .isThrownBy(() -> NullArguments.refuseNamesIn(Collections.singletonMap(null, "a"), "filter"))
                .withMessage("filter must not have null as a name");
    }

    @Test
    void whatHasNoNullIsGivenBack() {
        Map<String, Object> values = Map.of("a", 1);
        assertThat(NullArguments.refuseIn(values, "values")).isSameAs(values);
        assertThat(NullArguments.refuseNamesIn(values, "values")).isSameAs(values);
        List<String> list = List.of("a");
        assertThat(NullArguments.refuseIn(list, "values")).isSameAs(list);
    }
}
