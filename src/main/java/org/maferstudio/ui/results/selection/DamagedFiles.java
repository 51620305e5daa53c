package org.maferstudio.ui.results.selection;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Attempt;
import org.maferstudio.job.Problem;
import org.maferstudio.results.PartiallyRead;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.schedule.Resolution;

/** Reads what can be read of predictions, and remembers what cannot: a file that is lost does not hide the others. */
final class DamagedFiles {
    private final List<String> sentences = new ArrayList<>();

    /**
     * The predictions at each resolution of which anything can be read.
     *
     * @throws Problem if that is none
     */
    List<Predictions> read(Experiment experiment, String split, List<Resolution> resolutions) {
        List<Predictions> read = new ArrayList<>();
        Problem last = null;
        for (Attempt<PartiallyRead> attempt : attempts(experiment, split, resolutions)) {
            attempt.value().ifPresent(salvaged -> {
                read.add(salvaged.predictions());
                salvaged.skippedRows()
                        .forEach(loss -> sentences.add(PredictionsFile.name(
                                        split, salvaged.predictions().resolution()) + ", " + loss));
            });
            if (attempt.problem().isPresent()) {
                last = attempt.problem().get();
                sentences.add(last.getMessage());
            }
        }
        if (read.isEmpty() && last != null) {
            throw last;
        }
        return List.copyOf(read);
    }

    /** The first file alone, as the others share its names of samples; these at once. */
    private static List<Attempt<PartiallyRead>> attempts(
            Experiment experiment, String split, List<Resolution> resolutions) {
        List<Attempt<PartiallyRead>> attempts = new ArrayList<>();
        List<Prediction> alike = List.of();
        if (!resolutions.isEmpty()) {
            Attempt<PartiallyRead> first = attempt(experiment, split, resolutions.get(0), alike);
            attempts.add(first);
            alike = first.value().map(read -> read.predictions().rows()).orElse(alike);
        }
        List<Prediction> shared = alike;
        attempts.addAll(resolutions.stream().skip(1).toList().parallelStream()
                .map(resolution -> attempt(experiment, split, resolution, shared))
                .toList());
        return attempts;
    }

    private static Attempt<PartiallyRead> attempt(
            Experiment experiment, String split, Resolution resolution, List<Prediction> alike) {
        return Attempt.of(() -> experiment.readPartially(split, resolution, alike));
    }

    /** What cannot be read, a sentence each. */
    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
