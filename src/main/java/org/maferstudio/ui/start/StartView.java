package org.maferstudio.ui.start;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maferstudio.ui.parts.PaneView;

/** The first pane: three things that can be done here, and what was done last. */
public final class StartView implements PaneView {
    private final VBox root = new VBox();
    private final VBox recent = new VBox();

    /** The first pane over its model. */
    public StartView(StartViewModel model) {
        root.getStyleClass().add("start");
        Label claim = new Label("Faces that stay readable when pixels run out");
        claim.getStyleClass().add(Styles.TITLE_2);
        Label what = new Label("Train networks that recognise facial expressions from 8 pixels to full size,"
                + " and look at what they get right.");
        what.getStyleClass().add(Styles.TEXT_MUTED);
        what.setWrapText(true);
        GridPane cards = cards(
                card(Feather.DATABASE, "Open a dataset", "FER2013, RAF-DB, a folder or a csv", model::openDatasets),
                card(
                        Feather.TRENDING_UP,
                        "Train on drawn faces",
                        "Needs no download: the program draws them",
                        model::trainOnDrawnFaces),
                card(Feather.GRID, "Look at results", "Confusion matrices and accuracies", model::openResults));
        recent.getStyleClass().add("recent");
        root.getChildren().addAll(new VBox(4, claim, what), cards, recent);
        model.recentDatasetsProperty().addListener((property, old, now) -> showRecent(model, now));
        showRecent(model, model.recentDatasetsProperty().getValue());
    }

    @Override
    public Node node() {
        return root;
    }

    private static GridPane cards(Button... cards) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("cards");
        for (int i = 0; i < cards.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / cards.length);
            grid.getColumnConstraints().add(column);
            cards[i].setMaxHeight(Double.MAX_VALUE);
            grid.add(cards[i], i, 0);
        }
        return grid;
    }

    private static Button card(Ikon icon, String title, String line, Runnable action) {
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_4);
        Label words = new Label(line);
        words.getStyleClass().add(Styles.TEXT_MUTED);
        words.setWrapText(true);
        VBox content = new VBox(new FontIcon(icon), heading, words);
        content.getStyleClass().add("card-content");
        Button card = new Button(null, content);
        card.getStyleClass().add("start-card");
        card.setAccessibleText(title + ". " + line);
        card.setMaxWidth(Double.MAX_VALUE);
        card.setAlignment(Pos.TOP_LEFT);
        card.setOnAction(event -> action.run());
        return card;
    }

    private void showRecent(StartViewModel model, List<String> paths) {
        recent.getChildren().clear();
        if (paths.isEmpty()) {
            return;
        }
        Label heading = new Label("Recent datasets");
        heading.getStyleClass().add(Styles.TEXT_CAPTION);
        recent.getChildren().add(heading);
        for (String path : paths) {
            Path name = Path.of(path).getFileName();
            Hyperlink link = new Hyperlink(name == null ? path : name.toString());
            link.setTooltip(new Tooltip(path));
            link.setOnAction(event -> model.openDataset(path));
            recent.getChildren().add(link);
        }
    }
}
