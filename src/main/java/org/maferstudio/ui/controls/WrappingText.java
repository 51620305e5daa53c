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

/** Texts that can be read whole, whatever the size of the font and the window. */
public final class WrappingText {
    private WrappingText() {}

    /** Lets a text wrap over as many lines as it needs. */
    public static <L extends Labeled> L wrapped(L text) {
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        return text;
    }

    /** Shows the whole text of a truncated line in a tooltip. */
    public static <L extends Labeled> L tipped(L text) {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(text.textProperty());
        text.setTooltip(whole);
        return text;
    }

    /**
     * Gives a column of a table a width that scales with the font size.
     *
     * @param width in px, for the default font size
     * @param font of something in the table's window
     */
    public static void widen(TableColumnBase<?, ?> column, double width, ReadOnlyObjectProperty<Font> font) {
        ChangeListener<Font> fit = (property, old, now) ->
                column.setPrefWidth(width * Math.max(1, now.getSize() / Settings.DEFAULT_FONT_SIZE));
        fit.changed(font, null, font.get());
        // The column keeps its listener, not the font the columns: tables make theirs again.
        column.getProperties().put(WrappingText.class, fit);
        font.addListener(new WeakChangeListener<>(fit));
    }

    /** An invisible text of zero size, to observe the window's font. */
    public static Label measure() {
        Label label = new Label();
        label.setManaged(false);
        label.setMouseTransparent(true);
        return label;
    }
}
