package org.maferstudio.ui.schedule;

import atlantafx.base.controls.Message;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.report.figures.ScheduleFigure;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FigurePane;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.workbench.PaneView;

/** The pane of the schedule: the form at the left, what it will do at the right, and a face as the network sees it. */
public final class ScheduleView implements PaneView {
    private final BorderPane root = new BorderPane();
    private final ScheduleViewModel model;
    private final Button train;

    /** Creates the pane. */
    public ScheduleView(ScheduleViewModel model, FigureRenderer figures) {
        this.model = model;
        root.getStyleClass().add("schedule");
        train = Buttons.primary(Texts.of("schedule.view.train"), Feather.TRENDING_UP, model::train);
        train.setId("schedule-train");
        train.disableProperty().bind(model.scheduleProperty().isNull());
        Message problem = Messages.problem(model.problemProperty());
        FigurePane forecast = new FigurePane(figures, "schedule");
        model.forecastProperty().addListener((property, old, now) -> forecast.setFigure(new ScheduleFigure(now)));
        if (model.forecastProperty().get() != null) {
            forecast.setFigure(new ScheduleFigure(model.forecastProperty().get()));
        }
        VBox.setVgrow(forecast, Priority.ALWAYS);
        VBox right = new VBox(problem, sentence(model), forecast, warning(model), faces(model));
        right.getStyleClass().add("schedule-forecast");
        root.setLeft(new ScheduleForm(model));
        root.setCenter(right);
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Optional<Button> primaryAction() {
        return Optional.of(train);
    }

    @Override
    public void shown() {
        if (!model.hasFaces()) {
            model.loadFaces();
        }
    }

    private static Node sentence(ScheduleViewModel model) {
        Label sentence = new Label();
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Optional.ofNullable(model.scheduleProperty().get())
                                .map(ResolutionSchedule::describe)
                                .orElse(Texts.of("schedule.view.invalid")),
                        model.scheduleProperty()));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Label inUse = new Label(Texts.of("schedule.view.inUse"), new Icon(Feather.CHECK));
        inUse.getStyleClass().addAll("schedule-in-use", Styles.SUCCESS);
        inUse.setMinWidth(Region.USE_PREF_SIZE);
        inUse.visibleProperty().bind(model.inUseProperty());
        HBox line = new HBox(12, sentence, inUse);
        line.getStyleClass().add("schedule-sentence");
        return line;
    }

    private static Node warning(ScheduleViewModel model) {
        Label sentence = new Label();
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.textProperty().bind(model.warningProperty());
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button leaveOut = Buttons.secondary(
                Texts.of("schedule.view.removeUnaffected"), Feather.SCISSORS, model::leaveOutWithoutEffect);
        leaveOut.setId("schedule-leave-out");
        leaveOut.visibleProperty().bind(model.someHaveEffectProperty());
        leaveOut.managedProperty().bind(leaveOut.visibleProperty());
        HBox bar = new HBox(12, new Icon(Feather.ALERT_TRIANGLE), sentence, leaveOut);
        bar.getStyleClass().add("warning-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.visibleProperty().bind(model.warningProperty().isNotEmpty());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private static Node faces(ScheduleViewModel model) {
        Label heading = new Label(Texts.of("schedule.preview.faces.heading"));
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        Button another = Buttons.icon(Feather.REFRESH_CW, Texts.of("schedule.preview.nextFace.label"), model::nextFace);
        another.getStyleClass().add(Styles.SMALL);
        HBox line = new HBox(4, heading, another);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, line, new FaceRow(model));
    }
}
