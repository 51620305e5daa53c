package org.maferstudio.ui.analysis;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.expression.ValueTitle;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.WrappingText;

/** The means of each network over the selected part, or over the whole film. */
final class MeansPane extends VBox {
    /** Maximum length of a line of a title that widens its columns. */
    private static final int SHORT_TITLE = 12;

    private final OpenFilm film;
    private final Label title = WrappingText.wrapped(new Label());
    private final VBox tables = new VBox();

    MeansPane(OpenFilm film) {
        this.film = film;
        getStyleClass().add("film-means");
        title.getStyleClass().add(Styles.TEXT_BOLD);
        tables.getStyleClass().add("film-means-tables");
        getChildren().addAll(title, tables);
        film.player().partProperty().addListener(property -> show());
        film.player().faceProperty().addListener(property -> show());
        show();
    }

    private void show() {
        title.setText(film.partTitle());
        tables.getChildren().clear();
        Map<LabelSet, List<Integer>> byClasses = new LinkedHashMap<>();
        List<FilmReadings.Network> networks = film.readings().networks();
        for (int network = 0; network < networks.size(); network++) {
            byClasses
                    .computeIfAbsent(networks.get(network).labels(), labels -> new ArrayList<>())
                    .add(network);
        }
        byClasses.forEach((labels, those) -> tables.getChildren().add(table(labels, those)));
    }

    /** The classes in rows, and two columns for each of these networks. */
    private Node table(LabelSet labels, List<Integer> networks) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("film-means-grid");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        name.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().add(name);
        for (int label = 0; label < labels.size(); label++) {
            Label one = new Label(labels.title(label));
            Region colour = new Region();
            colour.getStyleClass().add("film-colour");
            colour.setStyle("-fx-background-color: " + Palette.hex(Palette.of(labels, label)) + ";");
            one.setGraphic(colour);
            grid.add(one, 0, label + 2);
        }
        grid.add(muted(Texts.of("analysis.network.unsure")), 0, labels.size() + 2);
        List<String> values = names(networks);
        for (int value = 0; value < values.size(); value++) {
            grid.add(new Label(ValueTitle.of(values.get(value))), 0, labels.size() + 3 + value);
        }
        grid.add(muted("%"), 0, 1);
        for (int i = 0; i < networks.size(); i++) {
            addNumbers(grid, 2 * i + 1, networks.get(i));
            addValues(grid, 2 * i + 1, networks.get(i), values);
        }
        return grid;
    }

    /** The values that any of these networks predicts. */
    private List<String> names(List<Integer> networks) {
        return networks.stream()
                .flatMap(network -> film.readings().networks().get(network).valueNames().stream())
                .distinct()
                .toList();
    }

    /** The means of values, in rows below those of the classes. */
    private void addValues(GridPane grid, int column, int network, List<String> names) {
        PartMeans means = film.means(network);
        List<String> own = film.readings().networks().get(network).valueNames();
        for (int value = 0; value < own.size(); value++) {
            Label mean = new Label(Numbers.signed(means.values()[value], 2));
            mean.getStyleClass().add("number");
            grid.add(mean, column, means.shares().length + 3 + names.indexOf(own.get(value)));
        }
    }

    private void addNumbers(GridPane grid, int column, int network) {
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        number.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(number, number);
        PartMeans means = film.means(network);
        // Between two columns of numbers there is no room for "Multi-resolution" in one line.
        String title = film.readings().networks().get(network).title().replaceFirst("(?<=\\w{3})-(?=\\w{6})", "-\n");
        Label head = WrappingText.wrapped(new Label(title));
        head.setTextAlignment(TextAlignment.RIGHT);
        if (title.lines().allMatch(line -> line.length() <= SHORT_TITLE)) {
            // Words are not broken; longer names wrap.
            head.setMinWidth(Region.USE_PREF_SIZE);
        }
        head.getStyleClass().addAll(Styles.TEXT_BOLD, "film-means-head");
        GridPane.setHalignment(head, HPos.RIGHT);
        GridPane.setValignment(head, VPos.BOTTOM);
        grid.add(head, column, 0, 2, 1);
        grid.add(
                heading(Texts.of("analysis.means.probability"), Texts.of("analysis.means.probability.help")),
                column,
                1);
        grid.add(heading(Texts.of("analysis.means.share"), Texts.of("analysis.means.share.help")), column + 1, 1);
        int classes = means.shares().length;
        for (int label = 0; label < classes; label++) {
            grid.add(number(means.probabilities()[label]), column, label + 2);
            grid.add(number(means.shares()[label]), column + 1, label + 2);
        }
        grid.add(number(means.unsure()), column + 1, classes + 2);
    }

    private static Label number(double share) {
        Label label = new Label(Numbers.percent(share));
        label.getStyleClass().add("number");
        return label;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    private static Label heading(String text, String help) {
        Label label = muted(text);
        label.setTooltip(new Tooltip(help));
        return label;
    }
}
