package io.skillsdk.fabric;

import io.skillsdk.internal.argument.ArgumentCopies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sessions of a project: small state that calls share, kept by the platform under an id. */
public interface Sessions {

    /**
     * A session in a list.
     *
     * @param id its id; up to the first {@code .} or {@code |}, as the platform's list cuts it there (gateway 6.11)
     * @param ttl how long it lives after its last write; zero when it has no end
     * @param description its description, {@code ""} when it has none
     */
    record Summary(String id, Duration ttl, String description) {

        /**
         * Makes a summary; nothing in it may be null.
         *
         * @param id its id
         * @param ttl how long it lives after its last write
         * @param description its description
         */
        public Summary {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(ttl, "ttl");
            Objects.requireNonNull(description, "description");
        }
    }

    /**
     * How a session begins.
     *
     * @param id its id, or null for a random one
     * @param ttl how long it lives after its last write, in whole seconds from 1; or null for the platform's default, which is no
     *     end (gateway 6.11) or 15 minutes (cortex-python)
     * @param description a description, or null
     * @param state its first values
     */
    record Start(
            @Nullable String id,
            @Nullable Duration ttl,
            @Nullable String description,
            Map<String, ? extends @Nullable Object> state) {

        /**
         * Makes a beginning; maps and lists in the state are copied.
         *
         * @param id its id, or null
         * @param ttl how long it lives after its last write, or null
         * @param description a description, or null
         * @param state its first values
         */
        public Start {
            state = ArgumentCopies.inDepth(state, "state");
        }
    }

    /**
     * Starts a session with a random id.
     *
     * @param ttl how long it lives after its last write, in whole seconds from 1
     * @return the session
     */
    Session start(Duration ttl);

    /**
     * Starts a session. With the id of a session that there is, its state is merged and the rest replaced (gateway 6.11).
     *
     * @param start how it begins
     * @return the session
     */
    Session start(Start start);

    /**
     * Returns the session with an id, without asking the platform. Writing to one that there is not makes it.
     *
     * @param id the id
     * @return the session
     */
    Session of(String id);

    /**
     * Lists sessions. The platform's list may include those of a project whose name begins with this one's (gateway 6.11).
     *
     * @param limit how many at most, from 1
     * @return the sessions, in no order
     */
    List<Summary> list(int limit);
}
