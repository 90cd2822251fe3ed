package io.skillsdk.internal.json.mapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;

/** The required members of one object that have not been sent yet: an attribute of its reading. */
final class UnsentMembers {

    private final List<SettableBeanProperty> members;

    private UnsentMembers(List<SettableBeanProperty> required) {
        this.members = new ArrayList<>(required);
    }

    /** Reads an object, and lets its members tell that they have been sent. */
    static Object reading(
            List<SettableBeanProperty> required, DeserializationContext context, Supplier<Object> reader) {
        Object outer = context.getAttribute(UnsentMembers.class);
        context.setAttribute(UnsentMembers.class, new UnsentMembers(required));
        try {
            return reader.get();
        } finally {
            context.setAttribute(UnsentMembers.class, outer);
        }
    }

    /** Refuses the object that is being read, unless all have been sent. */
    static void check(DeserializationContext context, JsonParser parser, Class<?> type) {
        if (context.getAttribute(UnsentMembers.class) instanceof UnsentMembers unsent && !unsent.members.isEmpty()) {
            throw new MissingMembersException(parser, type, unsent.members);
        }
    }

    /** Whether a parser is at an object; behind a type id, that begins with its next member, or is over. */
    static boolean areAt(JsonParser parser) {
        return parser.isExpectedStartObjectToken()
                || parser.hasToken(JsonToken.PROPERTY_NAME)
                || parser.hasToken(JsonToken.END_OBJECT);
    }

    /** The members that are left when only some names are read. */
    static List<SettableBeanProperty> among(
            List<SettableBeanProperty> required, Set<String> ignored, Set<String> included) {
        return required.stream()
                .filter(member -> ignored == null || !ignored.contains(member.getName()))
                .filter(member -> included == null || included.contains(member.getName()))
                .toList();
    }

    /** The members under the names that they have where they are unwrapped. */
    static List<SettableBeanProperty> renamed(
            List<SettableBeanProperty> required, Iterable<SettableBeanProperty> members) {
        List<SettableBeanProperty> renamed = new ArrayList<>();
        members.forEach(member -> {
            if (required.stream().anyMatch(each -> isSame(each, member))) {
                renamed.add(member);
            }
        });
        return renamed;
    }

    /** That of another object may have the same name. */
    void sent(SettableBeanProperty sent) {
        members.removeIf(member -> isSame(member, sent));
    }

    private static boolean isSame(SettableBeanProperty one, SettableBeanProperty other) {
        return one.getMember() != null && one.getMember().equals(other.getMember());
    }
}
