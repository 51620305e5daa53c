package org.maferstudio.ui.results.samples;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.image.RasterImage;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.FxImages;
import org.maferstudio.ui.controls.WrappingText;
import org.maferstudio.ui.explain.ExplanationPane;

/** One sample large: a column for each resolution, few pixels on the left, with image, input and probabilities; arrow keys go to the next. */
public final class LargeSamplePane extends VBox {
    private static final double SIDE = 108;

    private final LargeSample model;
    private final Label name = new Label();
    private final Label place = new Label();
    private final Label truth = new Label();
    private final HBox columns = new HBox();

    /** Over an opened sample; hidden while none is. */
    public LargeSamplePane(LargeSample model, FigureRenderer figures) {
        this.model = model;
        getStyleClass().add("sample-dialog");
        name.getStyleClass().add(Styles.TEXT_BOLD);
        name.setMinWidth(0);
        place.getStyleClass().add(Styles.TEXT_MUTED);
        place.setMinWidth(Region.USE_PREF_SIZE);
        truth.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(
                Buttons.icon(Feather.CHEVRON_LEFT, Texts.of("results.samples.large.previous"), () -> model.step(-1)),
                Buttons.icon(Feather.CHEVRON_RIGHT, Texts.of("results.samples.large.next"), () -> model.step(1)),
                truth,
                name,
                new Spacer(),
                place,
                Buttons.icon(Feather.X, Texts.of("results.samples.large.back"), model::close));
        head.getStyleClass().add("section-head");
        columns.getStyleClass().add("dialog-columns");
        ExplanationPane explanation = new ExplanationPane(model.explanation(), figures);
        VBox content = new VBox(explanation, columns);
        content.getStyleClass().add("sample-content");
        columns.setMinWidth(Region.USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        setFocusTraversable(true);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.detailsProperty().addListener((property, old, now) -> show(now));
        show(model.detailsProperty().get());
    }

    private void key(KeyEvent event) {
        boolean handled = true;
        switch (event.getCode()) {
            case LEFT -> model.step(-1);
            case RIGHT -> model.step(1);
            case ESCAPE -> model.close();
            default -> handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    private void show(SampleDetails details) {
        boolean opened = details != null && !isVisible();
        setVisible(details != null);
        if (details == null) {
            columns.getChildren().clear();
            return;
        }
        name.setText(details.sample());
        truth.setText(Texts.of("results.samples.large.label", details.trueClass()));
        place.setText(model.place());
        Optional<LabelSet> labels = model.labels();
        columns.getChildren().clear();
        details.looks().forEach(look -> columns.getChildren().add(0, column(look, labels, details.input())));
        setAccessibleText(details.sample() + ", " + details.trueClass());
        if (opened) {
            requestFocus();
        }
    }

    private static Node column(SampleDetails.Look look, Optional<LabelSet> labels, String input) {
        String pixels = look.resolution().title();
        Label resolution = new Label(look.changed() ? pixels : Texts.of("results.samples.large.noEffect", pixels));
        resolution.getStyleClass().add(Styles.TEXT_BOLD);
        VBox column = new VBox(resolution);
        column.getStyleClass().add("dialog-column");
        look.image().ifPresent(image -> {
            column.getChildren().add(view(image, Texts.of("results.samples.large.image", pixels)));
            column.getChildren().add(small(image.width() + " \u00d7 " + image.height()));
        });
        look.input().ifPresent(image -> {
            column.getChildren().add(view(image, Texts.of("results.samples.large.networkInput")));
            column.getChildren().add(small(Texts.of("results.samples.large.input", input)));
        });
        Label predicted = new Label(look.predicted());
        predicted.getStyleClass().addAll("dialog-predicted", look.correct() ? Styles.SUCCESS : Styles.DANGER);
        column.getChildren().add(predicted);
        labels.filter(known -> !known.isMany())
                .ifPresent(known -> column.getChildren().add(bars(look, known)));
        return column;
    }

    private static Node view(RasterImage image, String says) {
        ImageView view = new ImageView(FxImages.of(image));
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        // Each pixel stays a square: blurring would hide what resolution means.
        view.setSmooth(false);
        view.setAccessibleText(says);
        return view;
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        label.setMaxWidth(SIDE);
        WrappingText.wrapped(label);
        return label;
    }

    private static Node bars(SampleDetails.Look look, LabelSet labels) {
        GridPane bars = new GridPane();
        bars.getStyleClass().add("share-bars");
        ColumnConstraints title = new ColumnConstraints();
        title.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        bars.getColumnConstraints().addAll(title, bar);
        List<Float> shares = look.probabilities();
        IntStream.range(0, Math.min(shares.size(), labels.size())).forEach(label -> {
            Label name = new Label(labels.shortName(label));
            Label percent = new Label(Math.round(100 * shares.get(label)) + " %");
            name.getStyleClass().add(Styles.TEXT_SMALL);
            percent.getStyleClass().addAll(Styles.TEXT_SMALL, "share-percent");
            bars.addRow(label, name, ShareBar.of(shares.get(label), Palette.hex(Palette.of(labels, label))), percent);
        });
        bars.setMaxWidth(SIDE);
        bars.setAlignment(Pos.TOP_LEFT);
        return bars;
    }
}
