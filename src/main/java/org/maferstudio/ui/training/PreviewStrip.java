package org.maferstudio.ui.training;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.maferstudio.augmentation.AugmentationStep;
import org.maferstudio.image.RasterImage;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FxImages;

/** Variants of a face under one transform, side by side; nothing while the recipe does not have that transform. */
final class PreviewStrip extends VBox {
    private static final double SIDE = 58;

    private final AugmentationStep part;
    private final HBox pictures = new HBox();

    PreviewStrip(AugmentationStep part, AugmentationPreview preview) {
        this.part = part;
        getStyleClass().add("preview-strip");
        pictures.getStyleClass().add("preview-images");
        Label title = new Label(part.title());
        title.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        getChildren().addAll(title, pictures);
        managedProperty().bind(visibleProperty());
        preview.variantsProperty().addListener((property, old, now) -> show(now.getOrDefault(part, List.of())));
        show(preview.variantsProperty().get().getOrDefault(part, List.of()));
    }

    private void show(List<RasterImage> variants) {
        setVisible(!variants.isEmpty());
        pictures.getChildren().setAll(variants.stream().map(this::view).toList());
    }

    private ImageView view(RasterImage variant) {
        ImageView view = new ImageView(FxImages.of(variant));
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        view.setAccessibleText(Texts.of("training.form.augmentation.preview.tooltip", part.title()));
        return view;
    }
}
