package org.maferstudio.ui.live;

import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.live.LiveReading;
import org.maferstudio.live.NetworkReading;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.FxImages;
import org.maferstudio.ui.controls.WrappingText;

/**
 * The face at every resolution, few pixels at the left as on the slider, and under each every network's prediction:
 * class and probability.
 */
final class SweepStrip extends GridPane {
    private static final double SIDE = 56;
    private static final char NO_BREAK = '\u00a0';

    private final LiveViewModel model;

    SweepStrip(LiveViewModel model) {
        this.model = model;
        getStyleClass().add("live-sweep");
        model.readings().sweepProperty().addListener((property, old, now) -> show(now));
        show(model.readings().sweepProperty().get());
    }

    private void show(LiveReading.Sweep sweep) {
        getChildren().clear();
        getColumnConstraints().clear();
        boolean fits = sweep != null
                && sweep.networks().size() == model.readings().columns().size()
                && !model.readings().columns().isEmpty();
        if (!fits) {
            Label empty = new Label(Texts.of("live.sweep.empty"));
            empty.getStyleClass().add("text-muted");
            empty.setWrapText(true);
            add(empty, 0, 0);
            return;
        }
        ColumnConstraints title = new ColumnConstraints();
        title.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().add(title);
        List<OptionalInt> resolutions = sweep.resolutions();
        int last = resolutions.size();
        for (int column = 0; column < last; column++) {
            ColumnConstraints wide = new ColumnConstraints();
            wide.setHgrow(Priority.ALWAYS);
            wide.setHalignment(HPos.CENTER);
            // The same for all, and what the names of the networks leave.
            wide.setMinWidth(0);
            wide.setPrefWidth(10);
            getColumnConstraints().add(wide);
            add(face(resolutions.get(column), sweep.networks().get(0).get(column)), last - column, 0);
            for (int row = 0; row < sweep.networks().size(); row++) {
                NetworkColumn network = model.readings().columns().get(row);
                add(answer(network.labels(), sweep.networks().get(row).get(column)), last - column, row + 1);
            }
        }
        for (int row = 0; row < sweep.networks().size(); row++) {
            Label name = new Label(model.readings().columns().get(row).title());
            name.getStyleClass().add("live-sweep-title");
            WrappingText.wrapped(name).setMaxWidth(180);
            add(name, 0, row + 1);
        }
    }

    private static Node face(OptionalInt resolution, NetworkReading reading) {
        ImageView picture = new ImageView(FxImages.of(reading.seen()));
        picture.setSmooth(false);
        picture.setFitWidth(SIDE);
        picture.setFitHeight(SIDE);
        Label pixels = new Label(
                resolution.isPresent()
                        ? Texts.of("live.resolution.pixels", resolution.getAsInt())
                        : Texts.of("live.resolution.native"));
        pixels.getStyleClass().add("text-muted");
        VBox box = new VBox(picture, pixels);
        box.getStyleClass().add("live-sweep-face");
        return box;
    }

    private static Node answer(LabelSet labels, NetworkReading reading) {
        int best = reading.recognition().predicted();
        float probability = reading.recognition().probabilities()[best];
        Label answer = new Label(
                labels.title(best) + " " + Numbers.wholePercent(probability).replace(' ', NO_BREAK));
        answer.getStyleClass().add("live-prediction");
        answer.setStyle("-fx-border-color: " + Palette.hex(Palette.of(labels, best)) + ";");
        WrappingText.wrapped(answer).setMaxWidth(Double.MAX_VALUE);
        return answer;
    }
}
