package org.maferstudio.ui.analysis;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.analysis.AnalysisResults;
import org.maferstudio.job.RunStatus;
import org.maferstudio.job.TimeLeft;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.WrappingText;
import org.maferstudio.ui.jobs.Job;

/** A film of the queue: its progress, and how to stop, continue and remove it. */
final class QueueRow extends VBox {
    private final QueuedFilm film;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = WrappingText.wrapped(new Label());
    private final Button stop;
    private final Button again;
    private final Button replace;
    private final Button remove;

    QueueRow(QueuedFilm film, AnalysisQueue queue) {
        this.film = film;
        getStyleClass().add("film-queue-row");
        Label name = WrappingText.wrapped(new Label(film.name()));
        name.setTooltip(new Tooltip(film.request().film().toString()));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        stop = button(Feather.SQUARE, Texts.of("analysis.queue.stop", film.name()), () -> queue.stop(film));
        again = button(Feather.PLAY, Texts.of("analysis.queue.continue", film.name()), () -> queue.retry(film));
        replace =
                button(Feather.REFRESH_CW, Texts.of("analysis.queue.replace", film.name()), () -> queue.replace(film));
        remove = button(Feather.X, Texts.of("analysis.queue.remove", film.name()), () -> queue.remove(film));
        HBox line = new HBox(name, again, replace, stop, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        bar.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        getChildren().addAll(line, bar, words);
        film.jobProperty().addListener((property, old, now) -> show(now));
        show(film.jobProperty().get());
    }

    private static Button button(Feather icon, String tooltip, Runnable action) {
        Button button = Buttons.icon(icon, tooltip, action);
        button.getStyleClass().add(Styles.SMALL);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void show(Job job) {
        if (job == null) {
            return;
        }
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> job.getState() == RunStatus.NEW ? 0.0 : job.getFraction(),
                        job.stateProperty(),
                        job.fractionProperty()));
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> describe(job), job.stateProperty(), job.messageProperty(), job.timeLeftProperty()));
        var state = job.stateProperty();
        // Continuing cannot help where complete results are in the way.
        var replaceable = state.map(now -> now == RunStatus.FAILED && AnalysisResults.areComplete(film.request()));
        replace.visibleProperty().bind(replaceable);
        again.visibleProperty()
                .bind(replace.visibleProperty()
                        .not()
                        .and(Bindings.createBooleanBinding(() -> job.getState().isOver(), state)));
        stop.visibleProperty().bind(state.map(now -> now == RunStatus.RUNNING));
        remove.visibleProperty().bind(state.map(now -> now.isOver() || now == RunStatus.NEW));
        bar.visibleProperty().bind(state.map(now -> !now.isOver()));
        bar.managedProperty().bind(bar.visibleProperty());
    }

    private static String describe(Job job) {
        return switch (job.getState()) {
            case FAILED -> job.problem().map(Throwable::getMessage).orElse(RunStatus.FAILED.title());
            case RUNNING -> {
                if (job.getMessage().isEmpty()) {
                    yield RunStatus.RUNNING.title();
                }
                String left = TimeLeft.words(job.timeLeftProperty().get());
                yield left.isEmpty() ? job.getMessage() : job.getMessage() + " · " + left;
            }
            case STOPPED -> Texts.of("analysis.queue.stopped", Math.max(0, job.getFraction()) * 100);
            default -> job.getState().title();
        };
    }

    /** The film of this row. */
    QueuedFilm film() {
        return film;
    }
}
