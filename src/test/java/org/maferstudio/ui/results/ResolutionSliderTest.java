package org.maferstudio.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maferstudio.fixture.FxExtension;
import org.maferstudio.fixture.FxWindow;
import org.maferstudio.schedule.Resolution;

/** As on the live pane and in the figures: few pixels at the left, native at the right. */
@Tag("ui")
@ExtendWith(FxExtension.class)
class ResolutionSliderTest {
    private final ObservableList<Resolution> resolutions =
            FXCollections.observableArrayList(Resolution.parseAll("native, 32, 8"));
    private final ObjectProperty<Resolution> resolution = new SimpleObjectProperty<>(Resolution.NATIVE);

    @Test
    void fewPixelsStandAtTheLeftAndNativeAtTheRight(FxWindow window) {
        window.show(() -> new StackPane(new ResolutionSlider(resolutions, resolution)));
        Slider slider = (Slider) window.find(".slider");
        assertEquals(slider.getMax(), slider.getValue(), "native is at the right");
        assertEquals(List.of("8", "32", "native"), FxWindow.onFx(() -> {
            List<String> ticks = new ArrayList<>();
            for (double value = slider.getMin(); value <= slider.getMax(); value++) {
                ticks.add(slider.getLabelFormatter().toString(value));
            }
            return ticks;
        }));
        FxWindow.onFx(() -> {
            slider.requestFocus();
            return true;
        });
        window.robot().push(KeyCode.LEFT);
        assertEquals(Resolution.of(32), resolution.get());
        window.robot().push(KeyCode.LEFT);
        assertEquals(Resolution.of(8), resolution.get());
        window.robot().push(KeyCode.RIGHT);
        assertEquals(Resolution.of(32), resolution.get());
        FxWindow.onFx(() -> {
            resolutions.setAll(Resolution.parseAll("native, 8"));
            resolution.set(Resolution.of(8));
            return true;
        });
        assertEquals(slider.getMin(), slider.getValue(), "few pixels stay at the left");
    }
}
