package org.maferstudio.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.texts.Numbers;

/** A bar for each class: its name, its probability as a bar in its colour, and as a percentage. */
public final class ProbabilityBars extends GridPane {
    private static final PseudoClass STRONG = PseudoClass.getPseudoClass("strong");

    private final List<Region> bars = new ArrayList<>();
    private final List<Label> numbers = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private double[] shown = {};

    /** Creates the bars, all at 0 %. */
    public ProbabilityBars(LabelSet labels) {
        getStyleClass().add("probability-bars");
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().addAll(name, bar, number);
        for (int label = 0; label < labels.size(); label++) {
            Label text = new Label(labels.title(label));
            Region fill = new Region();
            fill.getStyleClass().add("probability-bar");
            fill.setStyle("-fx-background-color: " + Palette.hex(Palette.of(labels, label)) + ";");
            fill.setMinWidth(1);
            StackPane track = new StackPane(fill);
            track.getStyleClass().add("probability-track");
            track.setAlignment(Pos.CENTER_LEFT);
            track.setMinWidth(0);
            track.setPrefWidth(10);
            Label value = new Label("100 %");
            value.getStyleClass().add("probability-number");
            names.add(text);
            bars.add(fill);
            numbers.add(value);
            addRow(label, text, track, value);
            track.widthProperty().addListener(property -> resizeBars());
        }
    }

    /**
     * Updates the bars.
     *
     * @param probabilities one per class, 0 to 1; empty if there is no face
     * @param named the class whose name is bold; empty for none
     */
    public void show(double[] probabilities, OptionalInt named) {
        shown = probabilities.clone();
        for (int i = 0; i < bars.size(); i++) {
            numbers.get(i).setText(Numbers.wholePercent(value(i)));
            names.get(i).pseudoClassStateChanged(STRONG, named.isPresent() && named.getAsInt() == i);
        }
        resizeBars();
    }

    private double value(int label) {
        return label < shown.length ? shown[label] : 0;
    }

    private void resizeBars() {
        for (int i = 0; i < bars.size(); i++) {
            double whole = ((StackPane) bars.get(i).getParent()).getWidth();
            bars.get(i).setMaxWidth(Math.max(1, value(i) * whole));
        }
    }
}
