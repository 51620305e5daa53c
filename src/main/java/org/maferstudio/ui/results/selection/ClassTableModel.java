package org.maferstudio.ui.results.selection;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.results.ClassBootstrap;
import org.maferstudio.results.Interval;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.ResolutionSweep;
import org.maferstudio.results.ScoreIntervals;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.jobs.LatestJob;

/** The numbers of each class of one experiment; intervals of F1 come later, as they are drawn. */
public final class ClassTableModel {
    private static final int DRAWS = 1000;
    private static final long SEED = 17;

    private final LatestJob drawing;
    private final ObservableList<ClassRow> rows = FXCollections.observableArrayList();
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private Optional<Predictions> shown = Optional.empty();
    private Scores scores;
    private ScoreIntervals intervals;

    /** Empty; intervals are drawn on these jobs. */
    public ClassTableModel(Jobs jobs) {
        drawing = new LatestJob(jobs);
        watched.addListener((property, old, now) -> draw());
    }

    /** One per class, in the label set's order; empty if there are too many. */
    public ObservableList<ClassRow> rows() {
        return rows;
    }

    /** Whether the table is visible; F1 intervals are computed only then. */
    public BooleanProperty watchedProperty() {
        return watched;
    }

    void show(Optional<ExperimentResults> first, Resolution resolution) {
        Optional<ResolutionSweep.Point> point = first.flatMap(each -> each.point(resolution));
        shown = first.flatMap(each -> each.at(resolution))
                .filter(all -> !all.labels().isMany() && point.isPresent());
        scores = point.map(ResolutionSweep.Point::scores).orElse(null);
        intervals = point.map(ResolutionSweep.Point::intervals).orElse(null);
        drawing.drop();
        fill(List.of());
        draw();
    }

    private void draw() {
        if (shown.isPresent() && watched.get() && scores.n() > 0) {
            Predictions predictions = shown.get();
            drawing.start(JobPlan.<ClassBootstrap>of(
                            Texts.of("results.classTable.job.intervals"),
                            progress -> ClassBootstrap.of(predictions, DRAWS, SEED))
                    .weighing(JobPlan.Weight.QUIET)
                    .onDone(found -> fill(found.f1())));
        }
    }

    private void fill(List<Interval> f1) {
        rows.setAll(shown.stream()
                .flatMap(predictions -> scores.classes().stream()
                        .map(score -> ClassRow.of(
                                predictions.labels(),
                                score,
                                intervals,
                                f1.isEmpty() ? Optional.empty() : Optional.of(f1.get(score.label())))))
                .toList());
    }
}
