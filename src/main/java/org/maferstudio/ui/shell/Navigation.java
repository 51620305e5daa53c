package org.maferstudio.ui.shell;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.workbench.PaneEntry;

/** The strip at the left: one icon with its label a pane, the last at the bottom. */
final class Navigation extends VBox {
    /** Where the buttons need less room than they would like. */
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    /** What a button would like, in sizes of its font. */
    private static final double BUTTON = 5;

    private final ToggleGroup group = new ToggleGroup();

    /** Entries in order; choosing one writes its id into the property, and the other way round. */
    Navigation(List<PaneEntry> entries, StringProperty pane) {
        getStyleClass().add("navigation");
        for (int i = 0; i < entries.size(); i++) {
            if (i == entries.size() - 1) {
                Region space = new Region();
                VBox.setVgrow(space, Priority.ALWAYS);
                getChildren().add(space);
            }
            getChildren().add(button(entries.get(i), "Ctrl+" + (i + 1), pane));
        }
        setMinHeight(0);
        heightProperty().addListener(property -> fit());
        pane.addListener((property, old, now) -> mark(now));
        mark(pane.get());
    }

    private ToggleButton button(PaneEntry entry, String key, StringProperty pane) {
        ToggleButton button = new ToggleButton(entry.title(), new Icon(entry.icon()));
        button.getStyleClass().add("navigation-button");
        button.setId("nav-" + entry.id());
        button.setUserData(entry.id());
        button.setToggleGroup(group);
        button.setContentDisplay(ContentDisplay.TOP);
        button.setAlignment(Pos.CENTER);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(entry.title() + "  " + key));
        button.setOnAction(event -> {
            button.setSelected(true); // A second click does not leave the strip without a choice.
            pane.set(entry.id());
        });
        return button;
    }

    /** All buttons can be reached in a low window with a large font, too. */
    private void fit() {
        double font = ((ToggleButton) group.getToggles().get(0)).getFont().getSize();
        pseudoClassStateChanged(TIGHT, getHeight() < group.getToggles().size() * BUTTON * font);
    }

    private void mark(String id) {
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData().equals(id))
                .findFirst()
                .ifPresent(group::selectToggle);
    }
}
