package org.maferstudio.ui.datasets;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;

/** Shows the source, the terms and the supported layouts of each dataset. */
final class DatasetOrigins extends ScrollPane {
    DatasetOrigins(Runnable close) {
        getStyleClass().add("dataset-origins");
        setFitToWidth(true);
        Label heading = new Label(Texts.of("datasets.origins.title"));
        heading.getStyleClass().add(Styles.TITLE_3);
        VBox page = new VBox(
                new HBox(heading, Buttons.icon(Feather.X, Texts.of("datasets.origins.close"), close)),
                text(Texts.of("datasets.origins.text")));
        page.getStyleClass().add("class-page");
        for (DatasetOrigin origin : DatasetOrigin.ALL) {
            Label name = new Label(origin.name());
            name.getStyleClass().add(Styles.TITLE_4);
            VBox entry = new VBox(
                    name,
                    text(Texts.of("datasets.origins.source", origin.origin())),
                    text(Texts.of("datasets.origins.terms", origin.terms())),
                    text(Texts.of("datasets.origins.layout", origin.forms())));
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
