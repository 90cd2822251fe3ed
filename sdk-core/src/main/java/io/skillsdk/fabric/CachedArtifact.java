package io.skillsdk.fabric;

import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.artifact.ArtifactCache;
import io.skillsdk.internal.fabric.artifact.CallBound;
import io.skillsdk.internal.fabric.artifact.PythonPickle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;

/**
 * An artifact of runs, such as a model, loaded once and shared by all calls. Keep it in a field of the action.
 *
 * <pre>{@code
 * private final CachedArtifact<Model> model = CachedArtifact.of("model", artifact -> Model.read(artifact.stream()));
 *
 * @SkillAction
 * public Scores predict(Rows payload, Fabric fabric) {
 *     Run run = fabric.experiments().get("german-credit").runOrLast(payload.runId());
 *     return model.of(run).score(payload.instances());
 * }
 * }</pre>
 *
 * <p>Calls that ask for the same run at the same time wait for one load. A load that fails is not kept: the next call tries
 * again. When another run's artifact is loaded, the one before is let go; a value that is {@link AutoCloseable} is closed as soon
 * as the last call that got it has ended. A value got through {@link Fabric#fromEnvironment()} has no call that ends, and stays
 * open until {@link #close()}. Thread-safe.
 *
 * @param <T> what the artifact is loaded as; it has to be safe for use by several threads
 */
public final class CachedArtifact<T> implements AutoCloseable {

    /**
     * Makes a value of an artifact.
     *
     * @param <T> the value's type
     */
    @FunctionalInterface
    public interface Loader<T> {

        /**
         * Loads the artifact; it is closed afterwards.
         *
         * @param artifact the artifact as it comes from the platform
         * @return the value
         * @throws Exception when it cannot be loaded
         */
        T load(Download artifact) throws Exception;
    }

    private final String artifact;

    private final Loader<? extends T> loader;

    private final ArtifactCache<T> cache;

    private CachedArtifact(String artifact, Loader<? extends T> loader, int keep) {
        this.artifact = artifact;
        this.loader = loader;
        this.cache = new ArtifactCache<>(keep);
    }

    /**
     * Makes a cache that keeps the artifact of one run: the one that was asked for last.
     *
     * @param <T> the value's type
     * @param artifact the artifact's name
     * @param loader makes a value of it
     * @return the cache
     */
    public static <T> CachedArtifact<T> of(String artifact, Loader<? extends T> loader) {
        return new CachedArtifact<>(
                Objects.requireNonNull(artifact, "artifact"), Objects.requireNonNull(loader, "loader"), 1);
    }

    /**
     * Returns an empty cache that keeps the artifacts of several runs, for callers that choose among them.
     *
     * @param runs how many, from 1; those used last are kept
     * @return the cache
     */
    public CachedArtifact<T> keeping(int runs) {
        if (runs < 1) {
            throw new IllegalArgumentException("A cache must keep at least 1 run.");
        }
        return new CachedArtifact<>(artifact, loader, runs);
    }

    /**
     * Returns the artifact of a run, loading it if need be.
     *
     * @param run the run
     * @return the value, usable until the call has ended
     * @throws FabricException when it cannot be fetched; with {@link FabricException.Reason#INVALID} when it is a Python pickle
     * @throws IllegalStateException when the loader fails with a checked exception, which is its cause
     */
    public T of(Run run) {
        Objects.requireNonNull(run, "run");
        CallBound bound = run instanceof CallBound known ? known : new Unbound(run);
        return cache.get(bound, "artifact '" + artifact + "' of " + run, () -> load(run));
    }

    /**
     * Returns the artifact of the last run. Each call asks the platform which one that is, so that a new run is noticed at once.
     *
     * @param experiment the experiment
     * @return the value, usable until the call has ended
     * @throws FabricException as {@link #of(Run)} does, and when there is no run
     */
    public T ofLastRun(Experiment experiment) {
        return of(Objects.requireNonNull(experiment, "experiment").lastRun());
    }

    private T load(Run run) {
        try (Download download = run.artifact(artifact)) {
            if (PythonPickle.begins(download.peek(PythonPickle.ENOUGH))) {
                throw new FabricException(
                        Reason.INVALID,
                        0,
                        download.name(),
                        "it is a Python pickle, which only Python can read, and which runs the code in it. Save the model as"
                                + " ONNX or PMML instead");
            }
            return loader.load(download);
        } catch (IOException e) {
            throw new UncheckedIOException("The artifact '" + artifact + "' of " + run + " cannot be loaded.", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("The artifact '" + artifact + "' of " + run + " cannot be loaded.", e);
        }
    }

    /** A run that no call has opened, as in a test: no call ends for it. */
    private static final class Unbound implements CallBound {

        private final Run run;

        Unbound(Run run) {
            this.run = run;
        }

        @Override
        public String identity() {
            return run.experiment() + "/" + run.id();
        }

        @Override
        public Object call() {
            return this;
        }

        @Override
        public boolean isBounded() {
            return false;
        }

        @Override
        public Duration left() {
            return Duration.ofDays(1);
        }

        @Override
        public void onEnd(Runnable end) {
            // never
        }
    }

    /** Lets go of all values; those in use are closed when their calls have ended. */
    @Override
    public void close() {
        cache.close();
    }
}
