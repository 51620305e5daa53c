package org.maferstudio.ui.embedding;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.datasets.Sample;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.FormField;
import org.maferstudio.ui.controls.ThumbnailGrid;
import org.maferstudio.ui.controls.ThumbnailView;
import org.maferstudio.ui.controls.Thumbnails;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.controls.WrappingText;
import org.maferstudio.ui.workbench.LocateButton;

/** At the right: what is laid out and how, the legend, the face under the mouse, and the selected faces. */
final class EmbeddingSidebar extends VBox {
    private static final double FACE = 72;
    private static final double SMALL_FACE = 48;
    private static final int MOST_ROWS = 5;

    private final EmbeddingViewModel model;
    private final VBox networks = new VBox();
    private final GridPane legend = new GridPane();
    private final ThumbnailView<Sample> face;
    private final Label words = new Label();
    private final ThumbnailGrid<Sample> gallery;
    private final Label chosen = new Label();

    EmbeddingSidebar(EmbeddingViewModel model, Thumbnails<Sample> thumbnails) {
        this.model = model;
        getStyleClass().add("embedding-side");
        face = new ThumbnailView<>(thumbnails, FACE);
        gallery = new ThumbnailGrid<>(thumbnails, SMALL_FACE);
        gallery.setPrefHeight(124);
        gallery.setMinHeight(124);
        gallery.setPlaceholder(new EmptyState(Feather.CROP, Texts.of("embedding.selection.empty")));
        gallery.setDetail(Sample::id);
        words.setWrapText(true);
        words.getStyleClass().add(Styles.TEXT_SMALL);
        words.setMinHeight(Region.USE_PREF_SIZE);
        legend.getStyleClass().add("embedding-legend");
        VBox sections = new VBox(
                section(Texts.of("embedding.networks.heading"), networks),
                section(Texts.of("embedding.form.resolutions.label"), resolutions()),
                section(Texts.of("embedding.form.heading"), numbers()),
                section(Texts.of("embedding.colours.heading"), colours()));
        sections.getStyleClass().add("form-sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox seen = new VBox(
                section(Texts.of("embedding.hover.heading"), under()),
                section(Texts.of("embedding.selection.heading"), selection()));
        seen.getStyleClass().addAll("form-sections", "embedding-hovered");
        seen.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(scroll, seen);
        model.choices().addListener((ListChangeListener<EmbeddingChoice>) change -> showNetworks());
        model.dots().legendProperty().addListener((property, old, now) -> showLegend());
        model.selectedProperty().addListener((property, old, now) -> showSelected());
        model.images().hintProperty().addListener((property, old, now) -> showSelected());
        showNetworks();
        showLegend();
        showSelected();
        hover(null);
    }

    private static VBox section(String title, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        VBox section = new VBox(heading, content);
        section.getStyleClass().add("form-section");
        return section;
    }

    private void showNetworks() {
        if (model.choices().isEmpty()) {
            Label none = new Label(Texts.of("embedding.networks.empty"));
            none.setWrapText(true);
            none.getStyleClass().add(Styles.TEXT_MUTED);
            networks.getChildren().setAll(none);
            return;
        }
        FilteredList<EmbeddingChoice> shown = new FilteredList<>(FXCollections.observableArrayList(model.choices()));
        ListView<EmbeddingChoice> list = new ListView<>(shown);
        list.setCellFactory(
                CheckBoxListCell.forListView(EmbeddingChoice::chosenProperty, Titles.of(EmbeddingChoice::title)));
        list.setId("embedding-networks");
        list.setAccessibleText(Texts.of("embedding.networks.heading"));
        list.getStyleClass().add("embedding-networks");
        // As high as its rows, whose height the style knows.
        list.prefHeightProperty()
                .bind(list.fixedCellSizeProperty()
                        .multiply(Math.min(MOST_ROWS, model.choices().size()))
                        .add(2));
        list.setMinHeight(Region.USE_PREF_SIZE);
        list.disableProperty().bind(model.runningProperty());
        if (model.choices().size() <= MOST_ROWS) {
            networks.getChildren().setAll(list);
            return;
        }
        TextField search = new TextField();
        search.setId("embedding-network-search");
        search.setPromptText(Texts.of("embedding.networks.search"));
        search.textProperty().addListener((property, old, now) -> {
            String wanted = now.strip().toLowerCase(Locale.getDefault());
            shown.setPredicate(
                    choice -> choice.title().toLowerCase(Locale.getDefault()).contains(wanted));
        });
        networks.setSpacing(6);
        networks.getChildren().setAll(search, list);
    }

    private Node resolutions() {
        TextField field = new TextField();
        field.setPromptText("native, 24, 12, 8");
        field.setId("embedding-resolutions");
        field.setAccessibleText(Texts.of("embedding.form.resolutions.label"));
        field.textProperty().bindBidirectional(model.form().resolutionsProperty());
        field.disableProperty().bind(model.runningProperty());
        CheckBox together = new CheckBox(Texts.of("embedding.form.together.label"));
        together.selectedProperty().bindBidirectional(model.form().togetherProperty());
        together.disableProperty().bind(model.runningProperty());
        return new VBox(6, field, together);
    }

