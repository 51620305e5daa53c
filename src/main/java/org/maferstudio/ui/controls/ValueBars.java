package org.maferstudio.ui.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.maferstudio.expression.ValueTitle;
import org.maferstudio.network.OutputValue;
import org.maferstudio.texts.Numbers;

/**
 * A bar for each value that is no class, such as valence, below the {@link ProbabilityBars}: its name, a bar from zero to
 * either side, and the number.
 */
public final class ValueBars {
    private static final int DECIMALS = 2;

    private final List<Track> tracks = new ArrayList<>();
    private final List<Label> numbers = new ArrayList<>();

    /** Adds rows, without numbers yet, to a grid with columns for name, bar and number. */
    public ValueBars(List<OutputValue> values, GridPane bars) {
        for (OutputValue value : values) {
            Track track = new Track(value);
            Label number = new Label(Numbers.NONE);
            number.getStyleClass().addAll("probability-number", "value-number");
            tracks.add(track);
            numbers.add(number);
            bars.addRow(bars.getRowCount(), new Label(ValueTitle.of(value.name())), track, number);
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
