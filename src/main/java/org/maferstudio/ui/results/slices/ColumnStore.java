package org.maferstudio.ui.results.slices;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.slices.ColumnsFile;
import org.maferstudio.slices.ImageMeasures;
import org.maferstudio.slices.JoinedTable;
import org.maferstudio.slices.KnownColumns;
import org.maferstudio.slices.SampleColumns;
import org.maferstudio.texts.Texts;

/**
 * The columns of the samples of experiments: those of their predictions, and tables and measures, which are stored in the
 * experiment. A bundle is not changed, so that its tables and measures are kept only while the window is open.
 */
final class ColumnStore {
    private final LocatedDatasets located;
    private final Map<Path, SampleColumns> ofBundles = new HashMap<>();

    /** Over the datasets of a workspace. */
    ColumnStore(LocatedDatasets located) {
        this.located = located;
    }

    /**
     * All columns of the samples of predictions.
     *
     * @throws Problem if the stored ones are damaged
     */
    SampleColumns read(Path experiment, Predictions predictions) {
        SampleColumns stored = KnownColumns.of(predictions).with(ColumnsFile.read(Experiment.open(experiment)));
        synchronized (ofBundles) {
            return stored.with(ofBundles.getOrDefault(experiment, SampleColumns.NONE));
        }
    }

    /**
     * Joins a table with the samples of predictions.
     *
     * @throws Problem if it is no table, or names none of the samples
     */
    JoinedTable join(Path experiment, Predictions predictions, Path table) {
        List<String> ids = predictions.rows().stream().map(Prediction::sample).toList();
        JoinedTable joined = JoinedTable.of(table, ids);
        add(experiment, joined.columns());
        return joined;
    }

    /**
     * Measures the images of the samples of predictions.
     *
     * @return the measures; empty if it was stopped
     * @throws Problem if the dataset is not available, or has none of the samples
     */
    Optional<SampleColumns> measure(Path experiment, Predictions predictions, Progress progress) {
        Set<String> ids = predictions.rows().stream().map(Prediction::sample).collect(Collectors.toSet());
        DatasetSource source = located.source(Experiment.open(experiment).manifest());
        SampleColumns measured;
        try (Dataset dataset = Datasets.open(source, progress)) {
            List<Sample> images = dataset.samples(predictions.split()).stream()
                    .filter(sample -> ids.contains(sample.id()))
                    .toList();
            if (images.isEmpty()) {
                throw Problem.input(Texts.of("results.slices.measure.error.none", source.shortText()));
            }
            measured = ImageMeasures.of(images, progress);
        }
        if (progress.stopRequested()) {
            return Optional.empty();
        }
        add(experiment, measured);
        return Optional.of(measured);
    }

    private void add(Path folder, SampleColumns columns) {
        Experiment experiment = Experiment.open(folder);
        if (!experiment.isBundle()) {
            ColumnsFile.add(experiment, columns);
            return;
        }
        synchronized (ofBundles) {
            ofBundles.merge(folder, columns, SampleColumns::with);
        }
    }
}
