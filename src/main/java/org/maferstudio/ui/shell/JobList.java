package org.maferstudio.ui.shell;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.job.RunStatus;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.Popovers;
import org.maferstudio.ui.controls.WrappingText;
import org.maferstudio.ui.jobs.Job;

/** The list of jobs that opens from the status bar: what waits, runs and ended, each with its progress and a stop. */
final class JobList {
    private final Popover floating;

    JobList(ObservableList<Job> jobs) {
        ListView<Job> list = new ListView<>(jobs);
        list.setCellFactory(view -> new JobCell());
        Label empty = new Label(Texts.of("shell.jobs.empty"));
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        list.setPlaceholder(empty);
        VBox.setVgrow(list, Priority.ALWAYS);
        Label title = new Label(Texts.of("shell.jobs.title"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        VBox box = new VBox(title, list);
        box.getStyleClass().add("job-list");
        floating = Popovers.of(box, Popover.ArrowLocation.BOTTOM_CENTER);
    }

    /** Opens above the middle of the status bar, or closes. */
    void toggle(BorderPane frame) {
        if (floating.isShowing()) {
            floating.hide();
        } else {
            floating.show(frame.getBottom());
        }
    }

    private static final class JobCell extends ListCell<Job> {
        private final Label title = new Label();
        private final Label words = new Label();
        private final ProgressBar bar = new ProgressBar();
        private final Button stop = Buttons.icon(
                Feather.X, Texts.of("shell.jobs.stop"), () -> getItem().requestStop());
        private final VBox box;

        JobCell() {
            words.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            WrappingText.wrapped(words);
            bar.setMaxWidth(Double.MAX_VALUE);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            HBox line = new HBox(title, stop);
            line.setAlignment(Pos.CENTER_LEFT);
            box = new VBox(line, bar, words);
            box.getStyleClass().add("job");
            setPrefWidth(0); // As wide as the list: long words wrap and nothing scrolls sideways.
            bar.managedProperty().bind(bar.visibleProperty());
            stop.managedProperty().bind(stop.visibleProperty());
        }

        @Override
        protected void updateItem(Job job, boolean empty) {
            super.updateItem(job, empty);
            bar.progressProperty().unbind();
            bar.visibleProperty().unbind();
            stop.visibleProperty().unbind();
            words.textProperty().unbind();
            if (empty || job == null) {
                setGraphic(null);
                return;
            }
            title.setText(job.title());
            bar.progressProperty().bind(job.fractionProperty());
            var open = Bindings.createBooleanBinding(() -> !job.getState().isOver(), job.stateProperty());
            bar.visibleProperty().bind(open);
            stop.visibleProperty().bind(open);
            words.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> describe(job), job.stateProperty(), job.messageProperty(), job.timeLeftProperty()));
            setGraphic(box);
        }

        private static String describe(Job job) {
            return switch (job.getState()) {
                case FAILED -> job.problem().map(Throwable::getMessage).orElse(RunStatus.FAILED.title());
                case RUNNING -> {
                    String left = ShellViewModel.timeLeft(job);
                    yield left.isEmpty() ? job.getMessage() : job.getMessage() + " · " + left;
                }
                default -> job.getState().title();
            };
        }
    }
}
