package org.maferstudio.ui.workbench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.experiment.ThumbnailArchive;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/**
 * Finds the images of an experiment's samples, if the dataset that it was trained on is still available.
 *
 * <p>The dataset is opened in the background when someone first asks, and not closed when another one replaces it, as
 * its images may still be loading; its files are released when nothing refers to it any more.
 */
public final class SampleImages {
    private static final Found NOTHING = new Found(Optional.empty(), Map.of(), "");

    /** The samples of a dataset by their ids, or why there are none. */
    private record Found(Optional<DatasetSource> source, Map<String, Sample> samples, String hint) {}

    private final Workbench workbench;
    private final LocatedDatasets located;
    private final LatestJob reading;
    private final ReadOnlyBooleanWrapper missing = new ReadOnlyBooleanWrapper(this, "missing");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");
    private Path asked;
    private Found found = NOTHING;

    /** None yet; located datasets are remembered in the workspace. */
    public SampleImages(Workbench workbench, Jobs jobs) {
        this.workbench = workbench;
        located = LocatedDatasets.of(workbench.workspace());
        reading = new LatestJob(jobs);
        workbench.experimentsChangedProperty().addListener((property, old, now) -> refresh());
    }

    /** Why there are no images, or none yet; else empty. It changes when images arrive. */
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** Whether the dataset of the experiment is not at hand, so that it can be located. */
    public ReadOnlyBooleanProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** The sample of this id; empty until it is read, and if the dataset does not have it. */
    public Optional<Sample> sample(String id) {
        return Optional.ofNullable(found.samples().get(id));
    }

    /** Whether a dataset was found. */
    public boolean isFound() {
        return found.source().isPresent();
    }

    /** Searches for the dataset of an experiment, once. */
    public void load(Path experiment) {
        if (experiment.equals(asked)) {
            return;
        }
        asked = experiment;
        missing.set(false);
        hint.set(Texts.of("common.samples.reading"));
        search();
    }

    /** Opens a dataset that is no experiment's. */
    public void load(DatasetSource source) {
        asked = null;
        Found before = found;
        reading.start(JobPlan.<Found>of(Texts.of("common.samples.job"), progress -> open(source, before, progress))
                .onDone(this::show));
    }

    /** Another pane may have located what is missing. */
    private void refresh() {
        if (missing.get() && asked != null) {
            search();
        }
    }

    private void search() {
        Path experiment = asked;
        Found before = found;
        reading.start(JobPlan.<Found>of(Texts.of("common.samples.job"), progress -> read(experiment, before, progress))
                .onDone(this::show)
                .onProblem(why -> show(new Found(Optional.empty(), Map.of(), why.getMessage()))));
    }

    /** Searches for the dataset of the experiment in other places, and remembers them if it is the same. */
    public void locate(List<Path> places) {
        Path experiment = asked;
        if (experiment == null || places.isEmpty()) {
            return;
        }
        String before = hint.get();
        hint.set(Texts.of("common.samples.locating"));
        reading.start(JobPlan.<Boolean>of(Texts.of("common.samples.locate"), progress -> located.locate(
                                Experiment.open(experiment).manifest(), places, progress)
                        .isPresent())
                .onDone(there -> {
                    if (there) {
                        search();
                        workbench.notifyExperimentsChanged();
                    } else {
                        hint.set(before);
                    }
                })
                .onProblem(why -> hint.set(why.getMessage())));
    }

    private void show(Found now) {
        found = now;
        missing.set(now.source().isEmpty());
        hint.set(now.hint());
    }

    private Found read(Path experiment, Found before, Progress progress) {
        Experiment shown = Experiment.open(experiment);
        DatasetSource source = shown.manifest().recipe().dataset();
        Map<String, Sample.Pixels> along = ThumbnailArchive.of(shown);
        if (!along.isEmpty()) {
            Map<String, Sample> samples = new HashMap<>();
            along.forEach((id, pixels) -> samples.put(id, new Sample(id, Sample.TEST, 0, "", pixels)));
            return new Found(Optional.of(DatasetSource.of(experiment.toString())), samples, "");
        }
        Optional<DatasetSource> elsewhere = located.find(shown.manifest());
        if (shown.isBundle() && !source.isDrawn() && elsewhere.isEmpty()) {
            return new Found(Optional.empty(), Map.of(), Texts.of("common.samples.noImages"));
        }
        return open(elsewhere.orElse(source), before, progress);
    }

    private static Found open(DatasetSource source, Found before, Progress progress) {
        if (before.source().equals(Optional.of(source))) {
            return before;
        }
        try {
            Dataset dataset = Datasets.open(source, progress);
            Map<String, Sample> samples = new HashMap<>();
            dataset.samples().forEach(sample -> samples.put(sample.id(), sample));
            return new Found(Optional.of(source), samples, "");
        } catch (Problem e) {
            // No failure: results can be viewed without the dataset.
            return new Found(Optional.empty(), Map.of(), Texts.of("common.samples.noDataset", e.getMessage()));
        }
    }
}
