package org.maferstudio.ui.results.crossdataset;

import atlantafx.base.controls.Message;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.report.comparison.PaperClass;
import org.maferstudio.report.comparison.PaperComparison;
import org.maferstudio.results.PublishedResult;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.EmptyState;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.controls.WrappingText;

/** Our results compared with the paper's: difference, interval, and protocols. */
public final class PaperPane extends ScrollPane {
    private final VBox page = new VBox();

    /** Creates the view. */
    public PaperPane(PaperViewModel model) {
        getStyleClass().add("paper");
        page.getStyleClass().add("paper-page");
        setContent(page);
        setFitToWidth(true);
        model.paperProperty().addListener((property, old, now) -> show(now));
        show(model.paperProperty().get());
    }

    private void show(PaperViewModel.Paper paper) {
        page.getChildren().clear();
        if (paper.comparisons().isEmpty()) {
            String why =
                    paper.without().isEmpty() ? Texts.of("results.page.reading") : String.join("\n", paper.without());
            page.getChildren().add(new EmptyState(Feather.BOOK_OPEN, why));
            return;
        }
        Button copy = Buttons.secondary(Texts.of("results.paper.copy"), Feather.COPY, () -> copy(paper.comparisons()));
        Label about = words(Texts.of("results.paper.about"));
        page.getChildren().add(copy);
        paper.comparisons().forEach(each -> page.getChildren().add(block(each)));
        page.getChildren().add(about);
        paper.without().forEach(why -> page.getChildren().add(words(why)));
    }

    private static VBox block(PaperComparison comparison) {
        Label title = new Label(Texts.of(
                "results.paper.title",
                comparison.name(),
                comparison.dataset(),
                comparison.measure().title()));
        title.getStyleClass().add(Styles.TITLE_4);
        title.setWrapText(true);
        Label ours = new Label(percent(comparison.value()) + " %");
        ours.getStyleClass().add("headline-value");
        String range = range(
                percent(comparison.interval().low()),
                percent(comparison.interval().high()));
        String n = Numbers.count(comparison.n());
        Label interval = words(
                comparison.deviation().isPresent()
                        ? Texts.of(
                                "results.paper.intervalWithDeviation",
                                range,
                                n,
                                percent(comparison.deviation().getAsDouble()))
                        : Texts.of("results.paper.interval", range, n));
        HBox line = new HBox(ours, interval);
        line.getStyleClass().add("paper-result");
        VBox block = new VBox(title, line, table(comparison));
        block.getStyleClass().add("paper-block");
        if (!comparison.classes().isEmpty()) {
            block.getChildren().add(classes(comparison));
        }
        block.getChildren()
                .add(words(Texts.of(
                        "results.paper.protocol.ours", comparison.protocol().text())));
        block.getChildren()
                .add(words(Texts.of("results.paper.protocol.paper", PublishedResult.protocol(comparison.dataset()))));
        comparison.cautionTexts().forEach(caution -> block.getChildren().add(caution(caution)));
        return block;
    }

    private static GridPane table(PaperComparison comparison) {
        GridPane table = new GridPane();
        table.getStyleClass().add("paper-table");
        table.addRow(
                0,
                head(Texts.of("results.paper.column.network")),
                head(Texts.of("results.paper.column.published")),
                head(Texts.of("results.paper.column.difference")),
                head(Texts.of("results.paper.column.interval")));
        List<PublishedResult> published = comparison.published();
        for (int i = 0; i < published.size(); i++) {
            PublishedResult result = published.get(i);
            String spread = result.deviation().isPresent()
                    ? " \u00b1 " + percent(result.deviation().getAsDouble())
                    : "";
            table.addRow(
                    i + 1,
                    new Label(result.model()),
                    number(percent(result.value()) + spread),
                    number(Numbers.signed(100 * comparison.difference(result), 2)),
                    number(range(
                            Numbers.signed(
                                    100 * comparison.differenceInterval(result).low(), 2),
                            Numbers.signed(
                                    100 * comparison.differenceInterval(result).high(), 2))));
        }
        return table;
    }

    private static GridPane classes(PaperComparison comparison) {
        GridPane table = new GridPane();
        table.getStyleClass().add("paper-table");
        table.addRow(
                0,
                head(Texts.of("results.comparison.folds.meanClassAccuracy")),
                head(Texts.of("results.paper.column.ours")),
                head(
                        comparison.protocol().byGroup()
                                ? Texts.of("results.paper.classes.intervalByGroup")
                                : Texts.of("results.paper.classes.intervalByImage")),
                head("n"));
        List<PublishedResult> published = comparison.published();
        for (int k = 0; k < published.size(); k++) {
            table.add(head(published.get(k).model()), 4 + k, 0);
        }
        for (int i = 0; i < comparison.classes().size(); i++) {
            PaperClass each = comparison.classes().get(i);
            table.addRow(
                    i + 1,
                    new Label(each.name()),
                    number(Numbers.percent(each.value())),
                    number(range(
                            Numbers.percent(each.interval().low()),
                            Numbers.percent(each.interval().high()))),
                    number(Numbers.count(each.n())));
            for (int k = 0; k < each.published().size(); k++) {
                table.add(number(Numbers.percent(each.published().get(k))), 4 + k, i + 1);
            }
        }
        return table;
    }

    private static Message caution(String text) {
        return Messages.warning(new SimpleStringProperty(Character.toUpperCase(text.charAt(0)) + text.substring(1)));
    }

    private static String range(String low, String high) {
        return Texts.of("results.paper.range", low, high);
    }

    private static String percent(double share) {
        return Numbers.fixed(100 * share, 2);
    }

    private static Label head(String text) {
        Label label = words(text);
        label.setWrapText(false);
        return label;
    }

    private static Node number(String text) {
        Label label = new Label(text);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        WrappingText.wrapped(label);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return label;
    }

    private static void copy(List<PaperComparison> comparisons) {
        ClipboardContent content = new ClipboardContent();
        content.putString(
                comparisons.stream().flatMap(each -> each.lines().stream()).collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
