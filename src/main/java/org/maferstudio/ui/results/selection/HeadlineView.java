package org.maferstudio.ui.results.selection;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.WrappingText;

/** The numbers above the figures, each under its name. */
public final class HeadlineView extends HBox {
    /** The place of the first that is left out where there is no room. */
    private static final int FIRST_LEFT_OUT = 4;

    private final Label letters = WrappingText.measure();
    private final DoubleProperty room = new SimpleDoubleProperty(this, "room", Double.MAX_VALUE);

    /** Over the numbers of a model. */
    public HeadlineView(SelectionViewModel model) {
        ObservableValue<Headline> headline = model.headlineProperty();
        getStyleClass().add("headline");
        getChildren()
                .addAll(
                        letters,
                        captioned(
                                Texts.of("results.headline.where.label"),
                                new SimpleStringProperty(Texts.of("results.headline.where.help")),
                                new EvaluatedOnMenu(model)),
                        number(
                                Texts.of("results.headline.samples.label"),
                                Texts.of("results.headline.samples.help"),
                                headline,
                                Headline::n),
                        number(
                                Texts.of("results.headline.accuracy.label"),
                                headline.map(Headline::intervalHelp),
                                headline,
                                Headline::accuracy),
                        number(
                                Texts.of("results.headline.meanClassAccuracy.label"),
                                Texts.of("results.headline.meanClassAccuracy.help"),
                                headline,
                                Headline::meanClassAccuracy),
                        number(
                                Texts.of("results.headline.macroF1.label"),
                                Texts.of("results.headline.macroF1.help"),
                                headline,
                                Headline::macroF1),
                        number(
                                Texts.of("results.headline.weightedF1.label"),
                                Texts.of("results.headline.weightedF1.help"),
                                headline,
                                Headline::weightedF1),
                        number(
                                Texts.of("results.headline.kappa.label"),
                                Texts.of("results.headline.kappa.help"),
                                headline,
                                Headline::kappa),
                        number(
                                Texts.of("results.headline.mcc.label"),
                                Texts.of("results.headline.mcc.help"),
                                headline,
                                Headline::mcc),
                        number(
                                Texts.of("results.headline.logLoss.label"),
                                Texts.of("results.headline.logLoss.help"),
                                headline,
                                Headline::logLoss),
                        number(
                                Texts.of("results.headline.affWild2.label"),
                                Texts.of("results.headline.affWild2.help"),
                                headline,
                                Headline::affWild2Score));
        Tooltip all = new Tooltip();
        all.textProperty().bind(headline.map(HeadlineView::all));
        getChildren().forEach(number -> Tooltip.install(number, all));
        room.addListener((property, old, now) -> fit());
        letters.fontProperty().addListener((property, old, now) -> fit());
        headline.addListener((property, old, now) -> fit());
    }

    /** All numbers, for those that there is no room for. */
    private static String all(Headline headline) {
        return Stream.of(
                        line("results.headline.samples.label", headline.n()),
                        line("results.headline.accuracy.label", headline.accuracy()),
                        line("results.headline.meanClassAccuracy.label", headline.meanClassAccuracy()),
                        line("results.headline.macroF1.label", headline.macroF1()),
                        line("results.headline.weightedF1.label", headline.weightedF1()),
                        line("results.headline.kappa.label", headline.kappa()),
                        line("results.headline.mcc.label", headline.mcc()),
                        line("results.headline.logLoss.label", headline.logLoss()),
                        line("results.headline.affWild2.label", headline.affWild2Score()))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String name, String value) {
        return Texts.of("results.headline.all.line", Texts.of(name), value);
    }

    /** How much room there is, in px: where it is not enough for all, the last numbers are left out. */
    public DoubleProperty roomProperty() {
        return room;
    }

    /** The least width for the numbers that are always there, in px. */
    public double leastWidth() {
        double least = 0;
        for (Node number : getChildren().subList(0, FIRST_LEFT_OUT)) {
            least += number.minWidth(-1) + getSpacing();
        }
        return least;
    }

    private void fit() {
        double used = 0;
        for (int number = 0; number < getChildren().size(); number++) {
            used += getChildren().get(number).prefWidth(-1) + getSpacing();
            if (number >= FIRST_LEFT_OUT) {
                show(number, used <= room.get());
            }
        }
    }

    private void show(int number, boolean shown) {
        Node node = getChildren().get(number);
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static VBox number(
            String name, String help, ObservableValue<Headline> headline, Function<Headline, String> part) {
        return number(name, new SimpleStringProperty(help), headline, part);
    }

    private static VBox number(
            String name,
            ObservableValue<String> help,
            ObservableValue<Headline> headline,
            Function<Headline, String> part) {
        Label value = new Label();
        value.getStyleClass().add("headline-value");
        value.textProperty().bind(headline.map(part));
        value.setMinWidth(USE_PREF_SIZE);
        return captioned(name, help, value);
    }

    private static VBox captioned(String name, ObservableValue<String> help, Node value) {
        Label caption = new Label(name);
        caption.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        Tooltip explanation = new Tooltip();
        explanation.textProperty().bind(help);
        caption.setTooltip(explanation);
        caption.setMinWidth(USE_PREF_SIZE);
        return new VBox(caption, value);
    }
}
