package org.maferstudio.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Fingerprint;
import org.maferstudio.datasets.Fold;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.SeriesRun;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.training.TrainingForecast;

/** Reads the datasets of planned runs, each once for all its folds, so that a node can check that it has the same. */
final class PlannedDatasets {
    private final Progress progress;
    private final Map<DatasetSource, String> fingerprints = new HashMap<>();
    private final Map<DatasetSource, TrainingForecast.Load> loads = new HashMap<>();

    PlannedDatasets(Progress progress) {
        this.progress = progress;
    }

    /**
     * Adds the fingerprints of their datasets to runs.
     *
     * @return the runs; empty if a stop was requested
     * @throws Problem if a dataset cannot be opened or has no such folds
     */
    Optional<List<SeriesRun>> read(List<SeriesRun> runs) {
        List<DatasetSource> sources =
                runs.stream().map(run -> run.recipe().dataset()).distinct().toList();
        for (DatasetSource whole :
                sources.stream().map(PlannedDatasets::whole).distinct().toList()) {
            if (!hashed(sources.stream()
                    .filter(source -> whole(source).equals(whole))
                    .toList())) {
                return Optional.empty();
            }
        }
        List<SeriesRun> known = new ArrayList<>();
        runs.forEach(run -> known.add(run.on(fingerprints.get(run.recipe().dataset()))));
        return Optional.of(known);
    }

    /** The sizes of the datasets that were read. */
    Map<DatasetSource, TrainingForecast.Load> loads() {
        return loads;
    }

    private static DatasetSource whole(DatasetSource source) {
        return source.with((Fold) null);
    }

    /** Reads the pixels once, and draws each fold; false if a stop was requested. */
    private boolean hashed(List<DatasetSource> folds) {
        Map<String, String> pixels;
        try (Dataset dataset = Datasets.open(folds.get(0), progress)) {
            PixelCache cache = PixelCache.fill(dataset.samples(), progress);
            if (!cache.isComplete()) {
                return false;
            }
            pixels = Fingerprint.pixels(cache);
        }
        for (DatasetSource fold : folds) {
            try (Dataset dataset = Datasets.open(fold, progress)) {
                fingerprints.put(fold, Fingerprint.of(dataset, pixels));
                loads.put(
                        fold,
                        new TrainingForecast.Load(
                                dataset.samples(Sample.TRAIN).size(),
                                dataset.samples(Sample.VALIDATION).size(),
                                dataset.labels().size()));
            }
        }
        return true;
    }
}
