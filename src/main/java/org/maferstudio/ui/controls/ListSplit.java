package org.maferstudio.ui.controls;

import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.maferstudio.settings.Settings;

/** A list at the left of a page, as wide as the user drags it, whatever the width of the window. */
public final class ListSplit extends SplitPane {
    private final Region list;

    /** Kept, since what only listens to it does not keep it. */
    private final ObservableBooleanValue open;

    private final DoubleProperty listWidth;
    private final ReadOnlyObjectProperty<Font> font;

    /**
     * A list beside a page.
     *
     * @param listWidth in px at the default font size; changes when the user drags the divider
     * @param open whether the list is there
     * @param font of the window
     */
    public ListSplit(
            Region list,
            Region page,
            DoubleProperty listWidth,
            ObservableBooleanValue open,
            ReadOnlyObjectProperty<Font> font) {
        this.list = list;
        this.open = open;
        this.listWidth = listWidth;
        this.font = font;
        getStyleClass().add("list-split");
        setResizableWithParent(list, false);
        page.setMinSize(0, 0);
        open.addListener((property, old, now) -> show(now, page));
        show(open.get(), page);
        widthProperty().addListener(property -> place());
        font.addListener(property -> place());
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> remember());
    }

    private void show(boolean listed, Region page) {
        list.setVisible(listed);
        if (listed) {
            getItems().setAll(list, page);
            place();
        } else {
            getItems().setAll(page);
        }
    }

    private double scale() {
        return font.get().getSize() / Settings.DEFAULT_FONT_SIZE;
    }

    /** At once, and after the layout: the first one, when a window opens with this page, makes the list as small as it can be. */
    private void place() {
        setPosition();
        Platform.runLater(this::setPosition);
    }

    private void setPosition() {
        if (getWidth() > 0 && open.get()) {
            setDividerPosition(0, listWidth.get() * scale() / getWidth());
        }
    }

    private void remember() {
        if (open.get()) {
            listWidth.set(getDividerPositions()[0] * getWidth() / scale());
        }
    }
}
