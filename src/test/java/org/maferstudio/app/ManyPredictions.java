package org.maferstudio.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

/** A workspace of made-up experiments: noise in the layout of FER2013, and random predictions at six resolutions. */
final class ManyPredictions {
    /** The experiment in which all samples are of one class and predicted as another. */
    static final String ONE_CELL = "one-cell";

    /** The resolutions, native last. */
    static final List<Resolution> OTHER_RESOLUTIONS = Resolution.parseAll("32, 24, 16, 12, 8, native");

    private static final LabelSet LABELS = LabelSet.fer2013();
    private static final int SIDE = 48;

    private ManyPredictions() {}

    /** Makes the dataset and {@code workspace/} in a folder. */
    static void make(Path folder, int samples) throws IOException {
        Random random = new Random(1);
        Path table = table(folder, samples, random);
        Recipe recipe = Recipe.DEFAULT.on(DatasetSource.of(table.toString()));
        for (String name : List.of(ONE_CELL, "a", "b", "c", "d", "e", "f")) {
            Experiment experiment = Experiment.create(
                    folder.resolve("workspace").resolve("experiments").resolve(name), recipe.named(name));
            for (Resolution resolution : OTHER_RESOLUTIONS) {
                List<Prediction> rows = new ArrayList<>();
                for (int i = 0; i < samples; i++) {
                    rows.add(
                            name.equals(ONE_CELL)
                                    ? prediction(i, 0, 1)
                                    : prediction(i, i % LABELS.size(), random.nextInt(LABELS.size())));
                }
                experiment.write(new Predictions(LABELS, "validation", resolution, rows));
            }
        }
    }

    private static Path table(Path folder, int samples, Random random) throws IOException {
        Path table = folder.resolve("fer2013.csv");
        try (Writer writer = Files.newBufferedWriter(table)) {
            writer.write("emotion,pixels,Usage\n");
            for (int i = 0; i < samples; i++) {
                StringBuilder row =
                        new StringBuilder().append(i % LABELS.size()).append(',');
                for (int p = 0; p < SIDE * SIDE; p++) {
                    row.append(p == 0 ? "" : " ").append(random.nextInt(256));
                }
                writer.write(row.append(",PublicTest\n").toString());
            }
        }
        return table;
    }

    private static Prediction prediction(int sample, int label, int predicted) {
        float[] probabilities = new float[LABELS.size()];
        for (int c = 0; c < probabilities.length; c++) {
            probabilities[c] = c == predicted ? 0.4f : 0.1f;
        }
        return new Prediction("fer2013.csv#" + sample, "", label, predicted, probabilities);
    }
}
