package org.maferstudio.ui.analysis;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.maferstudio.analysis.AnalysedFace;
import org.maferstudio.report.painting.Palette;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.ProbabilityBars;
import org.maferstudio.ui.controls.ValueBars;
import org.maferstudio.ui.controls.WrappingText;

/** One network's prediction in the shown frame, and a bar for each class and each value. */
final class NetworkPane extends VBox {
    private final FilmPlayer player;
    private final int network;
    private final Label named = new Label();
    private final ProbabilityBars bars;
    private final ValueBars values;

    NetworkPane(FilmPlayer player, int network) {
        this.player = player;
        this.network = network;
        FilmReadings.Network shown = player.readings().networks().get(network);
        getStyleClass().add("film-network");
        Label title = WrappingText.wrapped(new Label(shown.title()));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        named.getStyleClass().add("film-shown-class");
        bars = new ProbabilityBars(shown.labels());
        values = new ValueBars(shown.values(), bars);
        getChildren().addAll(title, named, bars);
        player.indexProperty().addListener(property -> show());
        player.faceProperty().addListener(property -> show());
        show();
    }

    private void show() {
        Optional<AnalysedFace.Expressions> read = player.readings().size() == 0
                ? Optional.empty()
                : player.readings()
                        .prediction(
                                player.indexProperty().get(),
                                player.faceProperty().get(),
                                network);
        var labels = player.readings().networks().get(network).labels();
        OptionalInt predicted = read.isPresent() && !read.get().unsure()
                ? OptionalInt.of(read.get().predicted())
                : OptionalInt.empty();
        named.setText(
                read.isEmpty()
                        ? Texts.of("analysis.network.noFace")
                        : predicted.isPresent()
                                ? labels.title(predicted.getAsInt())
                                : Texts.of("analysis.network.unsure"));
        named.setStyle(
                predicted.isPresent()
                        ? "-fx-border-color: " + Palette.hex(Palette.of(labels, predicted.getAsInt())) + ";"
                        : "-fx-border-color: transparent;");
        bars.show(numbers(read.map(AnalysedFace.Expressions::probabilities)), predicted);
        values.show(numbers(read.map(AnalysedFace.Expressions::values)));
    }

    private static double[] numbers(Optional<List<Double>> known) {
        return known.orElse(List.of()).stream().mapToDouble(Double::doubleValue).toArray();
    }
}
