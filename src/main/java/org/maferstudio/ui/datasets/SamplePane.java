package org.maferstudio.ui.datasets;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.Sample;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FxImages;

/** One enlarged image with its details and downsampled versions. */
final class SamplePane extends VBox {
    private static final double LARGE = 176;
    private static final double SMALL = 52;

    private final ImageView large = new ImageView();
    private final HBox versions = new HBox();

    SamplePane(DatasetsViewModel model) {
        getStyleClass().add("sample-pane");
        large.setFitWidth(LARGE);
        large.setFitHeight(LARGE);
        large.setPreserveRatio(true);
        versions.getStyleClass().add("sample-versions");
        VBox words = new VBox(
                line(Bindings.createStringBinding(
                        () -> what(
                                model.datasetProperty().get(),
                                model.selectedProperty().get()),
                        model.datasetProperty(),
                        model.selectedProperty())),
                small(Bindings.createStringBinding(
                        () -> model.downsampled().isEmpty()
                                ? ""
                                : model.downsampled().get(0).title(),
                        model.downsampled())),
                small(Bindings.createStringBinding(
                        () -> model.selectedProperty().get() == null
                                ? ""
                                : model.selectedProperty().get().id(),
                        model.selectedProperty())));
        words.getStyleClass().add("sample-words");
        words.setAlignment(Pos.CENTER_LEFT);
        HBox picture = new HBox(large);
        picture.setAlignment(Pos.CENTER);
        picture.setMinHeight(LARGE);
        getChildren().addAll(picture, words, versions);
        model.downsampled().addListener((ListChangeListener<DownsampledImage>) change -> show(model.downsampled()));
        show(model.downsampled());
    }

    private void show(List<DownsampledImage> pictures) {
        versions.getChildren().clear();
        large.setImage(pictures.isEmpty() ? null : FxImages.of(pictures.get(0).image()));
        pictures.stream().skip(1).forEach(version -> versions.getChildren().add(tile(version)));
    }

    private static VBox tile(DownsampledImage version) {
        ImageView view = new ImageView(FxImages.of(version.image()));
        view.setFitWidth(SMALL);
        view.setFitHeight(SMALL);
        view.setPreserveRatio(true);
        Label caption = new Label(version.idle() ? Texts.of("datasets.sample.unchanged") : version.title());
        caption.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        VBox tile = new VBox(view, caption);
        tile.setAlignment(Pos.CENTER);
        tile.getStyleClass().add("face-tile");
        return tile;
    }

    private static String what(Dataset dataset, Sample sample) {
        if (dataset == null || sample == null) {
            return "";
        }
        String group = sample.group().isEmpty() ? "" : " · " + sample.group();
        return dataset.labels().title(sample.label()) + " · " + sample.split() + group;
    }

    private static Label line(ObservableValue<String> text) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().add(Styles.TEXT_BOLD);
        return label;
    }

    private static Label small(ObservableValue<String> text) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        return label;
    }
}
