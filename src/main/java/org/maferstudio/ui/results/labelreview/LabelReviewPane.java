package org.maferstudio.ui.results.labelreview;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.experiment.LabelIssue.Verdict;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.WrappingText;

/** The most confident errors of a network, to mark and annotate with the mouse or with W, U, R and Backspace. */
public final class LabelReviewPane extends VBox {
    private final LabelReviewViewModel model;
    private final TableView<LabelReviewRow> table = new TableView<>();
    private final TextField note = new TextField();
    private final Label letters = WrappingText.measure();
    private boolean following;

    /** Creates the view. */
    public LabelReviewPane(LabelReviewViewModel model) {
        this.model = model;
        getStyleClass().add("label-review");
        table.getStyleClass().add("dense");
        table.setItems(model.rows());
        table.getColumns()
                .addAll(List.of(
                        column(
                                Texts.of("results.labels.column.verdict"),
                                78,
                                row -> title(row.issue().verdict())),
                        column(Texts.of("results.labels.column.label"), 90, LabelReviewRow::trueClass),
                        column(Texts.of("results.labels.column.predicted"), 90, LabelReviewRow::predicted),
                        confidence(),
                        sample(),
                        column(Texts.of("results.labels.column.note"), 52, row -> row.issue()
                                .note())));
        // The note takes the room that is left.
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getChildren().add(letters);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label(Texts.of("results.labels.table.empty")));
        table.setAccessibleText(Texts.of("results.labels.table.accessible"));
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<LabelReviewRow>)
                change -> selected());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(table, Priority.ALWAYS);
        Label words = new Label(Texts.of("results.labels.about"));
        WrappingText.wrapped(words);
        words.getStyleClass().add("text-muted");
        getChildren().addAll(words, head(), table, verdicts());
    }

    private Node head() {
        CheckBox marked = new CheckBox(Texts.of("results.labels.onlyMarked"));
        marked.selectedProperty().bindBidirectional(model.markedProperty());
        Label counts = new Label();
        counts.textProperty().bind(model.countsProperty());
        counts.getStyleClass().add("text-muted");
        Button undo =
                Buttons.secondary(Texts.of("results.labels.undo.label"), Feather.CORNER_UP_LEFT, model.undo()::undo);
        undo.setTooltip(new Tooltip(Texts.of("results.labels.undo.tooltip")));
        undo.disableProperty().bind(model.undo().titleProperty().isEmpty());
        Button export =
                Buttons.secondary(Texts.of("results.importExport.export.label"), Feather.DOWNLOAD, model::export);
        export.setTooltip(new Tooltip(Texts.of("results.labels.export.tooltip")));
        export.disableProperty().bind(Bindings.isEmpty(model.rows()));
        marked.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(marked, WrappingText.tipped(counts), new Spacer(), undo, export);
        head.getStyleClass().add("section-head");
        return head;
    }

    private Node verdicts() {
        note.setPromptText(Texts.of("results.labels.note.prompt"));
        note.setAccessibleText(Texts.of("results.labels.column.note"));
        note.setTooltip(new Tooltip(Texts.of("results.labels.note.help")));
        note.setOnAction(event -> saveNote());
        note.focusedProperty().addListener((property, old, now) -> {
            if (!now) {
                saveNote();
            }
        });
        HBox.setHgrow(note, Priority.ALWAYS);
        HBox verdicts = new HBox(
                verdict(Texts.of("results.labels.mark.incorrect"), "W", Verdict.WRONG),
                verdict(Texts.of("results.labels.verdict.unclear"), "U", Verdict.UNCLEAR),
                verdict(Texts.of("results.labels.mark.correct"), "R", Verdict.RIGHT),
                note);
        verdicts.getStyleClass().add("section-head");
        verdicts.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        return verdicts;
    }

    private Button verdict(String title, String key, Verdict verdict) {
        Button button = new Button(title);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(title + "  " + key));
        button.setOnAction(event -> mark(verdict));
        return button;
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
            model.undo().undo();
            event.consume();
            return;
        }
        if (note.isFocused() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean handled = true;
        switch (event.getCode()) {
            case W -> mark(Verdict.WRONG);
            case U -> mark(Verdict.UNCLEAR);
            case R -> mark(Verdict.RIGHT);
            case BACK_SPACE, DELETE -> mark(Verdict.NONE);
            default -> handled = false;
        }
        if (handled) {
            event.consume();
        }
    }

    private List<LabelReviewRow> chosen() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(row -> row != null)
                .toList();
    }

    /** Marking replaces rows; the selection stays where it was, at once and without telling of each change. */
    private void mark(Verdict verdict) {
        List<Integer> places = List.copyOf(table.getSelectionModel().getSelectedIndices());
        following = true;
        model.mark(chosen().stream().map(LabelReviewRow::sample).toList(), verdict);
        places.stream().filter(place -> place < table.getItems().size()).forEach(table.getSelectionModel()::select);
        following = false;
    }

    private void saveNote() {
        List<LabelReviewRow> chosen = chosen();
        if (chosen.size() == 1 && !chosen.get(0).issue().note().equals(note.getText())) {
            following = true;
            model.note(chosen.get(0).sample(), note.getText());
            following = false;
        }
    }

    private void selected() {
        if (!following) {
            List<LabelReviewRow> chosen = chosen();
            note.setText(chosen.size() == 1 ? chosen.get(0).issue().note() : "");
            note.setDisable(chosen.size() != 1);
            model.show(chosen);
        }
    }

    private static String title(Verdict verdict) {
        return switch (verdict) {
            case NONE -> "";
            case WRONG -> Texts.of("results.labels.verdict.incorrect");
            case UNCLEAR -> Texts.of("results.labels.verdict.unclear");
            case RIGHT -> Texts.of("results.labels.verdict.correct");
        };
    }

    private TableColumn<LabelReviewRow, String> column(
            String title, double width, Function<LabelReviewRow, String> text) {
        TableColumn<LabelReviewRow, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        WrappingText.widen(column, width, letters.fontProperty());
        column.setSortable(false);
        return column;
    }

    /** Names of samples differ at their end. */
    private TableColumn<LabelReviewRow, String> sample() {
        TableColumn<LabelReviewRow, String> column =
                column(Texts.of("results.labels.column.sample"), 140, LabelReviewRow::sample);
        column.setCellFactory(any -> {
            TableCell<LabelReviewRow, String> cell = new TextFieldTableCell<>();
            cell.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            return cell;
        });
        return column;
    }

    private TableColumn<LabelReviewRow, String> confidence() {
        TableColumn<LabelReviewRow, String> column = column(
                Texts.of("results.labels.column.confidence"),
                84,
                row -> row.prediction().hasProbabilities()
                        ? Integer.toString(Math.round(100 * row.prediction().confidence()))
                        : "");
        column.getStyleClass().add("number");
        return column;
    }
}
