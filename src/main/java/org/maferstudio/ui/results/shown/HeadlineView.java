package org.maferstudio.ui.results.shown;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.parts.Words;

/** The numbers above the figures, each under its name. */
public final class HeadlineView extends HBox {
    /** So much room do all numbers need, in letters. */
    private static final double ALL_OF_THEM = 53;

    private static final double ONE_OF_THEM = 7;

    private final Label letters = Words.measure();
    private final DoubleProperty room = new SimpleDoubleProperty(this, "room", Double.MAX_VALUE);

    /** Over the numbers of a model. */
    public HeadlineView(ObservableValue<Headline> headline) {
        getStyleClass().add("headline");
        getChildren()
                .addAll(
                        letters,
                        number(
                                Texts.of("results.headline.where.label"),
                                Texts.of("results.headline.where.help"),
                                headline,
                                Headline::where),
                        number(
                                Texts.of("results.samples-title"),
                                Texts.of("results.how-many-were-looked-at"),
                                headline,
                                Headline::n),
                        number(
                                Texts.of("results.accuracy"),
                                Texts.of("results.with-its-wilson-95-nterval"),
                                headline,
                                Headline::accuracy),
                        number(
                                Texts.of("results.mean-class-acc"),
                                Texts.of("results.the-mean-of-the-accuracies-of"),
                                headline,
                                Headline::meanClassAccuracy),
                        number(
                                Texts.of("results.macro-f1"),
                                Texts.of("results.the-mean-f1-of-the-classes"),
                                headline,
                                Headline::macroF1),
                        number(
                                Texts.of("results.0-33-0-67-score"),
                                Texts.of("results.0-33-accuracy-0-67-macro-f1-the"),
                                headline,
                                Headline::affWild2Score));
        room.addListener((property, old, now) -> fit());
        letters.fontProperty().addListener((property, old, now) -> fit());
    }

    /** How much room there is, in px: where it is not enough for all, the last numbers are left out. */
    public DoubleProperty roomProperty() {
        return room;
    }

    private void fit() {
        double ems = room.get() / letters.getFont().getSize();
        show(6, ems >= ALL_OF_THEM);
        show(5, ems >= ALL_OF_THEM - ONE_OF_THEM);
        show(4, ems >= ALL_OF_THEM - 2 * ONE_OF_THEM);
    }

    private void show(int number, boolean shown) {
        Node node = getChildren().get(number);
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static VBox number(
            String name, String help, ObservableValue<Headline> headline, Function<Headline, String> part) {
        Label caption = new Label(name);
        caption.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        caption.setTooltip(new Tooltip(help));
        Label value = new Label();
        value.getStyleClass().add("headline-value");
        value.textProperty().bind(headline.map(part));
        value.setMinWidth(USE_PREF_SIZE);
        caption.setMinWidth(USE_PREF_SIZE);
        return new VBox(caption, value);
    }
}
