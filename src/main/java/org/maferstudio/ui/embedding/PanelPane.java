package org.maferstudio.ui.embedding;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.WrappingText;

/** One picture with its title above and its numbers below. */
final class PanelPane extends VBox {
    private final DotCanvas canvas;

    PanelPane(Panel panel, EmbeddingViewModel model, FaceImages faces) {
        getStyleClass().add("embedding-panel");
        canvas = new DotCanvas(model.dots(), faces, ids -> model.select(panel, ids));
        canvas.cloudProperty().bind(panel.cloudProperty());
        canvas.placedProperty().bind(panel.placedProperty());
        canvas.selectedProperty().bind(model.selectedProperty());
        Label title = new Label(panel.title());
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Label status = new Label();
        status.getStyleClass().addAll(Styles.TEXT_SMALL, "embedding-status");
        status.textProperty().bind(panel.statusProperty());
        status.visibleProperty().bind(status.textProperty().isNotEmpty());
        EmptyState empty = new EmptyState(Feather.CLOUD, Texts.of("embedding.plot.empty"));
        empty.visibleProperty()
                .bind(panel.cloudProperty().isNull().and(panel.statusProperty().isEmpty()));
        empty.setMouseTransparent(true);
        StackPane.setAlignment(status, Pos.TOP_LEFT);
        StackPane plane = new StackPane(canvas, empty, status);
        plane.getStyleClass().add("embedding-frame");
        VBox.setVgrow(plane, Priority.ALWAYS);
        Label numbers = new Label();
        numbers.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        WrappingText.wrapped(numbers);
        panel.metadataProperty().addListener((property, old, now) -> showNumbers(numbers, panel, now));
        panel.placedProperty()
                .addListener((property, old, now) ->
                        showNumbers(numbers, panel, panel.metadataProperty().get()));
        showNumbers(numbers, panel, panel.metadataProperty().get());
        getChildren().addAll(title, plane, numbers);
        setMinSize(0, 0);
    }

    DotCanvas canvas() {
        return canvas;
    }

    private void showNumbers(Label numbers, Panel panel, EmbeddingMetadata metadata) {
        Panel.Cloud placed = panel.placedProperty().get();
        String after = placed == null
                ? ""
                : " " + Texts.of("embedding.plot.placed", placed.rows().size());
        numbers.setText(metadata == null ? " " : sentence(metadata) + after);
        canvas.setAccessibleText(Texts.of("embedding.plot.accessible", panel.title(), numbers.getText()));
    }

    /** The quality of the embedding in whole sentences. */
    static String sentence(EmbeddingMetadata metadata) {
        EmbeddingMetadata.Quality numbers = metadata.quality();
        String divergence = Double.isNaN(metadata.klDivergence())
                ? Texts.of("embedding.plot.divergence.unknown")
                : Texts.of("embedding.plot.divergence", metadata.klDivergence());
        String quality = Texts.of(
                "embedding.plot.quality",
                metadata.source().samples(),
                metadata.source().of(),
                numbers.neighbours(),
                100 * numbers.accuracyInPlane(),
                100 * numbers.accuracy(),
                numbers.silhouetteInPlane(),
                numbers.silhouette(),
                EmbeddingMetadata.TRUSTED,
                numbers.trustworthiness());
        String end = metadata.settled()
                ? Texts.of("embedding.plot.converged", metadata.iterations())
                : Texts.of("embedding.plot.stopped", metadata.iterations());
        String warning = metadata.hasWrongPerplexity() ? Texts.of("embedding.plot.wrongPerplexity") + " " : "";
        return warning + String.join(" ", quality, divergence, end);
    }
}
