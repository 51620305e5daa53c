package org.maferstudio.ui.results.series;

import atlantafx.base.controls.Spacer;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.series.SweepTarget;
import org.maferstudio.series.report.SeriesFigureKind;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.FigurePane;
import org.maferstudio.ui.controls.FigureRenderer;
import org.maferstudio.ui.controls.SpotPane;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.controls.WrappingText;

/** One figure of a series to choose, or why it is missing, with the button that makes it. */
final class SeriesFigurePane extends VBox {
    private final SeriesFigureModel model;

    /** Over the figures of a series. */
    SeriesFigurePane(SelectedSeries series, FigureRenderer figures) {
        model = series.figures();
        getStyleClass().add("series-figure");
        FigurePane curves = new FigurePane(figures, "series");
        curves.figureProperty().bind(model.figureProperty());
        suggest(curves);
        SpotPane spots = new SpotPane(curves);
        spots.visibleProperty().bind(model.figureProperty().isNotNull());
        FigurePane lines = new FigurePane(figures, SeriesFigureKind.PARALLEL.id());
        suggest(lines);
        ParallelPane parallel = new ParallelPane(lines, model.filter());
        parallel.visibleProperty().bind(model.filter().figureProperty().isNotNull());
        StackPane place = new StackPane(spots, parallel, missing(series));
        place.setMinSize(0, 0);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(head(curves, parallel), place);
        setMinSize(0, 0);
    }

    private void suggest(FigurePane pane) {
        pane.suggest(() -> "series-" + kind().id(), model::header);
    }

    private SeriesFigureKind kind() {
        return model.kindProperty().get();
    }

    private HBox head(FigurePane curves, ParallelPane parallel) {
        ComboBox<SeriesFigureKind> kind = new ComboBox<>(model.kinds());
        kind.setId("series-figure");
        kind.setConverter(Titles.of(SeriesFigureKind::title));
        kind.setAccessibleText(Texts.of("results.series.figure.label"));
        kind.valueProperty().bindBidirectional(model.kindProperty());
        ComboBox<SweepTarget> of = new ComboBox<>(model.varied());
        of.setConverter(Titles.of(SweepTarget::label));
        of.valueProperty().bindBidirectional(model.effectOfProperty());
        of.setAccessibleText(Texts.of("results.series.effect"));
        of.visibleProperty().bind(model.kindProperty().isEqualTo(SeriesFigureKind.EFFECT));
        of.managedProperty().bind(of.visibleProperty());
        Button save = Buttons.icon(Feather.DOWNLOAD, Texts.of("results.series.figure.save"), () -> {
            curves.save();
            parallel.save();
        });
        save.disableProperty().bind(model.problemProperty().isNotEmpty());
        HBox head = new HBox(kind, of, new Spacer(), save);
        head.getStyleClass().add("section-head");
        return head;
    }

    private VBox missing(SelectedSeries series) {
        Label why = WrappingText.wrapped(new Label());
        why.textProperty().bind(model.problemProperty());
        Button evaluate =
                Buttons.secondary(Texts.of("results.series.evaluateLower.label"), Feather.PLAY, series::evaluateLower);
        BooleanBinding lower = model.kindProperty().isEqualTo(SeriesFigureKind.RESOLUTION);
        evaluate.visibleProperty().bind(lower);
        evaluate.managedProperty().bind(lower);
        VBox missing = new VBox(why, evaluate);
        missing.getStyleClass().add("series-missing");
        missing.visibleProperty().bind(model.problemProperty().isNotEmpty());
        return missing;
    }
}
