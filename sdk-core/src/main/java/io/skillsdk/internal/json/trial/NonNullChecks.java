package io.skillsdk.internal.json.trial;

import io.skillsdk.internal.json.binding.AuthorFailure;
import io.skillsdk.internal.json.mapper.NotNullAnnotations;
import io.skillsdk.internal.json.sent.SentValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.deser.SettableBeanProperty;

/**
 * The checks that Lombok writes for its {@code @NonNull}, at the beginning of a constructor. They stop at the first member
 * that is null: each is told, and something in its place lets the next one be checked.
 */
final class NonNullChecks {

    private final Iterable<SettableBeanProperty> members;

    private final Replacement replacement;

    private final Runnable constructor;

    private final DeserializationContext context;

    /**
     * Makes one for an object that is being made.
     *
     * @param members what it is made of
     * @param constructor makes it once more
     */
    NonNullChecks(
            DeserializationContext context,
            Iterable<SettableBeanProperty> members,
            Replacement replacement,
            Runnable constructor) {
        this.context = context;
        this.members = members;
        this.replacement = replacement;
        this.constructor = constructor;
    }

    /** Whether a class has such checks: their words are in its file. */
    static boolean areIn(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        ClassLoader loader = type.getClassLoader();
        try (InputStream in = loader == null ? null : loader.getResourceAsStream(file)) {
            return in != null
                    && new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                            .contains(AuthorFailure.NON_NULL_WORDS);
        } catch (IOException e) {
            return false;
        }
    }

    /** Does the checks with what has been read, parts that do not fit among it. Returns what follows for the object. */
    RuntimeException tried(Trial trial, SentValue object) {
        try {
            constructor.run();
        } catch (RuntimeException e) {
            return refused(e) == null ? Refusal.consequence() : told(trial, object, e);
        }
        return Refusal.consequence();
    }

    /** Tells the members that are null and must not be. Returns what there is to be told of the object itself. */
    RuntimeException told(Trial trial, SentValue object, RuntimeException first) {
        List<MissingMember> missing = new ArrayList<>();
        Set<SettableBeanProperty> told = new HashSet<>();
        SettableBeanProperty member = refused(first);
        while (member != null && told.add(member)) {
            SentValue sent = sent(object, member);
            if (sent == null) {
                missing.add(trial.findings().about(member));
            } else {
                trial.findings().unwantedNull(sent, null, member.getType().getRawClass());
            }
            member = next(member);
        }
        if (told.isEmpty()) {
            return first;
        }
        return missing.isEmpty() ? Refusal.consequence() : Refusal.lacking(missing);
    }

    private @Nullable SentValue sent(SentValue object, SettableBeanProperty member) {
        SentValue sent = object.child(member.getName());
        for (PropertyName alias : member.findAliases(context.getConfig())) {
            sent = sent == null ? object.child(alias.getSimpleName()) : sent;
        }
        return sent;
    }

    /** The next one that is refused; what else the author's code says about a stand-in is not about what was sent. */
    private @Nullable SettableBeanProperty next(SettableBeanProperty member) {
        Object standIn = StandIns.of(member.getType());
        if (standIn == null) {
            return null;
        }
        try {
            replacement.put(member, standIn);
            constructor.run();
            return null;
        } catch (RuntimeException e) {
            return refused(e);
        }
    }

    private @Nullable SettableBeanProperty refused(RuntimeException thrown) {
        String name = AuthorFailure.memberThatIsNull(thrown);
        if (name != null) {
            for (SettableBeanProperty member : members) {
                if (name.equals(member.getName())
                        || (member.getMember() != null && name.equals(NotNullAnnotations.name(member.getMember())))) {
                    return member;
                }
            }
        }
        return null;
    }

    /** Puts something in the place of a member. */
    @FunctionalInterface
    interface Replacement {

        void put(SettableBeanProperty member, Object standIn);
    }
}
