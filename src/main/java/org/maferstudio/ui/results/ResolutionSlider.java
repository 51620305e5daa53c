package org.maferstudio.ui.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.chart.Axis;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;

/** A slider over the evaluated resolutions, few pixels on the left, native on the right. */
final class ResolutionSlider extends HBox {
    private final Slider slider = new Slider();
    private final Label now = new Label();
    private final ObjectProperty<Resolution> resolution;
    private List<Resolution> places = List.of();
    private boolean following;

    /** Over the resolutions of a model, native first, and the selected one. */
    ResolutionSlider(ObservableList<Resolution> resolutions, ObjectProperty<Resolution> resolution) {
        this.resolution = resolution;
        getStyleClass().add("resolution-slider");
        setAlignment(Pos.TOP_LEFT);
        Label caption = new Label(Texts.of("results.resolution.label"));
        caption.setLabelFor(slider);
        caption.setMinWidth(USE_PREF_SIZE);
        now.getStyleClass().add("resolution-now");
        now.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(slider, Priority.ALWAYS);
        getChildren().addAll(caption, slider, now);
        slider.setAccessibleText(Texts.of("results.resolution.label"));
        slider.setMin(0);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setSnapToTicks(true);
        slider.setShowTickLabels(true);
        slider.setLabelFormatter(new Names());
        slider.valueProperty().addListener((property, old, value) -> choose(value.doubleValue()));
        resolutions.addListener((ListChangeListener<Resolution>) change -> offer(resolutions));
        resolution.addListener((property, old, value) -> update());
        offer(resolutions);
        slider.skinProperty().subscribe(skin -> disableAnimation());
    }

    /** Names of ticks that fade in can hardly be read while they do. */
    private void disableAnimation() {
        if (slider.lookup(".axis") instanceof Axis<?> axis) {
            axis.setAnimated(false);
        }
    }

    private void offer(List<Resolution> resolutions) {
        List<Resolution> reversed = new ArrayList<>(resolutions);
        Collections.reverse(reversed);
        following = true;
        places = List.copyOf(reversed);
        slider.setMax(Math.max(1, places.size() - 1));
        // The names of the ticks are made again only when the formatter changes.
        slider.setLabelFormatter(new Names());
        following = false;
        setDisable(places.size() < 2);
        update();
    }

    private void choose(double value) {
        int place = (int) Math.round(value);
        if (!following && place >= 0 && place < places.size()) {
            resolution.set(places.get(place));
        }
    }

    private void update() {
        int place = places.indexOf(resolution.get());
        now.setText(place < 0 ? "" : resolution.get().title());
        if (place >= 0 && !slider.isValueChanging() && Math.round(slider.getValue()) != place) {
            following = true;
            slider.setValue(place);
            following = false;
        }
    }

    /** Names the ticks. */
    private final class Names extends StringConverter<Double> {
        @Override
        public String toString(Double value) {
            int place = (int) Math.round(value);
            return place >= 0 && place < places.size() && Math.abs(value - place) < 0.01
                    ? places.get(place).id()
                    : "";
        }

        @Override
        public Double fromString(String text) {
            return (double) places.indexOf(Resolution.parse(text));
        }
    }
}
