package org.maferstudio.ui.controls;

import java.util.List;
import javafx.scene.chart.Axis;
import javafx.scene.control.Slider;
import javafx.util.StringConverter;

/** A slider over places that have names; it has a tick at each, and snaps to them. */
public final class PlaceSlider extends Slider {
    /** Creates the slider; a place with an empty name has a tick only. */
    public PlaceSlider(List<String> names) {
        getStyleClass().add("place-slider");
        setMin(0);
        setMajorTickUnit(1);
        setMinorTickCount(0);
        setBlockIncrement(1);
        setSnapToTicks(true);
        setShowTickMarks(true);
        setShowTickLabels(true);
        skinProperty().subscribe(skin -> disableAnimation());
        setNames(names);
    }

    /** Names of ticks that fade in can hardly be read while they do. */
    private void disableAnimation() {
        if (lookup(".axis") instanceof Axis<?> axis) {
            axis.setAnimated(false);
        }
    }

    /** Sets the places, from left to right. */
    public void setNames(List<String> names) {
        setMax(Math.max(1, names.size() - 1));
        // The names of the ticks are made again only when the formatter changes.
        setLabelFormatter(new Names(List.copyOf(names)));
    }

    /** The place of the thumb, counted from 0. */
    public int place() {
        return (int) Math.round(getValue());
    }

    /** Names the ticks. */
    private static final class Names extends StringConverter<Double> {
        private final List<String> names;

        Names(List<String> names) {
            this.names = names;
        }

        @Override
        public String toString(Double value) {
            int place = (int) Math.round(value);
            boolean named = place >= 0 && place < names.size() && Math.abs(value - place) < 0.01;
            return named ? names.get(place) : "";
        }

        @Override
        public Double fromString(String text) {
            return (double) names.indexOf(text);
        }
    }
}
