package io.skillsdk.internal.action;

import io.skillsdk.Violation;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.json.type.PayloadType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of an action that has a name in the path, the query or the headers of a call.
 *
 * @param type what one text of it converts to
 * @param form what the converted values become
 * @param absent what stands for it when the call has none and there is no default
 */
record NamedParameter(
        Source source,
        String name,
        PayloadType type,
        Form form,
        boolean required,
        List<String> defaults,
        @Nullable Object absent)
        implements ArgumentResolver {

    /** The part of a call that it is taken from. */
    enum Source {
        PATH("path"),
        QUERY("query"),
        HEADER("headers");

        private final String prefix;

        Source(String prefix) {
            this.prefix = prefix;
        }
    }

    /** How many values it takes, and in what they are handed over. */
    enum Form {
        ONE,
        OPTIONAL,
        LIST,
        SET;

        private Object handOver(List<Object> values) {
            return switch (this) {
                case ONE -> values.get(0);
                case OPTIONAL -> Optional.of(values.get(0));
                case LIST -> Collections.unmodifiableList(values);
                case SET -> Collections.unmodifiableSet(new LinkedHashSet<>(values));
            };
        }

        boolean takesMany() {
            return this == LIST || this == SET;
        }
    }

    @Override
    public String field() {
        return source.prefix + "." + name;
    }

    @Override
    public @Nullable Object resolve(CallInputs inputs, List<Violation> violations) {
        List<String> sent = sent(inputs);
        if (!sent.isEmpty()) {
            return convert(sent, violations);
        }
        if (!defaults.isEmpty()) {
            return convert(defaults, violations);
        }
        if (required) {
            violations.add(new Violation(field(), "is required"));
        }
        return absent;
    }

    private List<String> sent(CallInputs inputs) {
        return switch (source) {
            case PATH -> List.of(inputs.call().pathParameters().getOrDefault(name, ""));
            case QUERY -> inputs.queryParameters().getOrDefault(name, List.of());
            case HEADER -> inputs.headers().getOrDefault(name, List.of());
        };
    }

    /** Of several values, one that is taken alone is the first. */
    @Nullable Object convert(List<String> texts, List<Violation> violations) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < (form.takesMany() ? texts.size() : 1); i++) {
            Object value = JsonCodec.fromText(texts.get(i), type);
            if (value == null) {
                String field = form.takesMany() && texts.size() > 1 ? field() + "[" + i + "]" : field();
                violations.add(new Violation(field, "must be " + type.shape().expectation()));
            } else {
                values.add(value);
            }
        }
        return values.isEmpty() ? absent : form.handOver(values);
    }
}
