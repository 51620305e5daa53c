package org.maferstudio.ui.datasets;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.check.DatasetCheck;
import org.maferstudio.datasets.check.DatasetCheckResult;
import org.maferstudio.datasets.duplicates.DuplicateStore;
import org.maferstudio.job.Progress;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** The dataset check in the background: what it found, and the issues by topic. */
final class DatasetCheckModel {
    private final LatestJob examining;
    private final StringProperty busy;
    private final StringProperty problem;
    private final ReadOnlyObjectWrapper<DatasetCheckResult> diagnosis = new ReadOnlyObjectWrapper<>(this, "diagnosis");
    private final ObservableList<IssueTopic> topics = FXCollections.observableArrayList();

    /**
     * Of nothing yet.
     *
     * @param busy the status text
     * @param problem the error text
     */
    DatasetCheckModel(Jobs jobs, StringProperty busy, StringProperty problem) {
        examining = new LatestJob(jobs);
        this.busy = busy;
        this.problem = problem;
    }

    /** What was found; null until it is done. */
    ReadOnlyObjectProperty<DatasetCheckResult> diagnosisProperty() {
        return diagnosis.getReadOnlyProperty();
    }

    /** The issues by topic, the gravest first. */
    ObservableList<IssueTopic> topics() {
        return topics;
    }

    /** Clears the result and stops the check. */
    void clear() {
        examining.drop();
        diagnosis.set(null);
        topics.clear();
    }

    /** Checks a dataset. */
    void start(Dataset dataset, String name) {
        busy.set(Texts.of("datasets.view.busy.checking", name));
        examining.start(JobPlan.<Optional<DatasetCheckResult>>of(
                        Texts.of("datasets.job.checking", name), progress -> examine(dataset, progress))
                .onDone(found -> {
                    busy.set(found.isPresent() ? "" : Texts.of("datasets.view.busy.checkStopped"));
                    found.ifPresent(all -> {
                        diagnosis.set(all);
                        topics.setAll(IssueTopic.of(dataset, all));
                    });
                })
                .onProblem(why -> {
                    busy.set("");
                    problem.set(why.getMessage());
                }));
    }

    private static Optional<DatasetCheckResult> examine(Dataset dataset, Progress progress) {
        PixelCache cache = PixelCache.fill(dataset.samples(), progress);
        DatasetCheckResult found = DatasetCheck.examine(dataset, cache, DuplicateStore.ofThisSystem(), progress);
        return progress.stopRequested() ? Optional.empty() : Optional.of(found);
    }
}
