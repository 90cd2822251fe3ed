package io.skillsdk.internal.action;

import io.skillsdk.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the value of one parameter of an action comes from. */
public sealed interface ArgumentResolver permits ArgumentResolver.Whole, NamedParameter {

    /**
     * Returns the value for one call.
     *
     * @param violations takes what is wrong with it; the value does not matter then
     */
    @Nullable Object resolve(CallInputs inputs, List<Violation> violations);

    /** What a violation of it is about, as the caller sees it: {@code payload}, {@code query.limit}. */
    String field();

    /** What is taken as it is, at most once by an action. */
    enum Whole implements ArgumentResolver {
        /** The payload itself. */
        PAYLOAD {
            @Override
            public Object resolve(CallInputs inputs, List<Violation> violations) {
                return inputs.request().payload();
            }
        },
        /** The whole envelope. */
        ENVELOPE {
            @Override
            public Object resolve(CallInputs inputs, List<Violation> violations) {
                return inputs.request();
            }
        },
        /** The properties. */
        PROPERTIES {
            @Override
            public Object resolve(CallInputs inputs, List<Violation> violations) {
                return inputs.request().properties();
            }
        },
        /** The platform. */
        FABRIC {
            @Override
            public Object resolve(CallInputs inputs, List<Violation> violations) {
                return inputs.fabric();
            }
        },
        /** What takes work for after the answer. */
        BACKGROUND {
            @Override
            public Object resolve(CallInputs inputs, List<Violation> violations) {
                return inputs.background();
            }
        },
        /** The context of the call. */
        CONTEXT {
            @Override
            public Object resolve(CallInputs inputs, List<Violation> violations) {
                return inputs.context();
            }
        };

        @Override
        public String field() {
            return this == PAYLOAD ? "payload" : "request";
        }
    }
}
