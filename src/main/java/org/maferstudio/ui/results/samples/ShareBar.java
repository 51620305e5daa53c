package org.maferstudio.ui.results.samples;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A bar that fills a share of its place. */
final class ShareBar {
    private ShareBar() {}

    /**
     * A bar as wide as its place allows.
     *
     * @param share 0 to 1
     * @param colour as style sheets write it
     */
    static Pane of(double share, String colour) {
        Region filled = new Region();
        filled.getStyleClass().add("share-bar");
        filled.setStyle("-fx-background-color: " + colour + ";");
        Pane place = new Pane(filled);
        filled.prefWidthProperty().bind(place.widthProperty().multiply(share));
        filled.prefHeightProperty().bind(place.heightProperty());
        place.setMinWidth(0);
        return place;
    }
}
