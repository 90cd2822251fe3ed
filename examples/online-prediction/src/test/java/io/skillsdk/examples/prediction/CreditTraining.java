package io.skillsdk.examples.prediction;

import io.skillsdk.examples.prediction.OnlinePrediction.Application;
import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Experiment;
import io.skillsdk.fabric.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Trains the model of the example on applications that it makes up, by a rule with chance in it. {@code main} writes the model that
 * is in {@code experiments/}; {@link #run} leaves one in a run of an experiment, as a job of the platform would.
 */
final class CreditTraining {

    private static final Path ARTIFACT =
            Path.of("experiments/online-prediction/german-credit/runs/run_01/artifacts/model.json");

    private static final List<String> CHECKING =
            List.of("... < 0 DM", "0 <= ... < 200 DM", "no checking account", "unknown");

    private static final List<String> HISTORY = List.of(
            "delay in paying off in the past",
            "existing credits paid back duly till now",
            "critical account/ other credits existing (not at this bank)",
            "unknown");

    private static final double[] CHECKING_WEIGHTS = {-1.5, -0.6, 1.4, 0};

    private static final double[] HISTORY_WEIGHTS = {-0.8, 0.2, 1.1, 0};

    private final Random random;

    private final int rounds;

    CreditTraining(long seed, int rounds) {
        this.random = new Random(seed);
        this.rounds = rounds;
    }

    public static void main(String[] args) throws XGBoostError, IOException {
        Files.createDirectories(ARTIFACT.getParent());
        Files.write(ARTIFACT, new CreditTraining(1, 40).model());
    }

    /** A run with the model as its artifact. */
    String run(Experiment experiment) throws XGBoostError, IOException {
        try (Run run = experiment.startRun()) {
            run.param("rounds", rounds);
            run.upload("model", ContentBody.of(model()).as("application/json"));
            return run.id();
        }
    }

    byte[] model() throws XGBoostError, IOException {
        List<Application> rows = new ArrayList<>();
        float[] labels = new float[2000];
        for (int i = 0; i < labels.length; i++) {
            rows.add(application());
            labels[i] = random.nextDouble() < chance(rows.get(i)) ? 1 : 0;
        }
        float[] values = new float[rows.size() * CreditModel.FEATURES.size()];
        for (int i = 0; i < rows.size(); i++) {
            float[] row = CreditModel.features(rows.get(i));
            System.arraycopy(row, 0, values, i * row.length, row.length);
        }
        DMatrix matrix = new DMatrix(values, rows.size(), CreditModel.FEATURES.size(), Float.NaN);
        matrix.setLabel(labels);
        matrix.setFeatureNames(CreditModel.FEATURES.toArray(String[]::new));
        Booster trees = XGBoost.train(
                matrix,
                Map.of("objective", "binary:logistic", "max_depth", 3, "eta", 0.2, "nthread", 1, "verbosity", 0),
                rounds,
                Map.of(),
                null,
                null);
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            trees.saveModel(file, "json");
            return file.toByteArray();
        } finally {
            trees.dispose();
            matrix.dispose();
        }
    }

    private Application application() {
        return new Application(
                CHECKING.get(random.nextInt(4)),
                4 + random.nextInt(60),
                HISTORY.get(random.nextInt(4)),
                250 + random.nextInt(15_000),
                19 + random.nextInt(57));
    }

    private static double chance(Application row) {
        double logit = 0.8
                + CHECKING_WEIGHTS[CHECKING.indexOf(row.checking())]
                + HISTORY_WEIGHTS[HISTORY.indexOf(row.history())]
                - 0.04 * row.duration()
                - 0.0001 * row.amount()
                + 0.02 * (row.age() - 18);
        return 1 / (1 + Math.exp(-logit));
    }
}
