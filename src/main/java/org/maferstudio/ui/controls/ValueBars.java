package org.maferstudio.ui.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.maferstudio.expression.ValueTitle;
import org.maferstudio.network.OutputValue;
import org.maferstudio.texts.Numbers;

/**
 * A bar for each value that is no class, such as valence: its name, a bar from zero to either side, and the number.
 * Without values it takes no room.
 */
public final class ValueBars extends GridPane {
    private static final int DECIMALS = 2;

    private final List<Track> tracks = new ArrayList<>();
    private final List<Label> numbers = new ArrayList<>();

    /** Creates the bars, without numbers. */
    public ValueBars(List<OutputValue> values) {
        getStyleClass().addAll("probability-bars", "value-bars");
        setVisible(!values.isEmpty());
        setManaged(!values.isEmpty());
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().addAll(name, bar, number);
        for (OutputValue value : values) {
            Track track = new Track(value);
            Label text = new Label(Numbers.NONE);
            text.getStyleClass().add("probability-number");
            tracks.add(track);
            numbers.add(text);
            addRow(getRowCount(), new Label(ValueTitle.of(value.name())), track, text);
        }
    }

    /**
     * Updates the bars.
     *
     * @param values one per bar; empty if there is no face
     */
    public void show(double[] values) {
        for (int i = 0; i < tracks.size(); i++) {
            double value = i < values.length ? values[i] : Double.NaN;
            numbers.get(i).setText(Numbers.signed(value, DECIMALS));
            tracks.get(i).show(value);
        }
    }

    /** The scale of a value, a mark at zero, and the bar. */
    private static final class Track extends Region {
        private final OutputValue scale;
        private final Region bar = new Region();
        private final Region zero = new Region();
        private double value = Double.NaN;

        Track(OutputValue scale) {
            this.scale = scale;
            getStyleClass().add("probability-track");
            bar.getStyleClass().add("value-bar");
            zero.getStyleClass().add("value-zero");
            getChildren().addAll(bar, zero);
            setMinWidth(0);
            setPrefWidth(10);
        }

        void show(double next) {
            value = next;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double origin = place(0);
            double end = Double.isFinite(value) ? place(value) : origin;
            bar.resizeRelocate(Math.min(origin, end), 0, Math.abs(end - origin), getHeight());
            zero.resizeRelocate(Math.min(snapPositionX(origin), getWidth() - 1), 0, 1, getHeight());
        }

        /** In px from the left; numbers beyond the scale are at its ends. */
        private double place(double number) {
            double share = (number - scale.low()) / (scale.high() - scale.low());
            return getWidth() * Math.max(0, Math.min(1, share));
        }
    }
}
