package org.maferstudio.ui.controls;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.maferstudio.settings.Settings;

/** Texts that can be read whole, whatever the size of letters and window. */
public final class WrappingText {
    private WrappingText() {}

    /** Lets a text take as many lines as it needs. */
    public static <L extends Labeled> L wrapped(L text) {
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        return text;
    }

    /** Says a text that has one line whole under the mouse. */
    public static <L extends Labeled> L tipped(L text) {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(text.textProperty());
        text.setTooltip(whole);
        return text;
    }

    /**
     * Gives a column of a table a width that grows with the letters.
     *
     * @param width in px, for letters of the usual size
     * @param font of something in the table's window
     */
    public static void widen(TableColumnBase<?, ?> column, double width, ReadOnlyObjectProperty<Font> font) {
        ChangeListener<Font> fit = (property, old, now) ->
                column.setPrefWidth(width * Math.max(1, now.getSize() / Settings.DEFAULT_FONT_SIZE));
        fit.changed(font, null, font.get());
        // The column keeps its listener, not the font the columns: tables make theirs anew.
        column.getProperties().put(WrappingText.class, fit);
        font.addListener(new WeakChangeListener<>(fit));
    }

    /** A text in a window that nobody sees and that takes no place, to hear of the window's letters. */
    public static Label measure() {
        Label label = new Label();
        label.setManaged(false);
        label.setMouseTransparent(true);
        return label;
    }
}
