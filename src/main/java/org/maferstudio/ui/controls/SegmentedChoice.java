package org.maferstudio.ui.controls;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;

/**
 * A row of joined buttons of which exactly one is pressed.
 *
 * @param <T> their values
 */
public final class SegmentedChoice<T> extends SegmentedButton {
    private final Property<T> chosen;

    /** One button a choice. */
    public SegmentedChoice(List<T> choices, Function<T, String> title, Property<T> chosen) {
        this.chosen = chosen;
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(title.apply(choice));
            button.setUserData(choice);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add(Styles.SMALL);
            button.setOnAction(event -> chosen.setValue(choice));
            getButtons().add(button);
        }
        getToggleGroup().selectedToggleProperty().addListener((property, old, now) -> {
            if (now == null) {
                press();
            }
        });
        chosen.addListener((property, old, now) -> press());
        press();
    }

    private void press() {
        for (Toggle button : getButtons()) {
            if (button.getUserData().equals(chosen.getValue())) {
                button.setSelected(true);
            }
        }
    }
}
