package io.skillsdk.internal.json.mapper;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.exc.MismatchedInputException;

/** An object was sent without members that its class declares as required. */
public final class MissingMembersException extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    private final transient List<SettableBeanProperty> members;

    MissingMembersException(JsonParser parser, Class<?> type, List<SettableBeanProperty> members) {
        super(
                parser,
                members.stream()
                        .map(SettableBeanProperty::getName)
                        .collect(Collectors.joining(", ", "lacks the required members ", "")),
                type);
        this.members = List.copyOf(members);
    }

    /** What was not sent. */
    public List<SettableBeanProperty> members() {
        return members;
    }
}
