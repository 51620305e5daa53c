package org.maferstudio.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maferstudio.job.Problem;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.results.Calibration;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.results.TemperatureScaling;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/**
 * A copy of an experiment whose network says how sure it may be: its logits are divided by a temperature that was found
 * on held-out images. The original stays as it is.
 *
 * @param experiment the copy
 * @param scaling the temperature
 * @param changes of each predictions file
 */
public record CalibratedExperiment(Experiment experiment, TemperatureScaling scaling, List<Change> changes) {
    /** The number of bins of the expected calibration error. */
    private static final int BINS = 15;

    /**
     * What the temperature changes for predictions.
     *
     * @param split that was predicted
     * @param resolution of the images
     * @param before the calibration of the original
     * @param after the calibration of the copy
     */
    public record Change(String split, Resolution resolution, Calibration before, Calibration after) {}

    public CalibratedExperiment {
        changes = List.copyOf(changes);
    }

    /**
     * Finds the temperature on the predictions for a split at some resolutions together, and writes the copy: network, recipe,
     * history, notes, and predictions on the experiment's own dataset.
     *
     * @param split that was not trained on and is not the test set
     * @param at the resolutions, each once
     * @param out a new folder
     * @throws Problem if the experiment has no network of this program or no such predictions, or the folder is not empty
     */
    public static CalibratedExperiment write(Experiment original, String split, List<Resolution> at, Path out) {
        Predictions heldOut = together(
                at.stream().map(each -> original.predictions(split, each)).toList());
        if (!heldOut.hasProbabilities() || heldOut.labels().isMany()) {
            throw Problem.input(Texts.of("experiment.calibrate.error.noProbabilities", original, split));
        }
        if (original.hasOnnx()) {
            throw Problem.input(Texts.of("experiment.calibrate.error.imported", original));
        }
        NetworkFile network = NetworkFile.read(original.bestWeights());
        TemperatureScaling scaling = TemperatureScaling.fit(heldOut);
        ExperimentManifest manifest = original.manifest();
        Experiment copy = Experiment.create(out, manifest.recipe());
        copy.update(created -> manifest);
        network.withTemperature(scaling.temperature()).write(copy.checkpoints().resolve("best.safetensors"));
        copy.write(original.history());
        List<Change> changes = new ArrayList<>();
        for (Path file : original.predictionFiles()) {
            String name = file.getFileName().toString();
            Predictions before =
                    original.predictions(manifest, PredictionsFile.split(name), PredictionsFile.resolution(name));
            Predictions after = scaling.apply(before);
            copy.write(after);
            changes.add(new Change(
                    before.split(), before.resolution(), Calibration.of(before, BINS), Calibration.of(after, BINS)));
        }
        copy.writeNotes(original.notes()
                + Texts.of(
                        "experiment.calibrate.note",
                        original.id(),
                        scaling.temperature(),
                        heldOut.rows().size(),
                        split,
                        at.stream().map(Resolution::id).collect(Collectors.joining(", ")))
                + "\n");
        return new CalibratedExperiment(copy, scaling, changes);
    }

    private static Predictions together(List<Predictions> all) {
        Predictions first = all.get(0);
        List<Prediction> rows =
                all.stream().flatMap(each -> each.rows().stream()).toList();
        return new Predictions(first.labels(), first.split(), first.resolution(), rows);
    }
}
