package org.maferstudio.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.DatasetMetadata;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.Series;
import org.maferstudio.experiment.SeriesPlan;
import org.maferstudio.experiment.SeriesSummary;
import org.maferstudio.job.RunStatus;
import org.maferstudio.network.Network;
import org.maferstudio.network.NetworkFile;
import org.maferstudio.network.input.InputContract;

/**
 * Saves the evaluation of checkpoints as an experiment without history; a series with one training per fold if there
 * are several.
 */
final class CheckpointExperiment {
    private final Path out;
    private final CheckpointEvaluation.Request request;

    /**
     * Creates the experiment with the first predictions.
     *
     * @throws org.maferstudio.job.Problem if the folder is not empty
     */
    CheckpointExperiment(Path out, CheckpointEvaluation.Request request) {
        Experiment.checkFree(out);
        this.out = out;
        this.request = request;
    }

    private Experiment member(int place) {
        int count = request.checkpoints().size();
        if (count == 1) {
            return Experiment.create(out, request.recipe());
        }
        Series series = place == 0
                ? Series.create(out, request.recipe(), new SeriesPlan(count, request.by(), List.of()))
                : series().orElseThrow();
        return series.member(series.runs().get(place));
    }

    private Optional<Series> series() {
        return Series.of(Experiment.open(out));
    }

    /** A network with its input contract, as evaluated. */
    record Asked(Network network, InputContract contract) {}

    /** Saves a checkpoint's network and predictions; {@code lines} are added to the log. */
    void save(int place, CheckpointEvaluation.Tested tested, DatasetMetadata dataset, Asked asked, List<String> lines) {
        Experiment experiment = member(place);
        NetworkFile.of(asked.network(), asked.contract())
                .write(experiment.checkpoints().resolve("best.safetensors"));
        tested.predictions().forEach(experiment::write);
        experiment.log("Tested, not trained here.");
        lines.forEach(experiment::log);
        boolean test = Sample.isTestSet(tested.predictions().get(0).split());
        experiment.update(manifest -> {
            ExperimentManifest known = manifest.withDataset(
                    dataset,
                    asked.contract(),
                    Map.of("java", Runtime.version().toString()),
                    asked.network().device().id());
            return (test ? known.withTestEvaluation() : known)
                    .with(known.state().as(RunStatus.FINISHED));
        });
    }

    /** Saves the summary of all folds. */
    void finish() {
        series().ifPresent(CheckpointExperiment::finish);
    }

    private static void finish(Series series) {
        ExperimentManifest first = series.finished().get(0).manifest();
        series.experiment().update(manifest -> {
            ExperimentManifest described = SeriesTraining.described(series, manifest, first)
                    .with(manifest.state().as(RunStatus.FINISHED));
            return first.testEvaluations() > 0 ? described.withTestEvaluation() : described;
        });
        SeriesSummary.of(series).write(series);
    }
}
