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
import org.maferstudio.report.Comparison;
import org.maferstudio.report.Numbers;
import org.maferstudio.ui.parts.Words;
import org.maferstudio.ui.results.shown.Pair;
import org.maferstudio.ui.results.shown.ShownViewModel;

/** How each experiment differs from the first: by how much, whether that may be luck, and on which samples. */
public final class PairList extends VBox {
    private final ComparisonViewModel model;
    private final ShownViewModel shown;

    /** Over a comparison. */
    public PairList(ComparisonViewModel model, ShownViewModel shown) {
        this.model = model;
        this.shown = shown;
        getStyleClass().add("pair-list");
        shown.pairs().all().addListener((ListChangeListener<Pair>) change -> show());
        show();
    }

    private void show() {
        List<Pair> pairs = shown.pairs().all();
        if (pairs.isEmpty()) {
            getChildren()
                    .setAll(muted(
                            "Tick up to three other experiments in the list: they are laid beside the selected one"
                                    + " and compared with it, sample by sample."));
            return;
        }
        getChildren().setAll(pairs.stream().map(this::box).toList());
    }

    private Node box(Pair pair) {
        if (pair.comparison().isEmpty()) {
            return muted(pair.sentence());
        }
        Comparison comparison = pair.comparison().get();
        Label title = new Label(comparison.b() + " \u2212 " + comparison.a());
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Label difference = new Label(Comparison.signed(comparison.difference()) + " points");
        difference.getStyleClass().add("pair-difference");
        Label luck = muted(luck(comparison));
        GridPane counts = new GridPane();
        counts.getStyleClass().add("pair-counts");
        long fixed = comparison.onlyB();
        long broken = comparison.onlyA();
        long right = pair.paired().orElseThrow().samples(true, true).size();
        counts.addRow(
                0,
                count("Fixed", "Only " + comparison.b() + " is right", fixed, () -> model.choose(pair, false, true)),
                count("Broken", "Only " + comparison.a() + " is right", broken, () -> model.choose(pair, true, false)));
        counts.addRow(
                1,
                count("Right in both", "Both are right", right, () -> model.choose(pair, true, true)),
                count(
                        "Wrong in both",
                        "Neither is right",
                        comparison.n() - fixed - broken - right,
                        () -> model.choose(pair, false, false)));
        return new VBox(title, difference, luck, counts);
    }

    private static String luck(Comparison comparison) {
        return "95 % " + Comparison.signed(comparison.interval().low()) + " to "
                + Comparison.signed(comparison.interval().high()) + ", paired bootstrap over "
                + (comparison.byGroup() ? "groups" : "samples") + "; McNemar's exact test p "
                + Comparison.pText(comparison.p())
                + (comparison.correctedP() > comparison.p()
                        ? ", after Holm " + Comparison.pText(comparison.correctedP())
                        : "")
                + "; " + Numbers.count(comparison.n()) + " samples"
                + (comparison.leftOut() > 0
                        ? ", " + Numbers.count(comparison.leftOut()) + " that only one of them saw are left out"
                        : "")
                + ".";
    }

    private static Button count(String name, String help, long n, Runnable action) {
        Button button = new Button(name + "  " + Numbers.count(n));
        button.getStyleClass().add(Styles.SMALL);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(help + ". Click: its samples."));
        button.setDisable(n == 0);
        button.setOnAction(event -> action.run());
        GridPane.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        Words.wrapped(label);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }
}
