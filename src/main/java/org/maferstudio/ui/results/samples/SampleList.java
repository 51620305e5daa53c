package org.maferstudio.ui.results.samples;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.datasets.Sample;
import org.maferstudio.results.Prediction;
import org.maferstudio.ui.parts.Buttons;
import org.maferstudio.ui.parts.EmptyState;
import org.maferstudio.ui.parts.Gallery;
import org.maferstudio.ui.parts.Thumbnails;

/** The samples of the selected cell, the surest first: a gallery, and below it the selected ones in detail. */
public final class SampleList extends VBox {
    private static final double SIDE = 60;

    private final CellSamples cells;
    private final Thumbnails<Sample> thumbnails;
    private final Gallery<Prediction> gallery;

    /** Over the samples of a model; its button clears the selection. */
    public SampleList(CellSamples cells, Thumbnails<Sample> thumbnails) {
        this.cells = cells;
        this.thumbnails = thumbnails;
        gallery = new Gallery<>(this::request, SIDE);
        getStyleClass().add("sample-list");
        SampleDetail detail = new SampleDetail(cells, this::request);
        Bindings.bindContent(gallery.items(), cells.samples());
        gallery.allowSeveral();
        gallery.setCaption(prediction -> Math.round(100 * prediction.confidence()) + " %");
        gallery.setDetail(prediction -> prediction.sample() + "\n" + cells.guesses(prediction));
        gallery.setPlaceholder(new EmptyState(Feather.IMAGE, "No samples in this cell."));
        cells.samples().addListener((ListChangeListener<Prediction>) change -> gallery.selectedProperty()
                .set(cells.samples().isEmpty() ? null : cells.samples().get(0)));
        gallery.allSelected().addListener((ListChangeListener<Prediction>) change -> tell(detail));
        gallery.selectedProperty().addListener((property, old, now) -> tell(detail));
        cells.hintProperty().addListener((property, old, now) -> {
            gallery.refresh();
            tell(detail);
        });
        gallery.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        VBox.setVgrow(gallery, Priority.ALWAYS);
        getChildren().addAll(head(), hint(), gallery, detail);
    }

    private HBox head() {
        Label title = new Label();
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setMinWidth(Region.USE_PREF_SIZE);
        cells.samples().addListener((ListChangeListener<Prediction>) change -> title.setText(cells.title()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(
                title,
                space,
                Buttons.icon(Feather.COPY, "Copy the selected samples  Ctrl+C (Ctrl+A selects all)", this::copy),
                Buttons.icon(Feather.X, "Back to the classes (Esc)", cells::clear));
        head.getStyleClass().add("section-head");
        return head;
    }

    private Label hint() {
        Label hint = new Label();
        hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "sample-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.textProperty().bind(cells.hintProperty());
        hint.visibleProperty().bind(hint.textProperty().isNotEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        return hint;
    }

    private Runnable request(Prediction prediction, Consumer<Image> receiver) {
        return cells.picture(prediction)
                .map(sample -> thumbnails.request(sample, receiver))
                .orElse(() -> {});
    }

    private void tell(SampleDetail detail) {
        detail.show(gallery.selectedProperty().get(), gallery.allSelected());
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cells.clear();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
            event.consume();
        }
    }

    private void copy() {
        List<Prediction> chosen = gallery.allSelected().isEmpty() ? gallery.items() : gallery.allSelected();
        ClipboardContent content = new ClipboardContent();
        content.putString(cells.lines(chosen));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
