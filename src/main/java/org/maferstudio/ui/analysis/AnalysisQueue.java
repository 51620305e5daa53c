package org.maferstudio.ui.analysis;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.analysis.AnalysisListener;
import org.maferstudio.analysis.AnalysisProgress;
import org.maferstudio.analysis.AnalysisResults;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;

/** Analyses films one after another in the background; those that are done leave the queue. */
final class AnalysisQueue {
    private static final String NAME = "analysis";

    private final Jobs jobs;
    private final FilmAnalyser analyser;
    private final Consumer<QueuedFilm> onFinished;
    private final ObservableList<QueuedFilm> films = FXCollections.observableArrayList();

    /**
     * An empty queue.
     *
     * @param onFinished receives each film whose results are complete
     */
    AnalysisQueue(Jobs jobs, FilmAnalyser analyser, Consumer<QueuedFilm> onFinished) {
        this.jobs = jobs;
        this.analyser = analyser;
        this.onFinished = onFinished;
    }

    /** The films that wait, run, were stopped or failed, in order. */
    ObservableList<QueuedFilm> films() {
        return films;
    }

    /** Adds a film; one with the same results that is not running is replaced. */
    void add(QueuedFilm film) {
        films.stream()
                .filter(other -> other.request().table().equals(film.request().table()))
                .filter(other -> other.jobProperty().get().getState().isOver())
                .findFirst()
                .ifPresent(films::remove);
        films.add(film);
        start(film);
    }

    /** Analyses a film that was stopped or failed again; it continues where it was interrupted. */
    void retry(QueuedFilm film) {
        if (film.jobProperty().get().getState().isOver()) {
            start(film);
        }
    }

    /** Analyses a film that failed from its beginning; results of other networks or settings are deleted. */
    void replace(QueuedFilm film) {
        if (film.jobProperty().get().getState().isOver()) {
            start(film, () -> AnalysisResults.delete(film.request()));
        }
    }

    /** Stops a film; what is done is kept. */
    void stop(QueuedFilm film) {
        film.jobProperty().get().requestStop();
    }

    /** Takes a film that does not run out of the queue; what is done stays in its folder. */
    void remove(QueuedFilm film) {
        if (film.jobProperty().get().getState() == RunStatus.NEW) {
            stop(film);
        }
        films.remove(film);
    }

    private void start(QueuedFilm film) {
        start(film, () -> {});
    }

    private void start(QueuedFilm film, Runnable before) {
        film.jobProperty()
                .set(jobs.start(JobPlan.<Boolean>of(Texts.of("analysis.job.film", film.name()), progress -> {
                            before.run();
                            return analyser.analyse(film.request(), film.experiments(), new Reporting(progress));
                        })
                        .onDone(complete -> {
                            if (complete) {
                                films.remove(film);
                                onFinished.accept(film);
                            }
                        })
                        // The row of the film says what is wrong.
                        .onProblem(failed -> {})
                        .inQueue(NAME)
                        .weighing(JobPlan.Weight.KEPT)));
    }

    /** Reports the progress of an analysis as that of a job. */
    private record Reporting(Progress progress) implements AnalysisListener {
        @Override
        public void onProgress(AnalysisProgress now) {
            progress.report(now.fraction(), words(now), left(now));
        }

        private static String words(AnalysisProgress now) {
            return now.expected().isPresent()
                    ? Texts.of(
                            "analysis.queue.progress",
                            now.frames(),
                            now.expected().getAsLong(),
                            now.speed())
                    : Texts.of("analysis.queue.progressUnknown", now.frames(), now.speed());
        }

        /** The job's own estimate would count frames of an interrupted run as if they had cost no time. */
        private static Duration left(AnalysisProgress now) {
            double fraction = now.fraction();
            return fraction <= 0 || now.speed() <= 0
                    ? null
                    : Duration.ofMillis(Math.round(1000 * now.seconds() * (1 / fraction - 1) / now.speed()));
        }

        @Override
        public boolean stopRequested() {
            return progress.stopRequested();
        }
    }
}
