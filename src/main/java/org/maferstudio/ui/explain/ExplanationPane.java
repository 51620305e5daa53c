package org.maferstudio.ui.explain;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.report.figures.ExplanationFigure;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FigurePane;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.SegmentedChoice;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.controls.WrappingText;

/** The choice of maps and class, and the maps below it while they are chosen. */
public final class ExplanationPane extends VBox {
    /** Room for one network, in font sizes. */
    private static final double ROW = 14;

    private final ExplanationViewModel model;
    private final FigurePane picture;
    private final Label letters = WrappingText.measure();

    /** Creates the view. */
    public ExplanationPane(ExplanationViewModel model, FigureRenderer figures) {
        this.model = model;
        getStyleClass().add("explanation");
        picture = new FigurePane(figures, "explanation");
        picture.figureProperty().bind(model.figureProperty());
        Label working = new Label(Texts.of("explain.working"));
        working.getStyleClass().add(Styles.TEXT_MUTED);
        working.visibleProperty().bind(model.busyProperty());
        StackPane place = new StackPane(picture, working);
        place.visibleProperty()
                .bind(model.busyProperty().or(model.figureProperty().isNotNull()));
        place.managedProperty().bind(place.visibleProperty());
        VBox.setVgrow(place, Priority.ALWAYS);
        model.figureProperty().addListener((property, old, now) -> fit(place, now));
        Label message = new Label();
        WrappingText.wrapped(message);
        message.getStyleClass().add(Styles.TEXT_MUTED);
        message.textProperty().bind(model.messageProperty());
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        getChildren().addAll(letters, tools(), message, place);
    }

    /** The height of the last figure stays while the next one is computed. */
    private void fit(StackPane place, ExplanationFigure figure) {
        if (figure != null) {
            double height = (figure.rows().size() * ROW + 2) * letters.getFont().getSize();
            place.setPrefHeight(height);
            place.setMinHeight(0.7 * height);
        }
    }

    private Node tools() {
        SegmentedChoice<MapChoice> maps =
                new SegmentedChoice<>(List.of(MapChoice.values()), MapChoice::title, model.choiceProperty());
        maps.setId("explanation-maps");
        ComboBox<String> label = new ComboBox<>(model.classes());
        label.valueProperty().bindBidirectional(model.labelProperty());
        label.setConverter(Titles.of(model::title));
        label.setAccessibleText(Texts.of("explain.class.label"));
        label.setTooltip(new Tooltip(Texts.of("explain.class.label")));
        label.disableProperty().bind(model.choiceProperty().isEqualTo(MapChoice.NONE));
        Button save = Buttons.icon(Feather.DOWNLOAD, Texts.of("explain.save"), picture::save);
        save.disableProperty().bind(model.figureProperty().isNull());
        Label name = new Label(Texts.of("explain.label"));
        name.setMinWidth(Label.USE_PREF_SIZE);
        name.setTooltip(new Tooltip(Texts.of("explain.help")));
        HBox choice = new HBox(name, maps);
        choice.getStyleClass().add("explanation-choice");
        // In a narrow window, the class goes to a second line instead of losing its name.
        label.setMinWidth(Region.USE_PREF_SIZE);
        FlowPane tools = new FlowPane(choice, label, save);
        tools.getStyleClass().add("explanation-tools");
        return tools;
    }
}
