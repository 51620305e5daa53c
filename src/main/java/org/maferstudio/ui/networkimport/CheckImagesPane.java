package org.maferstudio.ui.networkimport;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FxImages;
import org.maferstudio.ui.controls.WrappingText;

/** Twelve images as the network sees them, each with its prediction. */
final class CheckImagesPane extends VBox {
    /** Side of an image, in em: six of them fit into a window of usual size. */
    private static final double SIDE = 7;

    private final CheckImagesModel model;
    private final ObservableBooleanValue complete;
    private final FlowPane tiles = new FlowPane();
    private final Label letters = WrappingText.measure();

    /**
     * Creates the view.
     *
     * @param complete whether the contract is, so that the network can be run
     */
    CheckImagesPane(CheckImagesModel model, ObservableBooleanValue complete) {
        this.model = model;
        this.complete = complete;
        getStyleClass().add("network-import-lines");
        tiles.getStyleClass().add("network-import-tiles");
        ObservableValue<ImageCheck> check = model.imagesProperty();
        NetworkImportDialog.shownIf(model.imagesProperty().isNotNull(), tiles);
        Label status = NetworkImportDialog.line(status());
        status.getStyleClass().add(Styles.TEXT_MUTED);
        getChildren()
                .addAll(
                        status,
                        NetworkImportDialog.warning(model.problemProperty()),
                        tiles,
                        NetworkImportDialog.warning(
                                check.map(ImageCheck::warning).orElse("")),
                        NetworkImportDialog.line(check.map(now ->
                                        lines(now, model.datasetOpenProperty().get()))
                                .orElse("")),
                        letters);
        check.addListener((property, old, now) -> show(now));
        show(check.getValue());
    }

    private static String lines(ImageCheck check, boolean dataset) {
        return dataset
                ? check.range() + "\n" + check.agreement()
                : check.range() + "\n" + Texts.of("networkimport.images.drawn");
    }

    private ObjectBinding<String> status() {
        return Bindings.createObjectBinding(
                () -> {
                    if (!complete.get()) {
                        return Texts.of("networkimport.images.incomplete");
                    }
                    return model.runningProperty().get() ? Texts.of("networkimport.images.running") : "";
                },
                complete,
                model.runningProperty());
    }

    private void show(ImageCheck check) {
        tiles.getChildren().clear();
        if (check != null) {
            check.faces().forEach(face -> tiles.getChildren().add(tile(face)));
        }
    }

    private Node tile(ImageCheck.Face face) {
        ImageView image = new ImageView(FxImages.of(face.shown()));
        image.setSmooth(false);
        image.setPreserveRatio(true);
        image.fitWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> SIDE * letters.getFont().getSize(), letters.fontProperty()));
        Label predicted = WrappingText.tipped(new Label(Texts.of(
                "networkimport.images.predicted", face.predicted(), Numbers.wholePercent(face.probability()))));
        predicted.getStyleClass().add(Styles.TEXT_BOLD);
        Label truth = WrappingText.tipped(new Label(Texts.of("networkimport.images.truth", face.title())));
        truth.getStyleClass().add(face.correct() ? Styles.SUCCESS : Styles.TEXT_MUTED);
        VBox tile = new VBox(image, predicted, truth);
        tile.getStyleClass().add("network-import-tile");
        return tile;
    }
}
