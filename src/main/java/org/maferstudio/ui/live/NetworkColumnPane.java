package org.maferstudio.ui.live;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FxImages;
import org.maferstudio.ui.controls.WrappingText;

/** One network: what it sees, what it names, a bar a class, and the last seconds. */
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
    private final List<Region> bars = new ArrayList<>();
    private final List<Label> numbers = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final Timeline timeline;

    NetworkColumnPane(NetworkColumn column, LiveViewModel model) {
        this.column = column;
        this.model = model;
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
        getChildren().addAll(title, named, head, bars(), timeline);
        VBox.setVgrow(timeline, Priority.ALWAYS);
        setMinWidth(0);
        show();
    }

    /** Beside the face, or below it where that leaves no room for a long word. */
    private double widthOfTest(FlowPane head) {
        double beside = head.getWidth() - SEEN - head.getHgap();
        return beside >= LONG_WORD * test.getFont().getSize() ? beside : head.getWidth();
    }

    private GridPane bars() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("live-bars");
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(name, bar, number);
        for (int label = 0; label < column.labels().size(); label++) {
            Label text = new Label(column.labels().title(label));
            Region fill = new Region();
            fill.getStyleClass().add("live-bar");
            fill.setStyle("-fx-background-color: " + Palette.hex(Palette.of(column.labels(), label)) + ";");
            fill.setMinWidth(1);
            StackPane track = new StackPane(fill);
            track.getStyleClass().add("live-track");
            track.setAlignment(Pos.CENTER_LEFT);
            track.setMinWidth(0);
            track.setPrefWidth(10);
            Label value = new Label("100 %");
            value.getStyleClass().add("live-number");
            names.add(text);
            bars.add(fill);
            numbers.add(value);
            grid.addRow(label, text, track, value);
            track.widthProperty().addListener(property -> show());
        }
        return grid;
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
        test.setText(Texts.of(
                "live.column.reportedAccuracy", column.test(model.form().resolution())));
        for (int i = 0; i < bars.size(); i++) {
            double value = i < probabilities.length ? probabilities[i] : 0;
            double whole = ((StackPane) bars.get(i).getParent()).getWidth();
            bars.get(i).setMaxWidth(Math.max(1, value * whole));
            numbers.get(i).setText(Numbers.wholePercent(value));
            boolean strong = name.isPresent() && name.getAsInt() == i;
            names.get(i).pseudoClassStateChanged(LiveView.STRONG, strong);
        }
        timeline.draw();
    }
}
