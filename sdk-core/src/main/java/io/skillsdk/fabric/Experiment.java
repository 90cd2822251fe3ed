package io.skillsdk.fabric;

import io.skillsdk.internal.argument.ArgumentCopies;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An experiment. */
public interface Experiment {

    /**
     * Returns its name.
     *
     * @return the name
     */
    String name();

    /**
     * Reads its document.
     *
     * @return title, description, modelId, tags, meta and more
     * @throws FabricException with {@link FabricException.Reason#NOT_FOUND} when there is no such experiment
     */
    Documents.Document document();

    /**
     * Reads the last run: the one that ended last; when none has ended, the one that was made last. (A run that is never
     * stopped has no end.)
     *
     * @return the run
     * @throws FabricException with {@link FabricException.Reason#NOT_FOUND} when there is none
     */
    Run lastRun();

    /**
     * Reads the last run, if there is one.
     *
     * @return the run, or empty
     */
    Optional<Run> findLastRun();

    /**
     * Reads a run.
     *
     * @param id its id
     * @return the run
     * @throws FabricException with {@link FabricException.Reason#NOT_FOUND} when there is none
     */
    Run run(String id);

    /**
     * Reads a run, or the last one when none is named.
     *
     * @param id the run's id, or empty
     * @return the run
     * @throws FabricException with {@link FabricException.Reason#NOT_FOUND} when there is none
     */
    default Run runOrLast(Optional<String> id) {
        return Objects.requireNonNull(id, "id").map(this::run).orElseGet(this::lastRun);
    }

    /**
     * Finds runs. Pages are asked for as the stream is read.
     *
     * @param query which, and in which order
     * @return the runs
     */
    Stream<Run> runs(RunQuery query);

    /**
     * Makes a run with an id of the platform's. Close it to write its end. It is never made twice: a connection that breaks is
     * an exception.
     *
     * @return the run
     */
    Run startRun();

    /**
     * Makes a run with an id. Close it to write its end.
     *
     * @param id its id
     * @return the run
     */
    Run startRun(String id);

    /**
     * Deletes a run.
     *
     * @param id its id
     * @return false when there was none
     */
    boolean deleteRun(String id);

    /**
     * Which runs, and in which order.
     *
     * @param filter a filter in the style of MongoDB over {@code runId}, {@code startTime}, {@code endTime}, {@code took},
     *     {@code _createdAt}; an empty map for all
     * @param sort a field and 1 or -1; an empty map for the platform's order, the last changed first
     * @param limit how many at most, 0 for all
     */
    record RunQuery(Map<String, ? extends @Nullable Object> filter, Map<String, Integer> sort, int limit) {

        /** All runs, the last changed first. */
        public static final RunQuery ALL = new RunQuery(Map.of(), Map.of(), 0);

        /**
         * Makes a query.
         *
         * @param filter as above
         * @param sort as above
         * @param limit as above
         */
        public RunQuery {
            filter = ArgumentCopies.inDepth(filter, "filter");
            // of several fields the first counts most
            sort = ArgumentCopies.of(sort, "sort");
        }

        /**
         * Returns a query with a condition more.
         *
         * @param field the field
         * @param value a value, or a condition such as {@code Map.of("$gt", 5)}
         * @return the query
         */
        public RunQuery where(String field, Object value) {
            Map<String, @Nullable Object> more = new LinkedHashMap<>(filter);
            more.put(Objects.requireNonNull(field, "field"), Objects.requireNonNull(value, "value"));
            return new RunQuery(more, sort, limit);
        }

        /**
         * Returns a query in another order.
         *
         * @param field the field
         * @param direction 1 for ascending, -1 for descending
         * @return the query
         */
        public RunQuery sortedBy(String field, int direction) {
            return new RunQuery(filter, Map.of(Objects.requireNonNull(field, "field"), direction), limit);
        }

        /**
         * Returns a query for fewer runs.
         *
         * @param most how many at most
         * @return the query
         */
        public RunQuery limit(int most) {
            return new RunQuery(filter, sort, most);
        }
    }
}
