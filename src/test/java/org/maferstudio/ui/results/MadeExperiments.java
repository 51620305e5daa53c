package org.maferstudio.ui.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.History;
import org.maferstudio.experiment.HistoryRow;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.SampleValues;
import org.maferstudio.schedule.Resolution;

/** Experiments on disk for tests: seven classes of ten samples, so many of each right. */
public final class MadeExperiments {
    private static final LabelSet LABELS = LabelSet.fer2013();

    private MadeExperiments() {}

    /** An experiment in a workspace that was evaluated on the test split. */
    public static Experiment evaluated(Path workspace, String name, int rightAtNative, int rightAt8) {
        Experiment experiment = bare(workspace, name);
        experiment.write(predictions("test", Resolution.NATIVE, rightAtNative));
        experiment.write(predictions("test", Resolution.of(8), rightAt8));
        return experiment;
    }

    /** An experiment without predictions. */
    static Experiment bare(Path workspace, String name) {
        Path folder = workspace.resolve("experiments").resolve("2026-01-01-120000-" + name);
        Experiment experiment = Experiment.create(folder, Recipe.DEFAULT.named(name));
        experiment.write(new History(List.of(
                new HistoryRow(1, 2, 128, 2, 0.2, 1.9, 0.25, 0.05, 0, 3),
                new HistoryRow(2, 4, 256, 1.8, 0.3, 1.7, 0.35, 0.05, 0, 6))));
        return experiment;
    }

    /** Ten samples a class; all wrong ones are called the class after theirs. */
    public static Predictions predictions(String split, Resolution resolution, int right) {
        List<Prediction> rows = new ArrayList<>();
        for (int label = 0; label < LABELS.size(); label++) {
            for (int i = 0; i < 10; i++) {
                int predicted = i < right ? label : (label + 1) % LABELS.size();
                float[] probabilities = new float[LABELS.size()];
                probabilities[predicted] = 0.9f - 0.01f * i;
                probabilities[(predicted + 3) % LABELS.size()] = 0.1f + 0.01f * i;
                rows.add(new Prediction(label + "-" + i, "", label, predicted, probabilities));
            }
        }
        return new Predictions(LABELS, split, resolution, rows);
    }

    /** The same, of a network that also predicts valence: a little too high everywhere. */
    static Predictions withValence(Predictions predictions) {
        List<Prediction> rows = predictions.rows().stream()
                .map(row -> row.with(new SampleValues(
                        new float[] {(row.label() - 3) / 5f + 0.1f}, new float[] {(row.label() - 3) / 5f})))
                .toList();
        return new Predictions(
                predictions.labels(), predictions.split(), predictions.resolution(), rows, List.of("valence"));
    }

    /** The same, of a network of which only the answers are known. */
    public static Predictions withoutProbabilities(String split, Resolution resolution) {
        List<Prediction> rows = predictions(split, resolution, 8).rows().stream()
                .map(row -> Prediction.withoutProbabilities(row.sample(), row.group(), row.label(), row.predicted()))
                .toList();
        return new Predictions(LABELS, split, resolution, rows);
    }
}
