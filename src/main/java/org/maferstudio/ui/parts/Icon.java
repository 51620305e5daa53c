package org.maferstudio.ui.parts;

import javafx.beans.binding.Bindings;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * An icon that grows with the letters around it: the style sheet gives its side in em, as the least height of the style
 * class {@code icon}.
 *
 * <p>A font icon is a letter itself, so that its em would be its own size; the region around it has the em of the place
 * where it stands.
 */
public final class Icon extends StackPane {
    private static final double BEFORE_STYLES = 18;

    /** An icon of the usual size. */
    public Icon(Ikon ikon) {
        getStyleClass().add("icon");
        FontIcon glyph = new FontIcon(ikon);
        glyph.iconSizeProperty()
                .bind(Bindings.createIntegerBinding(
                        () -> (int) Math.round(getMinHeight() > 0 ? getMinHeight() : BEFORE_STYLES),
                        minHeightProperty()));
        getChildren().add(glyph);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }
}
