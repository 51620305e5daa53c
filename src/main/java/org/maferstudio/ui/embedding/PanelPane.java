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
        EmptyState empty = new EmptyState(Feather.CLOUD, Texts.of("embedding.not-laid-out-yet-press-lay-out"));
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
        canvas.setAccessibleText(Texts.of("embedding.deep-features-in-the-plane", panel.title(), numbers.getText()));
    }

    /** Numbers beside the picture, since pictures mislead. */
    static String sentence(EmbeddingMetadata facts) {
        EmbeddingMetadata.Quality quality = facts.quality();
        String divergence = Double.isNaN(facts.klDivergence())
                ? Texts.of("embedding.kl-divergence-unknown")
                : Texts.of("embedding.kl-divergence-nats", facts.klDivergence());
        String numbers = Texts.of(
                "embedding.of-samples-nearest-neighbours",
                facts.source().samples(),
                facts.source().of(),
                quality.neighbours(),
                100 * quality.accuracyInPlane(),
                100 * quality.accuracy(),
                quality.silhouetteInPlane(),
                quality.silhouette(),
                EmbeddingMetadata.TRUSTED,
                quality.trustworthiness(),
                divergence,
                facts.settled() ? Texts.of("embedding.settled") : Texts.of("embedding.ended"),
                facts.iterations());
        return facts.hasWrongPerplexity() ? Texts.of("embedding.made-by-version-010") + " " + numbers : numbers;
    }
}
