package org.maferstudio.ui.training;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.workbench.PaneView;

/** The Training pane: the recipe at the left, curves and queue at the right. */
public final class TrainingView implements PaneView {
    private final TrainingViewModel model;
    private final HBox root;
    private final Button start;

    /** Creates the pane. */
    public TrainingView(TrainingViewModel model, FigureRenderer figures) {
        this.model = model;
        MonitorPane monitor = new MonitorPane(model, figures);
        HBox.setHgrow(monitor, Priority.ALWAYS);
        root = new HBox(new RecipePane(model), monitor);
        root.getStyleClass().add("training");
        start = Buttons.primary(Texts.of("training.form.start"), Feather.PLAY, model::start);
        start.disableProperty().bind(model.startableProperty().not());
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
    public void shown() {
        model.shown();
    }
}
