package org.maferstudio.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.maferstudio.datasets.Fold;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Json;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.texts.Texts;

/**
 * The {@link IncludedExperiments} as one series: a setting for each way of training, with the seeds that it was repeated
 * with. It is the folder that they are extracted to, can be viewed like any series, and not be changed.
 */
public final class IncludedSeries {
    /** The name of the recipe, which names how a network was trained. */
    private static final String NAME = "name";

    private IncludedSeries() {}

    /**
     * Extracts the included experiments to a folder, and returns them as a series.
     *
     * @throws Problem if the folder cannot be written to
     */
    public static Series open(Path shelf) {
        List<SeriesRun> runs = new ArrayList<>();
        List<ExperimentManifest> manifests = new ArrayList<>();
        for (IncludedExperiments.Entry entry : IncludedExperiments.entries()) {
            ExperimentManifest manifest = IncludedExperiments.open(entry, shelf).manifest();
            manifests.add(manifest);
            runs.add(new SeriesRun(
                    runs.size() + 1,
                    entry.id(),
                    Map.of(NAME, training(entry)),
                    manifest.recipe(),
                    manifest.dataset().fingerprint()));
        }
        if (!isWritten(shelf, runs)) {
            write(shelf, runs, manifests.get(0));
        }
        return Series.open(shelf);
    }

    /** How an experiment was trained: its title without the seed. */
    private static String training(IncludedExperiments.Entry entry) {
        return entry.title().replaceFirst(", seed [0-9]+$", "");
    }

    private static boolean isWritten(Path shelf, List<SeriesRun> runs) {
        return Series.isSeries(shelf)
                && Experiment.isExperiment(shelf)
                && Bundle.isUnpacked(shelf)
                && names(SeriesFile.read(shelf.resolve(SeriesFile.NAME)).runs()).equals(names(runs));
    }

    private static List<String> names(List<SeriesRun> runs) {
        return runs.stream().map(SeriesRun::name).toList();
    }

    private static void write(Path shelf, List<SeriesRun> runs, ExperimentManifest first) {
        TreeSet<Long> seeds = new TreeSet<>();
        runs.forEach(run -> seeds.add(run.recipe().course().seed()));
        Recipe recipe = first.recipe().named(Texts.of("experiment.included.series", seeds.size()));
        SeriesFile.of(recipe, new SeriesPlan(0, Fold.By.USUAL, List.copyOf(seeds)), List.of(NAME), runs)
                .write(shelf);
        ExperimentManifest manifest =
                ExperimentManifest.of(recipe).withDataset(first.dataset(), null, first.versions(), first.device());
        SafeFile.write(
                shelf.resolve(Experiment.FACTS),
                Json.gson().toJson(manifest.with(manifest.state().as(RunStatus.FINISHED))) + "\n");
        SafeFile.write(
                shelf.resolve(BundleContents.NAME),
                Json.gson().toJson(new BundleContents(BundleContents.FORMAT, BundleContents.VERSION, List.of()))
                        + "\n");
        try {
            Files.createDirectories(shelf.resolve(Experiment.PREDICTIONS));
        } catch (IOException e) {
            throw Problem.failure(Texts.of("experiment.included.error.unpack", shelf), e);
        }
    }
}
