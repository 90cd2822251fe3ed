package io.skillsdk.examples.prediction;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillProperties;
import io.skillsdk.SkillProperty;
import io.skillsdk.Violation;
import io.skillsdk.daemon.SkillDaemon;
import io.skillsdk.fabric.CachedArtifact;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Scores loan applications with the model that the last run of an experiment has left: rows of mixed values, typed by a record, and
 * a model that is loaded once for all calls.
 */
public final class OnlinePrediction {

    /** A row as it is sent: an array of mixed values, in the order of the columns. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"checking", "duration", "history", "amount", "age"})
    public record Application(String checking, int duration, String history, double amount, int age) {}

    /** The payload. */
    public record Rows(
            @SkillParameter(required = true, description = "The names of the columns, in order")
            List<String> columns,

            @SkillParameter(required = true, description = "The rows, one array of values each")
            List<Application> instances) {}

    /** One row's result. */
    public record Prediction(String label, double score) {}

    /** The result. */
    public record Predictions(String run, List<Prediction> predictions) {}

    private final CachedArtifact<CreditModel> model = CachedArtifact.of("model", CreditModel::read);

    @SkillAction(description = "Scores loan applications with the model of a run")
    @SkillProperty(
            name = "experiment-name",
            defaultValue = "german-credit",
            title = "Experiment",
            description = "The experiment whose model is used")
    @SkillProperty(
            name = "run-id",
            title = "Run",
            description = "The run whose model is used; the last one where empty")
    @SkillProperty(
            name = "threshold",
            type = SkillProperty.Type.NUMBER,
            defaultValue = "0.5",
            title = "Threshold",
            description = "The least score that is good, from 0 to 1")
    public Predictions predict(Rows payload, Fabric fabric, SkillProperties properties) throws XGBoostError {
        refuseOtherColumns(payload.columns());
        refuseUnusable(payload.instances());
        double threshold = threshold(properties);
        Optional<String> id = properties.findString("run-id").filter(given -> !given.isEmpty());
        Run run = fabric.experiments()
                .get(properties.getString("experiment-name"))
                .runOrLast(id);
        double[] scores = model.of(run).score(payload.instances());
        return new Predictions(
                run.id(),
                Arrays.stream(scores)
                        .mapToObj(score -> new Prediction(score >= threshold ? "good" : "bad", rounded(score)))
                        .toList());
    }

    private static double threshold(SkillProperties properties) {
        double threshold = properties.getDouble("threshold");
        if (threshold < 0 || threshold > 1) {
            throw SkillException.badRequest(
                    "The threshold must be from 0 to 1.", new Violation("properties.threshold", "must be from 0 to 1"));
        }
        return threshold;
    }

    private static double rounded(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }

    private static void refuseOtherColumns(List<String> columns) {
        if (!columns.equals(CreditModel.FEATURES)) {
            String message = "must be " + String.join(", ", CreditModel.FEATURES) + ", in this order";
            throw SkillException.badRequest("The columns " + message + ".", new Violation("payload.columns", message));
        }
    }

    private static void refuseUnusable(List<Application> rows) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Application row = rows.get(i);
            String field = "payload.instances[" + i + "]";
            if (row == null) {
                violations.add(new Violation(field, "must not be null"));
            } else if (row.duration() <= 0 || row.amount() <= 0) {
                violations.add(new Violation(field, "must have a duration and an amount above 0"));
            }
        }
        if (!violations.isEmpty()) {
            throw new SkillException(400, violations.size() + " rows cannot be scored.", violations);
        }
    }

    public static void main(String[] args) {
        SkillDaemon.run(args, new OnlinePrediction());
    }
}
