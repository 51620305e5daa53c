package org.maferstudio.ui.results.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maferstudio.job.Problem;
import org.maferstudio.report.Comparison;
import org.maferstudio.results.PairedPredictions;
import org.maferstudio.results.Predictions;
import org.maferstudio.ui.parts.JobPlan;
import org.maferstudio.ui.parts.Jobs;
import org.maferstudio.ui.parts.Newest;

/** Says how experiments differ from the first, one sentence each, computed in the background. */
public final class ComparisonText {
    private final Newest computing;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");

    /** Empty; it computes on these jobs. */
    public ComparisonText(Jobs jobs) {
        computing = new Newest(jobs);
    }

    /** The sentences, one a line; empty if there is nothing to compare. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Compares at a resolution; the first with each other one. */
    public void compare(List<ExperimentResults> results, String resolution) {
        Optional<Predictions> first = results.stream().findFirst().flatMap(each -> each.at(resolution));
        if (results.size() < 2 || first.isEmpty()) {
            computing.drop();
            text.set("");
            return;
        }
        computing.start(JobPlan.<String>of("Comparing", progress -> sentences(results, first.get(), resolution))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(text::set));
    }

    private static String sentences(List<ExperimentResults> results, Predictions first, String resolution) {
        List<Comparison> pairs = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (ExperimentResults other : results.subList(1, results.size())) {
            Optional<Predictions> theirs = other.at(resolution);
            if (theirs.isEmpty() || !theirs.get().split().equals(first.split())) {
                failed.add(other.name() + " was not evaluated on " + first.split() + " at this resolution.");
                continue;
            }
            try {
                PairedPredictions paired = PairedPredictions.of(first, theirs.get());
                pairs.add(Comparison.of(results.get(0).name(), other.name(), paired));
            } catch (Problem e) {
                failed.add(other.name() + ": " + e.getMessage());
            }
        }
        List<String> lines = Comparison.corrected(pairs).stream()
                .map(Comparison::sentence)
                .collect(Collectors.toCollection(ArrayList::new));
        lines.addAll(failed);
        return String.join("\n", lines);
    }
}
