package org.maferstudio.ui.results.robustness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.report.comparison.RobustnessComparison;
import org.maferstudio.report.figures.Figure;
import org.maferstudio.report.figures.RobustnessFigure;
import org.maferstudio.report.figures.RobustnessHeatmapFigure;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.training.evaluation.Evaluation;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.results.evaluation.ExperimentEvaluator;
import org.maferstudio.ui.results.selection.ExperimentResults;
import org.maferstudio.ui.results.selection.OtherImages;
import org.maferstudio.ui.results.selection.ResultsFigures;
import org.maferstudio.ui.results.selection.ResultsNavigator;

/** Evaluates the shown experiments on degraded images, and shows the results; reads while its page is in front. */
public final class RobustnessViewModel {
    static final RobustnessComparison NOTHING = new RobustnessComparison(List.of(), List.of());

    private final Jobs jobs;
    /** Whether the page is looked at. Kept, since what only listens to it does not keep it. */
    private final BooleanExpression inFront;

    private final ExperimentEvaluator evaluating;
    private final ReadOnlyObjectProperty<ResultsFigures> figures;
    private final LatestJob reading;
    private final RobustnessForm form = new RobustnessForm();
    private final ReadOnlyObjectWrapper<RobustnessComparison> comparison =
            new ReadOnlyObjectWrapper<>(this, "comparison", NOTHING);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");

    /** Over the experiments that the figures show. */
    public RobustnessViewModel(
            Jobs jobs,
            ResultsNavigator pages,
            ExperimentEvaluator evaluating,
            ReadOnlyObjectProperty<ResultsFigures> figures) {
        this.jobs = jobs;
        this.evaluating = evaluating;
        this.figures = figures;
        reading = new LatestJob(jobs);
        inFront = pages.isAt(OtherImages.DEGRADED);
        inFront.addListener((property, old, now) -> read(""));
        figures.addListener((property, old, now) -> read(""));
        form.kindProperty().addListener((property, old, now) -> read(""));
    }

    // Properties

    /** The degradation that is shown, and evaluated next. */
    public RobustnessForm form() {
        return form;
    }

    /** The results of the experiments that have some; none until that page is opened. */
    public ReadOnlyObjectProperty<RobustnessComparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** What there is to know about the page; empty for nothing. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Accuracy by strength; null if nothing was evaluated. */
    Figure curves() {
        return comparison.get().networks().isEmpty() ? null : RobustnessFigure.of(comparison.get());
    }

    /** The classes of the first experiment by strength; null if it was not evaluated, or has too many. */
    Figure classes() {
        return comparison.get().networks().stream()
                .findFirst()
                .filter(first -> !first.sweep().labels().isMany())
                .map(first -> new RobustnessHeatmapFigure(first.sweep()))
                .orElse(null);
    }

    /** A file name for a figure, with its experiments and split. */
    String fileName(String figure) {
        return figures.get().fileName(form.kindProperty().get().id() + " " + figure);
    }

    /** What the figures are of, for files. */
    String header() {
        return comparison.get().networks().stream()
                .findFirst()
                .map(first -> comparison.get().networks().size() > 1
                        ? first.sweep().split()
                        : Texts.of(
                                "report.header.named",
                                first.name(),
                                first.sweep().split()))
                .orElse("");
    }

    // Commands

    /** Evaluates all shown experiments in the background with the strengths of the form, unless one is invalid. */
    public void evaluate() {
        ResultsFigures asked = figures.get();
        if (!form.messageProperty().get().isEmpty() || asked.shown().isEmpty()) {
            return;
        }
        List<Degradation> degradations = form.parsed();
        String split = asked.shown().get(0).split();
        note.set("");
        jobs.start(JobPlan.<Set<String>>of(Texts.of("results.robustness.job.evaluating"), progress -> {
                    Set<String> notes = new LinkedHashSet<>();
                    for (Experiment experiment : asked.experiments()) {
                        Evaluation.Request request = new Evaluation.Request(
                                Optional.empty(),
                                Optional.of(split),
                                List.of(Resolution.NATIVE),
                                experiment.manifest().recipe().machine(),
                                degradations);
                        Evaluation.Result result = evaluating.run(experiment, request, progress);
                        notes.addAll(result.notes());
                        if (!result.answers(request)) {
                            break;
                        }
                    }
                    return notes;
                })
                .inQueue("training")
                .onDone(notes -> read(String.join("\n", notes)))
                .onProblem(why -> read(why.getMessage())));
    }

    /** Reads what is stored; {@code said} is shown with it. */
    private void read(String said) {
        ResultsFigures now = figures.get();
        note.set(said);
        if (!inFront.get() || now.shown().isEmpty()) {
            reading.drop();
            comparison.set(NOTHING);
            return;
        }
        DegradationKind kind = form.kindProperty().get();
        reading.start(JobPlan.<RobustnessComparison>of(
                        Texts.of("results.robustness.job.reading"), progress -> stored(now, kind))
                .weighing(JobPlan.Weight.QUIET)
                .onDone(comparison::set)
                .onProblem(why -> {
                    comparison.set(NOTHING);
                    note.set(why.getMessage());
                }));
    }

    /** The results of the experiments that were evaluated with this kind of degradation. */
    private static RobustnessComparison stored(ResultsFigures figures, DegradationKind kind) {
        List<ExperimentResults> shown = figures.shown();
        String split = shown.get(0).split();
        List<Experiment> experiments = figures.experiments();
        List<Experiment> evaluated = new ArrayList<>();
        List<String> names = new ArrayList<>();
        IntStream.range(0, shown.size())
                .filter(i -> RobustnessComparison.evaluated(experiments.get(i), split).stream()
                        .anyMatch(each -> each.kind() == kind))
                .forEach(i -> {
                    evaluated.add(experiments.get(i));
                    names.add(shown.get(i).name());
                });
        return RobustnessComparison.of(new EvaluatedExperiments(evaluated, names, split), kind);
    }
}
