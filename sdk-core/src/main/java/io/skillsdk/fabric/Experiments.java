package io.skillsdk.fabric;

import java.util.List;
import java.util.Optional;

/** The experiments of a project. Each has runs, and a run has parameters, metrics and artifacts such as a model. */
public interface Experiments {

    /**
     * Returns an experiment without asking the platform; what it does not have is found missing when it is used.
     *
     * @param name its name
     * @return the experiment
     */
    Experiment get(String name);

    /**
     * Asks whether there is an experiment.
     *
     * @param name its name
     * @return the experiment, or empty
     */
    Optional<Experiment> find(String name);

    /**
     * Lists the experiments.
     *
     * @return their names
     */
    List<String> list();

    /**
     * Saves an experiment, in place of one of the same name.
     *
     * @param document a map, a record or any object that is written as a JSON object with a member {@code name}, and perhaps
     *     {@code title}, {@code description}, {@code modelId}, {@code tags} and {@code meta}
     * @return the experiment
     */
    Experiment save(Object document);

    /**
     * Deletes an experiment.
     *
     * @param name its name
     * @return false when there was none
     */
    boolean delete(String name);
}
