package io.skillsdk.internal.action;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The methods an action can have. HEAD is not one of them: it is answered wherever GET is, see {@link Router}. */
enum HttpMethod {
    POST(true),
    PUT(true),
    PATCH(true),
    GET(false),
    DELETE(false),
    OPTIONS(false);

    static final String ALLOWED = Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));

    private final boolean carriesBody;

    HttpMethod(boolean carriesBody) {
        this.carriesBody = carriesBody;
    }

    /** Whether the platform sends an envelope with it (gateway). */
    boolean carriesBody() {
        return carriesBody;
    }

    static HttpMethod parse(String text) {
        try {
            return valueOf(text.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidActionException(
                    "'" + text + "' is no method an action can answer to. Use one of " + ALLOWED + ".");
        }
    }
}
