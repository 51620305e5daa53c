package org.maferstudio.ui.datasets;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetDoctor;
import org.maferstudio.datasets.Diagnosis;
import org.maferstudio.datasets.PixelCache;
import org.maferstudio.datasets.duplicates.DuplicateStore;
import org.maferstudio.job.Progress;
import org.maferstudio.settings.Folders;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.parts.JobPlan;
import org.maferstudio.ui.parts.Jobs;
import org.maferstudio.ui.parts.Newest;

/** The dataset check in the background: what it found, and the issues by topic. */
final class DatasetExamination {
    private final Newest examining;
    private final StringProperty busy;
    private final StringProperty problem;
    private final ReadOnlyObjectWrapper<Diagnosis> diagnosis = new ReadOnlyObjectWrapper<>(this, "diagnosis");
    private final ObservableList<FindingTopic> topics = FXCollections.observableArrayList();

    /**
     * Of nothing yet.
     *
     * @param busy says what is being done
     * @param problem says why it failed
     */
    DatasetExamination(Jobs jobs, StringProperty busy, StringProperty problem) {
        examining = new Newest(jobs);
        this.busy = busy;
        this.problem = problem;
    }

    /** What was found; null until it is done. */
    ReadOnlyObjectProperty<Diagnosis> diagnosisProperty() {
        return diagnosis.getReadOnlyProperty();
    }

    /** The issues by topic, the gravest first. */
    ObservableList<FindingTopic> topics() {
        return topics;
    }

    /** Forgets what was found, and stops looking. */
    void clear() {
        examining.drop();
        diagnosis.set(null);
        topics.clear();
    }

    /** Checks a dataset. */
    void start(Dataset dataset, String name) {
        busy.set(Texts.of("datasets.examining", name));
        examining.start(JobPlan.<Optional<Diagnosis>>of(
                        Texts.of("datasets.examining-job", name), progress -> examine(dataset, progress))
                .onDone(found -> {
                    busy.set(found.isPresent() ? "" : Texts.of("datasets.not-examined-it-was-stopped"));
                    found.ifPresent(all -> {
                        diagnosis.set(all);
                        topics.setAll(FindingTopic.of(dataset, all));
                    });
                })
                .onProblem(why -> {
                    busy.set("");
                    problem.set(why.getMessage());
                }));
    }

    private static Optional<Diagnosis> examine(Dataset dataset, Progress progress) {
        PixelCache cache = PixelCache.fill(dataset.samples(), progress);
        Diagnosis found = DatasetDoctor.examine(
                dataset, cache, new DuplicateStore(Folders.usual().duplicates()), progress);
        return progress.stopRequested() ? Optional.empty() : Optional.of(found);
    }
}
