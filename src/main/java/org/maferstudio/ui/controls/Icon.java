package org.maferstudio.ui.controls;

import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * An icon that scales with the font size: the style sheet gives its side in em, as the least height of the style
 * class {@code icon}.
 *
 * <p>A font icon is a letter itself, so that its em would be its own size; the region around it has the em of the place
 * where it stands.
 */
public final class Icon extends StackPane {
    /** An icon of the usual size. */
    public Icon(Ikon ikon) {
        getStyleClass().add("icon");
        FontIcon glyph = new FontIcon(ikon);
        minHeightProperty().addListener((property, old, side) -> {
            if (side.doubleValue() > 0) {
                resize(glyph, Math.round(side.doubleValue()));
            }
        });
        getChildren().add(glyph);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** In its own style, which holds its font too: the theme's size of icons overrides what is only set. */
    private static void resize(FontIcon glyph, long side) {
        String rest = glyph.getStyle().replaceAll("-fx-icon-size:[^;]*;?", "").strip();
        String separator = rest.isEmpty() || rest.endsWith(";") ? "" : ";";
        glyph.setStyle(rest + separator + "-fx-icon-size: " + side + "px;");
    }
}
