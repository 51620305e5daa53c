package org.maferstudio.ui.training;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.training.series.SeriesDialog;
import org.maferstudio.ui.training.series.SeriesRunsDialog;
import org.maferstudio.ui.workbench.PaneView;

/** The Training pane: the recipe at the left, curves and queue at the right. */
public final class TrainingView implements PaneView {
    private final TrainingViewModel model;
    private final StackPane root;
    private final Button start;
    private final Button series;

    /** Creates the pane. */
    public TrainingView(TrainingViewModel model, FigureRenderer figures) {
        this.model = model;
        MonitorPane monitor = new MonitorPane(model, figures);
        HBox.setHgrow(monitor, Priority.ALWAYS);
        HBox pane = new HBox(new RecipePane(model), monitor);
        pane.getStyleClass().add("training");
        root = new StackPane(
                pane, new SeriesDialog(model.series()).node(), new SeriesRunsDialog(model.seriesRuns()).node());
        start = Buttons.primary(Texts.of("training.form.start"), Feather.PLAY, model::start);
        start.disableProperty()
                .bind(model.startableProperty()
                        .not()
                        .or(model.series().openProperty())
                        .or(model.seriesRuns().openProperty()));
        series = series();
    }

    private Button series() {
        Button button = Buttons.secondary(Texts.of("training.series.open"), Feather.COPY, model.series()::open);
        button.setId("series-open");
        button.setTooltip(new Tooltip(Texts.of("training.series.open.tooltip")));
        button.disableProperty().bind(start.disableProperty());
        return button;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Optional<Button> primaryAction() {
        return Optional.of(start);
    }

    @Override
    public List<Node> secondaryActions() {
        return List.of(series);
    }

    @Override
    public void shown() {
        model.shown();
    }
}
