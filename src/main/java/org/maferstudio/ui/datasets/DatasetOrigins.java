package org.maferstudio.ui.datasets;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.ui.parts.Buttons;

/** Says where each dataset is asked for, under which terms, and which of its forms are read. */
final class DatasetOrigins extends ScrollPane {
    /**
     * One dataset.
     *
     * @param name of the dataset
     * @param origin who gives it out, and how it is asked for
     * @param terms what to expect, in short; the terms themselves count
     * @param forms what is read
     */
    private record Origin(String name, String origin, String terms, String forms) {}

    private static final List<Origin> ORIGINS = List.of(
            new Origin(
                    "FER2013",
                    "Kaggle: Challenges in Representation Learning, Facial Expression Recognition Challenge"
                            + " (Goodfellow et al. 2013).",
                    "An account, and the rules of the competition accepted.",
                    "fer2013.csv, icml_face_data.csv, train.csv, folders <split>/<class>/<Usage>_<number>.jpg"),
            new Origin(
                    "RAF-DB, basic expressions",
                    "Its authors (Li and Deng, Beijing University of Posts and Telecommunications), by e-mail from"
                            + " an academic address.",
                    "Research without profit; nothing may be passed on.",
                    "EmoLabel/list_patition_label.txt with Image/aligned; copies with numbered folders, whose meaning"
                            + " is asked for"),
            new Origin(
                    "Any other",
                    "Whoever gives it out; also read their terms.",
                    "Photographs of faces are personal data: most licences forbid passing them on, also as small"
                            + " pictures in a file that you send.",
                    "<split>/<class>/<image>, <class>/<image>, a csv of path,label[,split][,group]"),
            new Origin(
                    "Drawn faces",
                    "The program draws them; nothing has to be asked for.",
                    "They show what low resolution does, and say nothing about real faces.",
                    "on the command line: --dataset drawn, or drawn:SEED"));

    DatasetOrigins(Runnable close) {
        getStyleClass().add("dataset-origins");
        setFitToWidth(true);
        Label heading = new Label("Where to get datasets");
        heading.getStyleClass().add(Styles.TITLE_3);
        VBox page = new VBox(
                new HBox(heading, Buttons.icon(Feather.X, "Close", close)),
                text("The program downloads none. Terms change: read them where you ask."));
        page.getStyleClass().add("number-page");
        for (Origin origin : ORIGINS) {
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
