package org.maferstudio.ui.results.samples;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.datasets.Sample;
import org.maferstudio.results.Prediction;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.ThumbnailGrid;
import org.maferstudio.ui.controls.Thumbnails;
import org.maferstudio.ui.controls.WrappingText;
import org.maferstudio.ui.workbench.DatasetPlace;
import org.maferstudio.ui.workbench.LocateButton;

/** The selected samples, the surest first: a gallery, and below it the selected ones in detail. */
public final class SampleList extends VBox {
    /** The number of characters of the name below a placeholder. */
    private static final int END = 5;

    private static final double SIDE = 60;

    private final SelectedSamples samples;
    private final Thumbnails<Sample> thumbnails;
    private final LargeSample large;
    private final ThumbnailGrid<Prediction> gallery;

    /** Over the samples of a model; its button clears the selection. */
    public SampleList(SelectedSamples samples, LargeSample large, Thumbnails<Sample> thumbnails, DatasetPlace dataset) {
        this.samples = samples;
        this.large = large;
        this.thumbnails = thumbnails;
        gallery = new ThumbnailGrid<>(this::request, SIDE);
        getStyleClass().add("sample-list");
        SampleDetail detail = new SampleDetail(samples, this::request);
        Bindings.bindContent(gallery.items(), samples.samples());
        gallery.allowSeveral();
        gallery.setCaption(this::caption);
        gallery.setDetail(prediction -> prediction.sample() + "\n" + samples.guesses(prediction));
        gallery.setPlaceholder(new EmptyState(Feather.IMAGE, Texts.of("results.samples.list.empty")));
        samples.samples().addListener((ListChangeListener<Prediction>) change -> gallery.selectedProperty()
                .set(samples.samples().isEmpty() ? null : samples.samples().get(0)));
        gallery.allSelected().addListener((ListChangeListener<Prediction>) change -> update(detail));
        gallery.selectedProperty().addListener((property, old, now) -> update(detail));
        samples.hintProperty().addListener((property, old, now) -> {
            gallery.refresh();
            update(detail);
        });
        gallery.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        gallery.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                openLarge();
            }
        });
        VBox.setVgrow(gallery, Priority.ALWAYS);
        getChildren().addAll(head(), hint(), new LocateButton(dataset), gallery, detail);
    }

    private HBox head() {
        Label title = new Label();
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setMinWidth(0);
        WrappingText.tipped(title);
        samples.samples().addListener((ListChangeListener<Prediction>) change -> title.setText(samples.title()));
        HBox head = new HBox(
                title,
                new Spacer(),
                Buttons.icon(Feather.BAR_CHART_2, Texts.of("results.samples.list.back"), () -> samples.openProperty()
                        .set(false)),
                Buttons.icon(Feather.MAXIMIZE_2, Texts.of("results.samples.list.enlarge"), this::openLarge),
                Buttons.icon(Feather.COPY, Texts.of("results.samples.list.copy"), this::copy),
                Buttons.icon(Feather.X, Texts.of("results.samples.clear"), samples::clear));
        head.getStyleClass().add("section-head");
        return head;
    }

    private Label hint() {
        Label hint = new Label();
        hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "sample-hint");
        WrappingText.wrapped(hint);
        hint.textProperty().bind(samples.hintProperty());
        hint.visibleProperty().bind(hint.textProperty().isNotEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        return hint;
    }

    private Runnable request(Prediction prediction, Consumer<Optional<Image>> receiver) {
        return samples.image(prediction)
                .map(sample -> thumbnails.request(sample, receiver))
                .orElse(() -> {});
    }

    /** The confidence; the end of the sample's name if there is no image. */
    private String caption(Prediction prediction) {
        String id = prediction.sample();
        if (samples.hintProperty().get().isEmpty()) {
            return prediction.hasProbabilities() ? Math.round(100 * prediction.confidence()) + " %" : "";
        }
        String stem = id.replaceFirst("\\.\\w+$", "");
        return stem.length() > END ? "\u2026" + stem.substring(stem.length() - END) : stem;
    }

    private void update(SampleDetail detail) {
        detail.show(gallery.selectedProperty().get(), gallery.allSelected());
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            samples.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            openLarge();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
            event.consume();
        }
    }

    private void openLarge() {
        Prediction lead = gallery.selectedProperty().get();
        if (lead != null) {
            large.open(lead);
        }
    }

    private void copy() {
        List<Prediction> chosen = gallery.allSelected().isEmpty() ? gallery.items() : gallery.allSelected();
        ClipboardContent content = new ClipboardContent();
        content.putString(samples.lines(chosen));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
