package io.skillsdk.examples.prediction;

import io.skillsdk.examples.prediction.OnlinePrediction.Application;
import io.skillsdk.fabric.Download;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Boosted trees of XGBoost, read from a model file in its JSON or UBJSON format. Safe for the many threads that call actions. */
final class CreditModel implements AutoCloseable {

    static final List<String> FEATURES = List.of("checking", "duration", "history", "amount", "age");

    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /** The trees know numbers only. A category that is not here is a missing value to them. */
    private static final Map<String, Float> CHECKING =
            Map.of("... < 0 DM", 0f, "0 <= ... < 200 DM", 1f, "no checking account", 2f);

    private static final Map<String, Float> HISTORY = Map.of(
            "delay in paying off in the past", 0f,
            "existing credits paid back duly till now", 1f,
            "critical account/ other credits existing (not at this bank)", 2f);

    private final Booster trees;

    private CreditModel(Booster trees) {
        this.trees = trees;
    }

    static CreditModel read(Download artifact) throws IOException, XGBoostError {
        byte[] file = artifact.bytes(MOST_BYTES);
        if (file.length == 0) {
            throw new IOException("The model file is empty."); // XGBoost 3.4 would end the process
        }
        Booster trees = XGBoost.loadModel(file);
        String[] names = trees.getFeatureNames();
        if (names == null || !FEATURES.equals(List.of(names))) {
            trees.dispose();
            throw new IOException(
                    "The model was trained on the features " + Arrays.toString(names) + ", not on " + FEATURES + ".");
        }
        trees.setParam("nthread", 1); // the daemon runs the calls side by side
        return new CreditModel(trees);
    }

    static float[] features(Application row) {
        return new float[] {
            CHECKING.getOrDefault(row.checking(), Float.NaN),
            row.duration(),
            HISTORY.getOrDefault(row.history(), Float.NaN),
            (float) row.amount(),
            row.age()
        };
    }

    /** Scores rows, from 0 for bad to 1 for good. */
    double[] score(List<Application> rows) throws XGBoostError {
        if (rows.isEmpty()) {
            return new double[0];
        }
        float[] values = new float[rows.size() * FEATURES.size()];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(features(rows.get(i)), 0, values, i * FEATURES.size(), FEATURES.size());
        }
        float[][] scores = trees.inplace_predict(values, rows.size(), FEATURES.size(), Float.NaN);
        return Arrays.stream(scores).mapToDouble(score -> score[0]).toArray();
    }

    /** Frees its native memory. */
    @Override
    public void close() {
        trees.dispose();
    }
}
