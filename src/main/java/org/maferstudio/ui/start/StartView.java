package org.maferstudio.ui.start;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.controls.WrappingText;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.workbench.PaneView;

/** The Start pane: ways to begin, and the recent experiments and datasets. */
public final class StartView implements PaneView {
    private static final String TWO_MINUTES = Texts.of("start.cards.demo.help");

    private final ScrollPane root = new ScrollPane();
    private final StartViewModel model;
    private final VBox experiments = new VBox();
    private final VBox datasets = new VBox();

    /** Creates the pane. */
    public StartView(StartViewModel model) {
        this.model = model;
        Label claim = new Label(Texts.of("start.claim"));
        WrappingText.wrapped(claim).getStyleClass().addAll(Styles.TITLE_2, "claim");
        VBox page = new VBox(claim, new FaceStrip(model.faces()), cards(), recent());
        page.getStyleClass().add("start-page");
        page.setMaxWidth(Region.USE_PREF_SIZE);
        HBox middle = new HBox(page);
        middle.setAlignment(Pos.TOP_CENTER);
        root.setContent(middle);
        root.setFitToWidth(true);
        root.getStyleClass().add("start");
        model.experiments().addListener((ListChangeListener<RecentExperiment>) change -> showExperiments());
        model.recentDatasetsProperty().addListener((property, old, now) -> showDatasets());
        showExperiments();
        showDatasets();
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    private GridPane cards() {
        return columns(
                2,
                card(
                        Feather.VIDEO,
                        Texts.of("start.cards.live.title"),
                        Texts.of("start.cards.live.help"),
                        model::tryLive),
                card(
                        Feather.GRID,
                        Texts.of("start.cards.gallery.title"),
                        Texts.of("start.cards.gallery.help"),
                        model::showGallery),
                demoCard(),
                card(
                        Feather.DATABASE,
                        Texts.of("start.cards.dataset.title"),
                        Texts.of("start.cards.dataset.help"),
                        model::openDatasets));
    }

    /** Shows the progress of the training while it runs. */
    private Button demoCard() {
        String title = Texts.of("start.cards.demo.title");
        Label line = muted("");
        Button card = card(new Icon(Feather.TRENDING_UP), title, line, model::trainOnDrawnFaces);
        model.demoJobProperty().addListener((property, old, job) -> {
            line.textProperty().unbind();
            if (job == null) {
                line.setText(TWO_MINUTES);
            } else {
                line.textProperty()
                        .bind(Bindings.createStringBinding(
                                () -> progress(job), job.stateProperty(), job.fractionProperty()));
            }
        });
        line.setText(TWO_MINUTES);
        card.accessibleTextProperty().bind(Bindings.concat(title, ". ", line.textProperty()));
        return card;
    }

    private static String progress(Job job) {
        return switch (job.getState()) {
            case NEW -> Texts.of("start.cards.demo.waiting");
            case STOPPING -> Texts.of("start.cards.demo.stopping");
            default -> Texts.of("start.cards.demo.progress", Math.round(100 * Math.max(0, job.getFraction())));
        };
    }

    private GridPane recent() {
        experiments.getStyleClass().add("recent");
        datasets.getStyleClass().add("recent");
        GridPane grid = columns(
                2,
                section(Texts.of("start.recent.experiments.title"), experiments),
                section(Texts.of("start.recent.datasets.title"), datasets));
        grid.getColumnConstraints().get(0).setPercentWidth(66);
        grid.getColumnConstraints().get(1).setPercentWidth(34);
        return grid;
    }

    private void showExperiments() {
        experiments.getChildren().clear();
        for (RecentExperiment experiment : model.experiments()) {
            experiments.getChildren().add(row(experiment));
        }
        if (model.experiments().isEmpty()) {
            experiments.getChildren().add(muted(Texts.of("start.recent.experiments.empty")));
        }
    }

    private Button row(RecentExperiment experiment) {
        Label name = new Label(experiment.name());
        Label detail = muted(experiment.detail());
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        Label outcome = new Label(experiment.outcome());
        Label when = muted(experiment.when());
        name.setMinWidth(Region.USE_PREF_SIZE);
        outcome.setMinWidth(Region.USE_PREF_SIZE);
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(name, detail, outcome, when);
        line.getStyleClass().add("recent-line");
        return rowButton(line, experiment.name() + ", " + experiment.outcome(), () -> model.open(experiment));
    }

    private void showDatasets() {
        datasets.getChildren().clear();
        for (String path : model.recentDatasetsProperty().getValue()) {
            Label name = new Label(model.datasetTitle(path));
            Button row = rowButton(name, path, () -> model.openDataset(path));
            row.setTooltip(new Tooltip(path));
            datasets.getChildren().add(row);
        }
        if (datasets.getChildren().isEmpty()) {
            datasets.getChildren().add(muted(Texts.of("start.recent.datasets.empty")));
        }
    }

    private static Button rowButton(Node content, String accessible, Runnable action) {
        Button row = new Button(null, content);
        row.getStyleClass().addAll(Styles.FLAT, "recent-row");
        row.setAccessibleText(accessible);
        row.setTooltip(new Tooltip(accessible));
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setOnAction(event -> action.run());
        if (content instanceof HBox line) {
            line.prefWidthProperty().bind(row.widthProperty().subtract(24));
        }
        return row;
    }

    private static VBox section(String title, VBox rows) {
        Label heading = new Label(title);
        heading.getStyleClass().addAll(Styles.TEXT_BOLD, "section-title");
        return new VBox(heading, rows);
    }

    private static Button card(Ikon icon, String title, String line, Runnable action) {
        Button card = card(new Icon(icon), title, muted(line), action);
        card.setAccessibleText(title + ". " + line);
        return card;
    }

    private static Button card(Icon icon, String title, Label line, Runnable action) {
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_4);
        VBox words = new VBox(heading, line);
        words.getStyleClass().add("card-text");
        HBox content = new HBox(icon, words);
        content.getStyleClass().add("card-content");
        content.setAlignment(Pos.CENTER_LEFT);
        Button card = new Button(null, content);
        card.getStyleClass().add("start-card");
        card.setMaxWidth(Double.MAX_VALUE);
        card.setAlignment(Pos.CENTER_LEFT);
        card.setOnAction(event -> action.run());
        return card;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    /** Columns that share the width, however wide their content would like to be. */
    private static GridPane columns(int count, Region... nodes) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("start-columns");
        for (int i = 0; i < count; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / count);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < nodes.length; i++) {
            nodes[i].setMinWidth(0);
            grid.add(nodes[i], i % count, i / count);
        }
        return grid;
    }
}
