package org.maferstudio.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.maferstudio.files.Sha256;
import org.maferstudio.recipe.Json;
import org.maferstudio.recipe.Recipe;

/**
 * A series that another computer trains in a folder of its own, where datasets have other paths: its plan is written for
 * that computer, and what the runs have reached is read back.
 *
 * @param series of this computer
 */
public record SeriesCopy(Series series) {
    /**
     * Writes the plan into a folder: {@code series.json} and {@code experiment.json}.
     *
     * @param there changes recipes for the other computer
     * @return the SHA-256 of {@code series.json}
     */
    public String write(Path folder, UnaryOperator<Recipe> there) throws IOException {
        Recipe recipe = there.apply(series.recipe());
        SeriesFile.of(
                        recipe,
                        series.plan(),
                        series.varied(),
                        series.runs().stream()
                                .map(run -> new SeriesRun(
                                        run.number(),
                                        run.name(),
                                        run.varied(),
                                        there.apply(run.recipe()),
                                        run.dataset()))
                                .toList())
                .write(folder);
        write(folder, ExperimentManifest.of(recipe), recipe, 0);
        return Sha256.of(folder.resolve(SeriesFile.NAME));
    }

    /**
     * Takes over the manifest of a run from the other computer: with the recipe of this one, and without forgetting
     * evaluations on test that were made here.
     *
     * @param received the other computer's {@code experiment.json}
     * @param run of the series; empty for the manifest of the series
     * @throws org.maferstudio.job.Problem if it is damaged
     */
    public void receive(Path received, Optional<SeriesRun> run) {
        Path folder = run.map(series::folder).orElse(series.experiment().folder());
        int evaluations = Experiment.isExperiment(folder)
                ? Experiment.open(folder).manifest().testEvaluations()
                : 0;
        write(folder, ManifestFile.read(received), run.map(SeriesRun::recipe).orElse(series.recipe()), evaluations);
    }

    private static void write(Path folder, ExperimentManifest manifest, Recipe recipe, int evaluations) {
        ExperimentManifest here = new ExperimentManifest(
                recipe,
                manifest.dataset(),
                manifest.contract(),
                manifest.versions(),
                manifest.device(),
                manifest.state(),
                Math.max(evaluations, manifest.testEvaluations()),
                manifest.weights(),
                manifest.started(),
                manifest.onnx());
        SafeFile.write(folder.resolve(Experiment.FACTS), Json.gson().toJson(here) + "\n");
    }
}
