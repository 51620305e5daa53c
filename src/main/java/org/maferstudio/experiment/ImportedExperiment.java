package org.maferstudio.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.job.Saving;
import org.maferstudio.recipe.PaperDataset;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.PartiallyRead;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.texts.Texts;

/** Experiments with imported predictions, which cannot be trained. */
public final class ImportedExperiment {
    private static final int LONGEST_NAME = 80;

    private ImportedExperiment() {}

    /**
     * Saves imported predictions in a new experiment, or in an existing imported one, for example at another
     * resolution.
     *
     * @param folder does not exist, is empty, or contains an imported experiment with the same classes
     * @param from the name of the file, for display
     * @param dataset the name of the dataset, such as {@code FER2013} or the authors' {@code fer2013}; empty if
     *     unknown, or given before
     * @throws Problem if the folder contains a training of this program, or the classes differ
     */
    public static Experiment add(Path folder, Predictions predictions, String from, String dataset) {
        Saving saving = Saving.of(folder.toString());
        try {
            return add(
                    Experiment.isExperiment(folder) ? openExisting(folder, predictions) : create(folder, from),
                    predictions,
                    from,
                    dataset);
        } finally {
            saving.close();
        }
    }

    private static Experiment add(Experiment experiment, Predictions predictions, String from, String dataset) {
        experiment.update(manifest -> manifest.withDataset(
                        about(manifest.dataset(), predictions, dataset),
                        manifest.contract(),
                        manifest.versions(),
                        manifest.device())
                .with(new ExperimentManifest.State(RunStatus.IMPORTED, 0, 0, null, "")));
        experiment.write(predictions);
        String line = "Imported " + predictions.split() + " at " + predictions.resolution() + " from " + from + ".";
        experiment.writeNotes(experiment.notes() + line + "\n");
        return experiment;
    }

    /** Predictions as read, without the probabilities that older imports generated. */
    static Predictions cleaned(ExperimentManifest manifest, Predictions read) {
        return manifest.state().status() == RunStatus.IMPORTED ? read.withoutInventedProbabilities() : read;
    }

    /** Partially read predictions, without the probabilities that older imports generated. */
    static PartiallyRead cleaned(ExperimentManifest manifest, PartiallyRead read) {
        return new PartiallyRead(cleaned(manifest, read.predictions()), read.skippedRows());
    }

    private static Experiment create(Path folder, String from) {
        String name = from.isBlank() ? "imported" : from.strip();
        return Experiment.create(
                folder,
                Recipe.DEFAULT
                        .named(name.substring(0, Math.min(LONGEST_NAME, name.length())))
                        .on(DatasetSource.of(name)));
    }

    private static Experiment openExisting(Path folder, Predictions predictions) {
        Experiment experiment = Experiment.open(folder);
        ExperimentManifest manifest = experiment.manifest();
        if (manifest.state().status() != RunStatus.IMPORTED) {
            throw Problem.input(Texts.of("experiment.import.error.training", folder));
        }
        if (!manifest.labels().equals(predictions.labels().names())) {
            throw Problem.input(Texts.of(
                    "experiment.import.error.classes",
                    folder,
                    String.join(", ", manifest.labels()),
                    String.join(", ", predictions.labels().names())));
        }
        return experiment;
    }

    private static DatasetMetadata about(DatasetMetadata before, Predictions predictions, String dataset) {
        List<String> labels = predictions.labels().names();
        Map<String, Integer> classes = new LinkedHashMap<>();
        labels.forEach(name -> classes.put(name, 0));
        for (Prediction row : predictions.rows()) {
            classes.merge(labels.get(row.label()), 1, Integer::sum);
        }
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>(before.counts());
        counts.put(predictions.split(), classes);
        String name = dataset.isBlank() ? before.name() : PaperDataset.spelt(dataset.strip());
        return new DatasetMetadata(name, "imported", "", labels, counts, List.of(), List.of(), before.grouping());
    }
}
