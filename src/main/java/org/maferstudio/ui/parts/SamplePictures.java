package org.maferstudio.ui.parts;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Datasets;
import org.maferstudio.datasets.Sample;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.SmallPictures;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;

/**
 * Finds the pictures of an experiment's samples, where the dataset that it was trained on is still at hand.
 *
 * <p>The dataset is opened in the background when someone first asks, and not closed when another one replaces it, as
 * its pictures may still be on their way to the screen; its files are let go when nothing refers to it any more.
 */
public final class SamplePictures {
    private static final Found NOTHING = new Found(Optional.empty(), Map.of(), "");

    /** The samples of a dataset by their ids, or why there are none. */
    private record Found(Optional<DatasetSource> source, Map<String, Sample> samples, String hint) {}

    private final Newest reading;
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");
    private Path asked;
    private Found found = NOTHING;

    /** None yet. */
    public SamplePictures(Jobs jobs) {
        reading = new Newest(jobs);
    }

    /** Why there are no pictures, or none yet; empty if there is nothing to say. It changes when pictures come. */
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** The sample of this id; empty as long as it is not known, and where the dataset does not have it. */
    public Optional<Sample> sample(String id) {
        return Optional.ofNullable(found.samples().get(id));
    }

    /** Whether a dataset was found. */
    public boolean known() {
        return found.source().isPresent();
    }

    /** Looks for the dataset of an experiment, once. */
    public void lookAt(Path experiment) {
        if (experiment.equals(asked)) {
            return;
        }
        asked = experiment;
        Found before = found;
        hint.set(Texts.of("parts.reading-the-dataset"));
        reading.start(
                JobPlan.<Found>of(Texts.of("parts.reading-pictures"), progress -> read(experiment, before, progress))
                        .onDone(now -> {
                            found = now;
                            hint.set(now.hint());
                        })
                        .onProblem(why -> {
                            found = NOTHING;
                            hint.set(why.getMessage());
                        }));
    }

    private static Found read(Path experiment, Found before, Progress progress) {
        Experiment shown = Experiment.open(experiment);
        DatasetSource source = shown.facts().recipe().dataset();
        Map<String, Sample.Pixels> along = SmallPictures.of(shown);
        if (!along.isEmpty()) {
            Map<String, Sample> samples = new HashMap<>();
            along.forEach((id, pixels) -> samples.put(id, new Sample(id, Sample.TEST, 0, "", pixels)));
            return new Found(Optional.of(DatasetSource.of(experiment.toString())), samples, "");
        }
        if (shown.isBundle() && !source.isDrawn()) {
            return new Found(Optional.empty(), Map.of(), Texts.of("parts.names-only-this-bundle-came"));
        }
        if (before.source().equals(Optional.of(source))) {
            return before;
        }
        try {
            Dataset dataset = Datasets.open(source, progress);
            Map<String, Sample> samples = new HashMap<>();
            dataset.samples().forEach(sample -> samples.put(sample.id(), sample));
            return new Found(Optional.of(source), samples, "");
        } catch (Problem e) {
            // Nothing went wrong: results can be looked at without the dataset.
            return new Found(
                    Optional.empty(), Map.of(), Texts.of("parts.names-only-the-dataset-is-not-at", e.getMessage()));
        }
    }
}
