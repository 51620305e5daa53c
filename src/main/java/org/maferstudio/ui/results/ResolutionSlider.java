package org.maferstudio.ui.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.PlaceSlider;

/** A slider over the evaluated resolutions, few pixels on the left, native on the right. */
final class ResolutionSlider extends HBox {
    private final PlaceSlider slider = new PlaceSlider(List.of());
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
        slider.valueProperty().addListener((property, old, value) -> choose(value.doubleValue()));
        resolutions.addListener((ListChangeListener<Resolution>) change -> offer(resolutions));
        resolution.addListener((property, old, value) -> update());
        offer(resolutions);
    }

    private void offer(List<Resolution> resolutions) {
        List<Resolution> reversed = new ArrayList<>(resolutions);
        Collections.reverse(reversed);
        following = true;
        places = List.copyOf(reversed);
        slider.setNames(places.stream().map(Resolution::id).toList());
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
}
