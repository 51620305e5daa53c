package org.maferstudio.ui.controls;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/**
 * A row of joined buttons of which exactly one is pressed; a plain word where there is only one choice.
 *
 * @param <T> their values
 */
public final class SegmentedChoice<T> extends HBox {
    private final Property<T> chosen;
    private final Function<T, String> title;
    private final ToggleGroup group = new ToggleGroup();

    /** One button a choice; the choices may change. */
    public SegmentedChoice(ObservableList<T> choices, Function<T, String> title, Property<T> chosen) {
        this.chosen = chosen;
        this.title = title;
        getStyleClass().add("segments");
        group.selectedToggleProperty().addListener((property, old, now) -> {
            if (now == null && old != null) {
                old.setSelected(true);
            }
        });
        choices.addListener((ListChangeListener<T>) change -> show(choices));
        chosen.addListener((property, old, now) -> press());
        show(choices);
    }

    private void show(List<T> choices) {
        group.getToggles().clear();
        getChildren().clear();
        if (choices.size() == 1) {
            getChildren().add(new Label(title.apply(choices.get(0))));
            return;
        }
        for (int i = 0; i < choices.size(); i++) {
            T choice = choices.get(i);
            ToggleButton button = new ToggleButton(title.apply(choice));
            button.setUserData(choice);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().addAll(Styles.SMALL, place(i, choices.size()));
            button.setOnAction(event -> chosen.setValue(choice));
            button.setToggleGroup(group);
            getChildren().add(button);
        }
        press();
    }

    private static String place(int index, int size) {
        return index == 0 ? Styles.LEFT_PILL : index == size - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }

    private void press() {
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData().equals(chosen.getValue()))
                .findFirst()
                .ifPresent(toggle -> toggle.setSelected(true));
    }
}
