package org.maferstudio.ui.datasets;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.check.DatasetCheckResult;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.report.figures.BalanceFigure;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.FigurePane;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.ThumbnailGrid;
import org.maferstudio.ui.controls.Thumbnails;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.controls.WrappingText;

/** An open dataset: its class balance, its images with one enlarged, and the issues of the dataset check. */
final class DatasetPage extends BorderPane {
    private static final double THUMBNAIL = 64;

    private final DatasetsViewModel model;
    private final FigurePane balance;
    private final ThumbnailGrid<Sample> gallery;
    private final Label title = new Label();
    private final Label details = new Label();
    private final ComboBox<String> reading = new ComboBox<>();
    private final ComboBox<String> split = new ComboBox<>();
    private final ComboBox<Integer> label = new ComboBox<>();

    DatasetPage(DatasetsViewModel model, FigureRenderer figures, Thumbnails<Sample> thumbnails) {
        this.model = model;
        getStyleClass().add("dataset-page");
        balance = new FigurePane(figures, "balance");
        balance.getStyleClass().add("dataset-balance");
        gallery = new ThumbnailGrid<>(thumbnails, THUMBNAIL);
        gallery.setPlaceholder(new EmptyState(Feather.IMAGE, Texts.of("datasets.page.gallery.empty")));
        Bindings.bindContent(gallery.items(), model.shown());
        gallery.selectedProperty().bindBidirectional(model.selectedProperty());
        details.getStyleClass().add(Styles.TEXT_MUTED);
        VBox middle = new VBox(new VBox(header(), WrappingText.wrapped(details)), balance, filters(), gallery);
        middle.getStyleClass().add("dataset-middle");
        VBox.setVgrow(gallery, Priority.ALWAYS);
        IssueList findings = new IssueList(model);
        VBox.setVgrow(findings, Priority.ALWAYS);
        VBox side = new VBox(new SamplePane(model), findings);
        side.getStyleClass().add("dataset-side");
        setCenter(middle);
        setRight(side);
        model.datasetProperty().addListener((property, old, now) -> show(now));
        model.diagnosisProperty().addListener((property, old, now) -> updateDetails());
        show(model.datasetProperty().get());
    }

    private HBox header() {
        title.getStyleClass().add(Styles.TITLE_4);
        title.textProperty().bind(model.nameProperty());
        WrappingText.wrapped(title);
        Label busy = new Label();
        busy.textProperty().bind(model.busyProperty());
        busy.getStyleClass().add(Styles.TEXT_MUTED);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        reading.setAccessibleText(Texts.of("datasets.page.format.label"));
        reading.setTooltip(new Tooltip(Texts.of("datasets.page.format.help")));
        reading.managedProperty().bind(reading.visibleProperty());
        reading.valueProperty().addListener((property, old, now) -> {
            if (now != null && !now.equals(model.datasetProperty().get().format())) {
                model.readAs(now);
            }
        });
        HBox header = new HBox(title, reading, space, busy);
        header.getStyleClass().add("dataset-header");
        header.setAlignment(Pos.BASELINE_LEFT);
        return header;
    }

    private FlowPane filters() {
        split.setAccessibleText(Texts.of("datasets.page.filter.split"));
        split.setConverter(Titles.of(value -> value.isEmpty() ? Texts.of("datasets.page.filter.allSplits") : value));
        split.valueProperty().addListener((property, old, now) -> {
            if (now != null) {
                model.filterProperty().set(model.filterProperty().get().withSplit(now));
            }
        });
        label.setAccessibleText(Texts.of("datasets.page.filter.class"));
        label.setConverter(Titles.of(value -> value < 0
                ? Texts.of("datasets.page.filter.allClasses")
                : model.datasetProperty().get().labels().title(value)));
        label.valueProperty().addListener((property, old, now) -> {
            if (now != null) {
                model.filterProperty().set(model.filterProperty().get().withLabel(now));
            }
        });
        Label count = new Label();
        count.getStyleClass().add(Styles.TEXT_MUTED);
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.of("datasets.page.imageCount", model.shown().size()), model.shown()));
        var topic =
                Buttons.secondary("", Feather.X, () -> model.filterProperty().set(SampleFilter.ALL));
        topic.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        topic.setTooltip(new Tooltip(Texts.of("datasets.page.filter.clear.help")));
        topic.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.filterProperty().get().topic() == null
                                ? ""
                                : model.filterProperty().get().topic().title(),
                        model.filterProperty()));
        topic.visibleProperty().bind(topic.textProperty().isNotEmpty());
        topic.managedProperty().bind(topic.visibleProperty());
        model.filterProperty().addListener((property, old, now) -> {
            split.setValue(now.split());
            label.setValue(now.label());
            caption();
        });
        FlowPane filters = new FlowPane(split, label, topic, count);
        filters.getStyleClass().add("dataset-filters");
        filters.setAlignment(Pos.CENTER_LEFT);
        return filters;
    }

    private void show(Dataset dataset) {
        if (dataset == null) {
            return;
        }
        reading.getItems().setAll(Datasets.alternatives(dataset.format()));
        reading.setValue(dataset.format());
        reading.setVisible(reading.getItems().size() > 1);
        List<String> splits = new ArrayList<>(List.of(""));
        splits.addAll(dataset.splits());
        split.getItems().setAll(splits);
        split.setValue("");
        List<Integer> labels =
                IntStream.range(-1, dataset.labels().size()).boxed().toList();
        label.getItems().setAll(labels);
        label.setValue(-1);
        updateDetails();
        caption();
        Map<String, int[]> counts = new LinkedHashMap<>(dataset.counts());
        // Thousands of classes have no readable bars, so the images use the space.
        boolean few = !dataset.labels().isMany();
        balance.setFigure(few ? new BalanceFigure(dataset.labels(), counts) : null);
        balance.setVisible(few);
        balance.setManaged(few);
    }

    private void updateDetails() {
        Dataset dataset = model.datasetProperty().get();
        DatasetCheckResult diagnosis = model.diagnosisProperty().get();
        if (dataset == null) {
            return;
        }
        String text = Texts.of("datasets.page.imageCount", dataset.samples().size()) + " · " + dataset.format();
        if (diagnosis != null) {
            String sizes = diagnosis.sizes().size() == 1
                    ? diagnosis.sizes().keySet().iterator().next()
                    : Texts.of("datasets.page.sizes", diagnosis.sizes().size());
            text += " · " + sizes;
            details.setTooltip(new Tooltip(tooltip(diagnosis)));
        }
        details.setText(text);
    }

    private static String tooltip(DatasetCheckResult diagnosis) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of("datasets.page.fingerprint.help", diagnosis.fingerprint()));
        diagnosis
                .means()
                .forEach((name, mean) ->
                        lines.add(Texts.of("datasets.page.mean.help", name, mean.blue(), mean.green(), mean.red())));
        return String.join("\n", lines);
    }

    private void caption() {
        Dataset dataset = model.datasetProperty().get();
        if (dataset == null) {
            return;
        }
        boolean one = model.filterProperty().get().label() >= 0;
        boolean topic = model.filterProperty().get().topic() != null;
        gallery.setCaption(sample -> {
            if (topic) {
                return dataset.labels().shortName(sample.label()) + " · " + shortSplit(sample.split());
            }
            return one ? "" : dataset.labels().title(sample.label());
        });
    }

    private static String shortSplit(String split) {
        return split.equals(Sample.VALIDATION) ? Texts.of("datasets.page.validation.short") : split;
    }
}
