package org.maferstudio.ui.results.selection;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.duplicates.DuplicateStore;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.experiment.SplitDuplicates;
import org.maferstudio.job.Progress;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;

/** The images that also occur in another split: whether they are included, and their effect on the accuracy. */
public final class DuplicateFilter {
    private final Jobs jobs;
    private final Consumer<String> onProblem;
    private final ResultsReader reader;
    private final LocatedDatasets located;
    private final Runnable readAgain;
    private final BooleanProperty leftOut = new SimpleBooleanProperty(this, "leftOut");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
    private Optional<ExperimentResults> first = Optional.empty();
    private Optional<Path> looking = Optional.empty();

    /**
     * They are included by default.
     *
     * @param reader remembers those of bundles, which are not changed
     * @param located where datasets lie
     * @param readAgain reads what is shown again, with or without them
     */
    DuplicateFilter(
            Jobs jobs, Consumer<String> onProblem, ResultsReader reader, LocatedDatasets located, Runnable readAgain) {
        this.jobs = jobs;
        this.onProblem = onProblem;
        this.reader = reader;
        this.located = located;
        this.readAgain = readAgain;
        leftOut.addListener((property, old, now) -> {
            readAgain.run();
            search();
        });
    }

    /** Whether they are left out of all results; the first time, this starts the search. */
    public BooleanProperty leftOutProperty() {
        return leftOut;
    }

    /** Accuracy with and without them; empty while unknown or not requested. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Updates the filter for another experiment at a resolution. */
    void update(Optional<ExperimentResults> shown, Resolution resolution) {
        first = shown;
        Optional<Set<String>> known = shown.flatMap(ExperimentResults::duplicates);
        Optional<Predictions> all = shown.flatMap(each -> each.whole().stream()
                .filter(predictions -> predictions.resolution().equals(resolution))
                .findFirst());
        sentence.set(
                known.isEmpty() || all.isEmpty() || (known.get().isEmpty() && !leftOut.get())
                        ? ""
                        : sentence(all.get(), known.get()));
        search();
    }

    private static String sentence(Predictions all, Set<String> duplicates) {
        long n = 0;
        long correct = 0;
        long without = 0;
        long correctWithout = 0;
        for (Prediction row : all.rows()) {
            boolean counts = !duplicates.contains(row.sample());
            n++;
            correct += row.correct() ? 1 : 0;
            without += counts ? 1 : 0;
            correctWithout += counts && row.correct() ? 1 : 0;
        }
        return n == without
                ? Texts.of("results.duplicates.none")
                : Texts.of(
                        "results.duplicates.found",
                        Numbers.count(n - without),
                        Numbers.count(n),
                        Numbers.percent((double) correct / n),
                        Numbers.percent((double) correctWithout / without));
    }

    private void search() {
        if (!leftOut.get() || first.isEmpty() || first.get().duplicates().isPresent()) {
            return;
        }
        Path folder = first.get().folder();
        if (looking.equals(Optional.of(folder))) {
            return;
        }
        looking = Optional.of(folder);
        jobs.start(JobPlan.<Boolean>of(
                        Texts.of("results.duplicates.job.searching"),
                        progress -> search(Experiment.open(folder), progress))
                .onDone(done -> {
                    looking = Optional.empty();
                    if (done) {
                        readAgain.run();
                    } else {
                        leftOut.set(false);
                    }
                })
                .onProblem(why -> {
                    onProblem.accept(Texts.of("results.duplicates.error.search", why.getMessage()));
                    leftOut.set(false);
                    looking = Optional.empty();
                }));
    }

    private boolean search(Experiment experiment, Progress progress) {
        DatasetSource source = located.source(experiment.manifest());
        DuplicateStore store = DuplicateStore.ofThisSystem();
        if (!experiment.isBundle()) {
            return SplitDuplicates.search(experiment, source, store, progress);
        }
        Optional<Map<String, Set<String>>> found = SplitDuplicates.find(source, store, progress);
        found.ifPresent(ids -> reader.rememberDuplicates(experiment.folder(), ids));
        return found.isPresent();
    }
}
