package org.maferstudio.ui.training;

import atlantafx.base.controls.Message;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.FigurePane;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.controls.SpotPane;
import org.maferstudio.ui.controls.WrappingText;

/** The right half of the pane: numbers and curves of a training, and the queue below them. */
final class MonitorPane extends VBox {
    MonitorPane(TrainingViewModel model, FigureRenderer figures) {
        getStyleClass().add("monitor");
        RunMonitor monitor = model.monitor();
        Message problem = Messages.problem(monitor.problemProperty());
        VBox timeLeft = number(Texts.of("training.monitor.timeLeft"), monitor.timeLeftProperty());
        FlowPane numbers = new FlowPane(
                number(Texts.of("training.monitor.best"), monitor.bestProperty()),
                number(Texts.of("training.monitor.speed"), monitor.speedProperty()),
                timeLeft,
                number(Texts.of("training.monitor.memory"), monitor.memoryProperty()),
                number(Texts.of("recipe.machine.device.label"), monitor.deviceProperty()));
        // The runs of a series are trained by other processes, several at once.
        ObservableValue<Boolean> single =
                monitor.shownProperty().map(run -> !run.isSeries()).orElse(true);
        numbers.getChildren().stream().filter(box -> box != timeLeft).forEach(box -> {
            box.visibleProperty().bind(single);
            box.managedProperty().bind(box.visibleProperty());
        });
        numbers.getStyleClass().add("run-numbers");
        numbers.visibleProperty().bind(monitor.shownProperty().isNotNull());
        numbers.managedProperty().bind(numbers.visibleProperty());
        FigurePane curves = new FigurePane(figures, "history");
        curves.figureProperty()
                .bind(Bindings.createObjectBinding(
                        () -> monitor.figureProperty().get(), monitor.figureProperty()));
        SpotPane explored = new SpotPane(curves);
        explored.visibleProperty().bind(monitor.figureProperty().isNotNull());
        EmptyState empty = new EmptyState(Feather.TRENDING_UP, Texts.of("training.monitor.empty"));
        EmptyState elsewhere = new EmptyState(
                Feather.ACTIVITY,
                Texts.of("training.monitor.elsewhere"),
                Buttons.secondary(Texts.of("training.monitor.showResults"), Feather.GRID, model::openResults));
        elsewhere.visibleProperty().bind(monitor.figureProperty().isNull().and(model.busyElsewhereProperty()));
        empty.visibleProperty()
                .bind(monitor.figureProperty()
                        .isNull()
                        .and(elsewhere.visibleProperty().not()));
        StackPane place = new StackPane(empty, elsewhere, explored);
        place.setMinHeight(0);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(problem, numbers, place, new QueueList(model));
    }

    private static VBox number(String title, ObservableStringValue value) {
        Label heading = WrappingText.tipped(new Label(title));
        heading.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        Label text = new Label();
        text.getStyleClass().add("run-number");
        text.textProperty().bind(value);
        text.setMinWidth(Region.USE_PREF_SIZE);
        VBox box = new VBox(heading, text);
        return box;
    }
}
