package org.maferstudio.ui.results.comparison;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maferstudio.report.comparison.Comparison;
import org.maferstudio.results.PairedPredictions;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.WrappingText;
import org.maferstudio.ui.results.selection.PairResult;
import org.maferstudio.ui.results.selection.SelectionViewModel;

/** How each experiment differs from the first: by how much, with which significance, and on which samples. */
public final class PairList extends VBox {
    private final ComparisonViewModel model;
    private final SelectionViewModel shown;

    /** Creates the view. */
    public PairList(ComparisonViewModel model, SelectionViewModel shown) {
        this.model = model;
        this.shown = shown;
        getStyleClass().add("pair-list");
        shown.pairs().all().addListener((ListChangeListener<PairResult>) change -> show());
        show();
    }

    private void show() {
        List<PairResult> pairs = shown.pairs().all();
        if (pairs.isEmpty()) {
            getChildren().setAll(muted(Texts.of("results.comparison.empty")));
            return;
        }
        getChildren().setAll(pairs.stream().map(this::box).toList());
    }

    private Node box(PairResult pair) {
        if (pair.comparison().isEmpty()) {
            return muted(pair.sentence());
        }
        Comparison comparison = pair.comparison().get();
        Label title = new Label(comparison.b() + " \u2212 " + comparison.a());
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Label difference =
                new Label(Texts.of("results.comparison.pair.difference", Comparison.signed(comparison.difference())));
        difference.getStyleClass().add("pair-difference");
        Label luck = muted(luck(comparison));
        GridPane counts = new GridPane();
        counts.getStyleClass().add("pair-counts");
        long fixed = comparison.onlyB();
        long broken = comparison.onlyA();
        long right = pair.paired()
                .orElseThrow()
                .samples(PairedPredictions.Outcome.BOTH_CORRECT)
                .size();
        counts.addRow(
                0,
                count(
                        Texts.of("results.comparison.pair.fixed.label"),
                        Texts.of("results.comparison.pair.onlyCorrect.tooltip", comparison.b()),
                        fixed,
                        () -> model.choose(pair, PairedPredictions.Outcome.ONLY_B_CORRECT)),
                count(
                        Texts.of("results.comparison.pair.broken.label"),
                        Texts.of("results.comparison.pair.onlyCorrect.tooltip", comparison.a()),
                        broken,
                        () -> model.choose(pair, PairedPredictions.Outcome.ONLY_A_CORRECT)));
        counts.addRow(
                1,
                count(
                        Texts.of("results.comparison.pair.bothCorrect.label"),
                        Texts.of("results.comparison.pair.bothCorrect.tooltip"),
                        right,
                        () -> model.choose(pair, PairedPredictions.Outcome.BOTH_CORRECT)),
                count(
                        Texts.of("results.comparison.pair.neitherCorrect.label"),
                        Texts.of("results.comparison.pair.neitherCorrect.tooltip"),
                        comparison.n() - fixed - broken - right,
                        () -> model.choose(pair, PairedPredictions.Outcome.NEITHER_CORRECT)));
        return new VBox(title, difference, luck, counts);
    }

    private static String luck(Comparison comparison) {
        String low = Comparison.signed(comparison.interval().low());
        String high = Comparison.signed(comparison.interval().high());
        String p = Comparison.pText(comparison.p());
        String n = Numbers.count(comparison.n());
        return String.join(
                " ",
                comparison.byGroup()
                        ? Texts.of("results.comparison.pair.intervalByGroup", low, high)
                        : Texts.of("results.comparison.pair.intervalBySample", low, high),
                comparison.correctedP() > comparison.p()
                        ? Texts.of(
                                "results.comparison.pair.testWithHolm",
                                comparison.testName(),
                                p,
                                Comparison.pText(comparison.correctedP()))
                        : Texts.of("results.comparison.pair.test", comparison.testName(), p),
                comparison.leftOut() > 0
                        ? Texts.of("results.comparison.pair.samplesLeftOut", n, Numbers.count(comparison.leftOut()))
                        : Texts.of("results.comparison.pair.samples", n));
    }

    private static Button count(String name, String help, long n, Runnable action) {
        Button button = new Button(name + "  " + Numbers.count(n));
        button.getStyleClass().add(Styles.SMALL);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(help));
        button.setDisable(n == 0);
        button.setOnAction(event -> action.run());
        GridPane.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        WrappingText.wrapped(label);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }
}