    private Node numbers() {
        CheckBox allSplits = new CheckBox(Texts.of("embedding.form.allSplits.label"));
        allSplits.setId("embedding-all-splits");
        allSplits.selectedProperty().bindBidirectional(model.form().allSplitsProperty());
        allSplits.disableProperty().bind(model.runningProperty());
        return new VBox(
                10,
                allSplits,
                FormField.row(
                        FormField.number(
                                Texts.of("embedding.form.perplexity.label"),
                                "",
                                Texts.of("embedding.form.perplexity.help"),
                                model.form().perplexity()),
                        FormField.number(
                                Texts.of("embedding.form.samples.label"),
                                Texts.of("embedding.form.unit.maximum"),
                                Texts.of("embedding.form.samples.help"),
                                model.form().samples())),
                FormField.row(
                        FormField.number(
                                Texts.of("embedding.form.iterations.label"),
                                Texts.of("embedding.form.unit.maximum"),
                                Texts.of("embedding.form.iterations.help"),
                                model.form().iterations()),
                        FormField.number(
                                Texts.of("embedding.form.seed.label"),
                                "",
                                Texts.of("embedding.form.seed.help"),
                                model.form().seed())));
    }

    private Node colours() {
        ChoiceBox<Colouring> by = new ChoiceBox<>(model.colourings());
        by.setConverter(Titles.of(Colouring::title));
        by.setId("embedding-colours");
        by.valueProperty().bindBidirectional(model.dots().byProperty());
        by.setMaxWidth(Double.MAX_VALUE);
        by.setAccessibleText(Texts.of("embedding.colours.heading"));
        Button table = Buttons.secondary(Texts.of("embedding.colours.table"), Feather.FILE_TEXT, model::colourByTable);
        table.setId("embedding-colour-table");
        return new VBox(6, by, table, legend);
    }

    private void showLegend() {
        List<Node> entries = new ArrayList<>();
        for (Legend.Entry entry : model.dots().legendProperty().get().entries()) {
            Circle dot = new Circle(5, Color.web(Palette.hex(entry.colour())));
            ToggleButton turn = new ToggleButton(entry.title() + "  " + entry.countText(), dot);
            turn.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "legend-entry");
            turn.setSelected(!model.dots().hiddenProperty().get().contains(entry.key()));
            turn.setMaxWidth(Double.MAX_VALUE);
            turn.setAlignment(Pos.CENTER_LEFT);
            turn.setOnAction(event -> model.dots().toggle(entry.key()));
            GridPane.setHgrow(turn, Priority.ALWAYS);
            int row = entries.size() / 2;
            GridPane.setConstraints(turn, entries.size() % 2, row);
            entries.add(turn);
        }
        legend.getChildren().setAll(entries);
    }

    private Node under() {
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox box = new HBox(10, face, words);
        box.setMinHeight(FACE);
        return box;
    }

    /** Describes the hovered dot; null for none. */
    void hover(HoveredDot dot) {
        if (dot == null) {
            face.clear();
            words.setText(Texts.of("embedding.hover.empty"));
            return;
        }
        model.sample(dot).ifPresentOrElse(face::show, face::clear);
        Optional<Panel.Cloud> cloud = model.panels().stream()
                .map(panel -> panel.cloudProperty().get())
                .filter(Objects::nonNull)
                .findFirst();
        words.setText(cloud.map(now -> DotText.of(now.labels(), dot)).orElse(""));
    }

    private Node selection() {
        Button open =
                Buttons.secondary(Texts.of("embedding.selection.openInResults"), Feather.GRID, model::openInResults);
        open.disableProperty().bind(model.selectedProperty().isEqualTo(Set.of()));
        WrappingText.tipped(chosen).getStyleClass().add(Styles.TEXT_MUTED);
        HBox line = new HBox(8, chosen, new Spacer(), open);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(6, line, new LocateButton(model.dataset()), gallery);
    }

    private void showSelected() {
        List<Sample> samples = new ArrayList<>();
        new TreeSet<>(model.selectedProperty().get())
                .forEach(id -> model.images().sample(id).ifPresent(samples::add));
        gallery.items().setAll(samples);
        int count = model.selectedProperty().get().size();
        String hint = model.images().hintProperty().get();
        boolean namesOnly = samples.isEmpty() && !hint.isEmpty();
        chosen.setText(countText(count, namesOnly));
    }

    private static String countText(int count, boolean namesOnly) {
        if (count == 0) {
            return Texts.of("embedding.selection.none");
        }
        return namesOnly
                ? Texts.of("embedding.selection.namesOnly", count)
                : Texts.of("embedding.selection.count", count);
    }
}
