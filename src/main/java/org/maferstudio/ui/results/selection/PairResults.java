package org.maferstudio.ui.results.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.job.Problem;
import org.maferstudio.report.comparison.Comparison;
import org.maferstudio.results.PairedPredictions;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** Compares experiments with the first, in the background. */
public final class PairResults {
    private final LatestJob computing;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final ObservableList<PairResult> all = FXCollections.observableArrayList();

    /** Empty; it computes on these jobs. */
    public PairResults(Jobs jobs) {
        computing = new LatestJob(jobs);
    }

    /** One for each experiment other than the first, in their order. */
    public ObservableList<PairResult> all() {
        return all;
    }

    /** The sentences, one per line; empty if there is nothing to compare. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** By how much each differs and whether that may be luck, in a line; the whole sentence where there is but one. */
    public String shortly() {
        if (all.size() < 2) {
            return text.get();
        }
        return all.stream()
                .map(pair -> pair.comparison()
                        .map(found -> Texts.of(
                                "results.comparison.pair.short",
                                found.b(),
                                Comparison.signed(found.difference()),
                                Comparison.pText(found.correctedP())))
                        .orElse(pair.sentence()))
                .collect(Collectors.joining(" \u00b7 "));
    }

    /** Compares at a resolution; the first with each other one. */
    void compare(List<ExperimentResults> results, Resolution resolution) {
        Optional<Predictions> first = results.stream().findFirst().flatMap(each -> each.at(resolution));
        if (results.size() < 2 || first.isEmpty()) {
            computing.drop();
            show(List.of());
            return;
        }
        computing.start(JobPlan.<List<PairResult>>of(
                        Texts.of("results.comparison.job.comparing"),
                        progress -> pairs(results, first.get(), resolution))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(this::show));
    }

    private void show(List<PairResult> pairs) {
        all.setAll(pairs);
        text.set(pairs.stream().map(PairResult::sentence).collect(Collectors.joining("\n")));
    }

    private static List<PairResult> pairs(List<ExperimentResults> results, Predictions first, Resolution resolution) {
        List<PairResult> pairs = new ArrayList<>();
        for (ExperimentResults other : results.subList(1, results.size())) {
            pairs.add(pair(results.get(0), first, other, resolution));
        }
        List<Comparison> corrected = Comparison.corrected(
                pairs.stream().flatMap(pair -> pair.comparison().stream()).toList());
        List<PairResult> told = new ArrayList<>();
        int next = 0;
        for (PairResult pair : pairs) {
            if (pair.comparison().isEmpty()) {
                told.add(pair);
            } else {
                Comparison comparison = corrected.get(next++);
                told.add(new PairResult(pair.other(), pair.paired(), Optional.of(comparison), comparison.sentence()));
            }
        }
        return told;
    }

    private static PairResult pair(
            ExperimentResults one, Predictions first, ExperimentResults other, Resolution resolution) {
        Optional<Predictions> theirs = other.at(resolution);
        if (theirs.isEmpty()) {
            return failed(other, missing(other, first));
        }
        try {
            PairedPredictions paired = PairedPredictions.of(first, theirs.get());
            Comparison comparison = Comparison.of(one.name(), other.name(), paired);
            return new PairResult(other, Optional.of(paired), Optional.of(comparison), "");
        } catch (Problem e) {
            return failed(other, Texts.of("results.comparison.error.incomparable", other.name(), e.getMessage()));
        }
    }

    private static String missing(ExperimentResults other, Predictions first) {
        return other.split().isEmpty()
                ? Texts.of("results.comparison.error.noSplit", other.name(), first.split())
                : Texts.of(
                        "results.comparison.error.noResolution",
                        other.name(),
                        first.split(),
                        first.resolution().title());
    }

    private static PairResult failed(ExperimentResults other, String why) {
        return new PairResult(other, Optional.empty(), Optional.empty(), why);
    }
}
