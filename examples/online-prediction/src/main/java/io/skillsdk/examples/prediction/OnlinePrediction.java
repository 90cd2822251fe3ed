package io.skillsdk.examples.prediction;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillProperties;
import io.skillsdk.Violation;
import io.skillsdk.daemon.SkillDaemon;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Scores loan applications: rows of mixed values, typed by a record, and a model that has to be loaded first. */
public final class OnlinePrediction {

    private static final List<String> COLUMNS = List.of("checking", "duration", "history", "amount", "age");

    /** A row as it is sent: an array of mixed values, in the order of the columns. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"checking", "duration", "history", "amount", "age"})
    public record Application(String checking, int duration, String history, double amount, int age) {}

    /** The payload of {@code invoke}. */
    public record Rows(
            @SkillParameter(required = true, description = "The names of the columns, in order")
            List<String> columns,

            @SkillParameter(required = true, description = "The rows, one array of values each")
            List<Application> instances) {}

    /** The payload of {@code init}. */
    public record ModelChoice(
            @SkillParameter(description = "The least score that is good, from 0 to 1; default 0.5")
            Double threshold) {}

    /** One row's result. */
    public record Prediction(String label, double score) {}

    /** The result of {@code invoke}. */
    public record Predictions(String model, List<Prediction> predictions) {}

    /** The result of {@code init}. */
    public record Loaded(String model, double threshold) {}

    private final AtomicReference<CreditModel> model = new AtomicReference<>();

    @SkillAction(path = "init", description = "Loads the model that the property model-id names")
    public Loaded init(ModelChoice payload, SkillProperties properties) {
        double threshold = payload.threshold() == null ? 0.5 : payload.threshold();
        if (threshold < 0 || threshold > 1) {
            throw SkillException.badRequest(
                    "The threshold must be from 0 to 1.", new Violation("payload.threshold", "must be from 0 to 1"));
        }
        CreditModel loaded = new CreditModel(properties.getString("model-id", "german-credit-model"), threshold);
        model.set(loaded);
        return new Loaded(loaded.name(), loaded.threshold());
    }

    @SkillAction(path = "invoke", description = "Scores loan applications")
    public Predictions predict(Rows payload) {
        CreditModel loaded = model.get();
        if (loaded == null) {
            throw SkillException.preconditionFailed("No model is loaded. Call init first.");
        }
        refuseOtherColumns(payload.columns());
        refuseUnusable(payload.instances());
        return new Predictions(
                loaded.name(), payload.instances().stream().map(loaded::predict).toList());
    }

    private static void refuseOtherColumns(List<String> columns) {
        if (!columns.equals(COLUMNS)) {
            String message = "must be " + String.join(", ", COLUMNS) + ", in this order";
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
