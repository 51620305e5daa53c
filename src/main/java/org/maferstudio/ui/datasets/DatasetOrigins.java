package org.maferstudio.ui.datasets;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.ui.parts.Buttons;

/** Says where each dataset is asked for, under which terms, and which of its forms are read. */
final class DatasetOrigins extends ScrollPane {
    DatasetOrigins(Runnable close) {
        getStyleClass().add("dataset-origins");
        setFitToWidth(true);
        Label heading = new Label("Where to get datasets");
        heading.getStyleClass().add(Styles.TITLE_3);
        VBox page = new VBox(
                new HBox(heading, Buttons.icon(Feather.X, "Close", close)),
                text(
                        "The program downloads none. Terms change, and what stands here is no legal advice: check the licence"
                                + " where you ask."));
        page.getStyleClass().add("number-page");
        for (DatasetOrigin origin : DatasetOrigin.ALL) {
            Label name = new Label(origin.name());
            name.getStyleClass().add(Styles.TITLE_4);
            VBox entry = new VBox(
                    name,
                    text("From: " + origin.origin()),
                    text("Terms: " + origin.terms()),
                    text("Read as: " + origin.forms() + "."));
            entry.getStyleClass().add("origin");
            page.getChildren().add(entry);
        }
        setContent(page);
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        return label;
    }
}
