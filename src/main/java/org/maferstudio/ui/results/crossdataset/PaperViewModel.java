package org.maferstudio.ui.results.crossdataset;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Problem;
import org.maferstudio.report.comparison.PaperComparison;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;
import org.maferstudio.ui.results.selection.ResultsFigures;
import org.maferstudio.ui.results.selection.ResultsNavigator;
import org.maferstudio.ui.results.selection.ResultsPage;

/** Compares the shown experiments with the paper's results while that page is in front. */
public final class PaperViewModel {
    /**
     * Experiments compared with the paper.
     *
     * @param comparisons one a measure
     * @param without why experiments are not among them, a sentence each
     */
    record Paper(List<PaperComparison> comparisons, List<String> without) {
        static final Paper NONE = new Paper(List.of(), List.of());

        static Paper of(List<Experiment> experiments) {
            List<PaperComparison> all = new ArrayList<>();
            List<String> without = new ArrayList<>();
            for (Experiment experiment : experiments) {
                try {
                    all.addAll(PaperComparison.of(experiment));
                } catch (Problem e) {
                    // Not an error: the others can still be compared.
                    without.add(e.getMessage());
                }
            }
            return new Paper(all, without);
        }
    }

    private final ResultsNavigator pages;
    private final ReadOnlyObjectProperty<ResultsFigures> figures;
    private final LatestJob reading;
    private final ReadOnlyObjectWrapper<Paper> paper = new ReadOnlyObjectWrapper<>(this, "paper", Paper.NONE);

    /** Compares the experiments that the figures show. */
    public PaperViewModel(Jobs jobs, ResultsNavigator pages, ReadOnlyObjectProperty<ResultsFigures> figures) {
        this.pages = pages;
        this.figures = figures;
        reading = new LatestJob(jobs);
        pages.pageProperty().addListener((property, old, now) -> read());
        figures.addListener((property, old, now) -> read());
    }

    /** The comparisons with the paper; empty until the page is opened. */
    ReadOnlyObjectProperty<Paper> paperProperty() {
        return paper.getReadOnlyProperty();
    }

    private void read() {
        ResultsFigures now = figures.get();
        if (pages.pageProperty().get() != ResultsPage.PAPER || now.shown().isEmpty()) {
            reading.drop();
            paper.set(Paper.NONE);
            return;
        }
        reading.start(
                JobPlan.<Paper>of(Texts.of("results.paper.job.comparing"), progress -> Paper.of(now.experiments()))
                        .weighing(JobPlan.Weight.QUIET)
                        .onDone(paper::set)
                        .onProblem(why -> paper.set(new Paper(List.of(), List.of(why.getMessage())))));
    }
}
