package io.skillsdk.examples.prediction;

import io.skillsdk.examples.prediction.OnlinePrediction.Application;
import io.skillsdk.examples.prediction.OnlinePrediction.Prediction;
import java.util.Map;

/**
 * A small logistic regression with fixed coefficients.
 *
 * @param name what it is called
 * @param threshold the least score that is good
 */
record CreditModel(String name, double threshold) {

    private static final double INTERCEPT = 0.4;

    private static final Map<String, Double> CHECKING =
            Map.of("... < 0 DM", -0.9, "0 <= ... < 200 DM", -0.4, "no checking account", 0.9);

    private static final Map<String, Double> HISTORY = Map.of(
            "critical account/ other credits existing (not at this bank)", 0.7,
            "existing credits paid back duly till now", 0.2,
            "delay in paying off in the past", -0.3);

    Prediction predict(Application row) {
        double logit = INTERCEPT
                + CHECKING.getOrDefault(row.checking(), 0.0)
                + HISTORY.getOrDefault(row.history(), 0.0)
                - 0.03 * row.duration()
                - 0.00008 * row.amount()
                + 0.015 * (row.age() - 18);
        double score = 1 / (1 + Math.exp(-logit));
        return new Prediction(score >= threshold ? "good" : "bad", Math.round(score * 10_000) / 10_000.0);
    }
}
