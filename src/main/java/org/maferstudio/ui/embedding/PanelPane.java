package org.maferstudio.ui.embedding;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.experiment.EmbeddingMetadata;
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
        panel.factsProperty().addListener((property, old, now) -> say(numbers, panel, now));
        say(numbers, panel, panel.factsProperty().get());
        getChildren().addAll(title, plane, numbers);
        setMinSize(0, 0);
    }

    DotCanvas canvas() {
        return canvas;
    }

    private void say(Label numbers, Panel panel, EmbeddingMetadata facts) {
        numbers.setText(facts == null ? " " : sentence(facts));
        canvas.setAccessibleText(Texts.of("embedding.plot.accessible", panel.title(), numbers.getText()));
    }

    /** The quality of the embedding in whole sentences. */
    static String sentence(EmbeddingMetadata facts) {
        EmbeddingMetadata.Quality numbers = facts.quality();
        String divergence = Double.isNaN(facts.klDivergence())
                ? Texts.of("embedding.plot.divergence.unknown")
                : Texts.of("embedding.plot.divergence", facts.klDivergence());
        String quality = Texts.of(
                "embedding.plot.quality",
                facts.source().samples(),
                facts.source().of(),
                numbers.neighbours(),
                100 * numbers.accuracyInPlane(),
                100 * numbers.accuracy(),
                numbers.silhouetteInPlane(),
                numbers.silhouette(),
                EmbeddingMetadata.TRUSTED,
                numbers.trustworthiness());
        String end = facts.settled()
                ? Texts.of("embedding.plot.converged", facts.iterations())
                : Texts.of("embedding.plot.stopped", facts.iterations());
        String warning = facts.hasWrongPerplexity() ? Texts.of("embedding.plot.wrongPerplexity") + " " : "";
        return warning + String.join(" ", quality, divergence, end);
    }
}
