package org.maferstudio.ui.live;

import atlantafx.base.theme.Styles;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FxImages;
import org.maferstudio.ui.controls.ProbabilityBars;
import org.maferstudio.ui.controls.ValueBars;
import org.maferstudio.ui.controls.WrappingText;

/** One network: what it sees, what it names, a bar for each class and each value, and the last seconds. */
final class NetworkColumnPane extends VBox {
    /** The side of the face that the network sees, in px. */
    private static final double SEEN = 104;

    /** Wide enough for words such as "Accuratezza", in font sizes. */
    private static final double LONG_WORD = 6.5;

    private final NetworkColumn column;
    private final LiveViewModel model;
    private final ImageView seen = new ImageView();
    private final FxImages.Moving face = new FxImages.Moving();
    private final Label named = new Label();
    private final Label test = new Label();
    private final ProbabilityBars bars;
    private final ValueBars values;
    private final Timeline timeline;

    NetworkColumnPane(NetworkColumn column, LiveViewModel model) {
        this.column = column;
        this.model = model;
        this.bars = new ProbabilityBars(column.labels());
        this.values = new ValueBars(column.values(), bars);
        this.timeline = new Timeline(column);
        getStyleClass().add("live-network");
        Label title = new Label(column.title());
        title.getStyleClass().addAll(Styles.TEXT_BOLD, "live-title");
        WrappingText.wrapped(title);
        seen.setSmooth(false);
        seen.setPreserveRatio(true);
        seen.fitWidthProperty().bind(seen.fitHeightProperty());
        StackPane place = new StackPane(seen);
        place.getStyleClass().add("live-input");
        seen.setFitHeight(SEEN);
        named.getStyleClass().add("live-shown-class");
        test.getStyleClass().addAll(Styles.TEXT_MUTED, "live-test");
        WrappingText.wrapped(test);
        FlowPane head = new FlowPane(place, test);
        head.getStyleClass().add("live-head");
        test.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> widthOfTest(head), head.widthProperty(), head.hgapProperty(), test.fontProperty()));
        getChildren().addAll(title, named, head, bars, timeline);
        VBox.setVgrow(timeline, Priority.ALWAYS);
        show();
    }

    /** Beside the face, or below it where that leaves no room for a long word. */
    private double widthOfTest(FlowPane head) {
        double beside = head.getWidth() - SEEN - head.getHgap();
        return beside >= LONG_WORD * test.getFont().getSize() ? beside : head.getWidth();
    }

    /** Updates the column. */
    void show() {
        double[] probabilities = column.probabilities();
        OptionalInt name = column.named();
        seen.setImage(column.input().map(face::show).orElse(null));
        named.setText(
                probabilities.length == 0
                        ? Texts.of("live.column.noFace")
                        : name.isPresent() ? column.labels().title(name.getAsInt()) : Texts.of("live.column.unsure"));
        named.setStyle(
                name.isPresent()
                        ? "-fx-border-color: " + Palette.hex(Palette.of(column.labels(), name.getAsInt())) + ";"
                        : "-fx-border-color: transparent;");
        test.setText(column.test(model.resolution()));
        bars.show(probabilities, name);
        values.show(column.numbers());
        timeline.draw();
    }
}
