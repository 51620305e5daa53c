package org.maferstudio.ui.results.slices;

import atlantafx.base.controls.Spacer;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.slices.ImageMeasures;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.controls.WrappingText;
import org.maferstudio.ui.results.selection.ExperimentResults;

/** The choice of a column, and the table of its slices; a row leads to the samples of its slice. */
public final class SlicesPane extends VBox {
    private final SlicesViewModel model;
    private final TableView<SliceRow> table;
    private boolean following;

    /** Creates the view. */
    public SlicesPane(SlicesViewModel model) {
        this.model = model;
        getStyleClass().add("slices");
        Label letters = WrappingText.measure();
        getChildren().add(letters);
        table = new SliceTable(model, letters.fontProperty());
        table.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (!following) {
                model.select(now);
            }
        });
        model.rows().addListener((ListChangeListener<SliceRow>) change -> follow());
        model.selectedProperty().addListener((property, old, now) -> follow());
        VBox.setVgrow(table, Priority.ALWAYS);
        Label about = new Label(Texts.of("results.slices.about"));
        Label note = new Label();
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        for (Label text : List.of(about, note)) {
            WrappingText.wrapped(text);
            text.getStyleClass().add("text-muted");
        }
        getChildren().addAll(about, tools(), Messages.problem(model.problemProperty()), note, table, below());
    }

    /** The rows are made again at another resolution; the selected value stays. */
    private void follow() {
        following = true;
        table.getItems().stream()
                .filter(row -> row.value().equals(model.selectedProperty().get()))
                .findFirst()
                .ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        following = false;
    }

    private Node tools() {
        ComboBox<String> columns = new SearchableComboBox<>(model.columnNames());
        columns.valueProperty().bindBidirectional(model.columnProperty());
        columns.setId("slices-column");
        columns.setAccessibleText(Texts.of("results.slices.column"));
        columns.setPrefWidth(170);
        columns.disableProperty().bind(Bindings.isEmpty(model.columnNames()));
        Button measure = Buttons.secondary(Texts.of("results.slices.measure.label"), Feather.SUN, model::measure);
        measure.setTooltip(new Tooltip(Texts.of("results.slices.measure.tooltip")));
        measure.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.columnNames().isEmpty()
                                || model.columnNames().contains(ImageMeasures.BRIGHTNESS),
                        model.columnNames()));
        Button add = Buttons.secondary(Texts.of("results.slices.table.label"), Feather.FILE_PLUS, model::addTable);
        add.setTooltip(new Tooltip(Texts.of("results.slices.table.tooltip")));
        add.disableProperty().bind(Bindings.isEmpty(model.columnNames()));
        FlowPane tools = new FlowPane(labelled(Texts.of("results.slices.column"), columns), measure, add);
        tools.getStyleClass().add("slices-tools");
        return tools;
    }

    private Node below() {
        ComboBox<ExperimentResults> other = new SearchableComboBox<>(model.others());
        other.valueProperty().bindBidirectional(model.otherProperty());
        other.setConverter(Titles.of(ExperimentResults::name));
        other.setAccessibleText(Texts.of("results.slices.other"));
        other.setPrefWidth(280);
        Node compared = labelled(Texts.of("results.slices.other"), other);
        compared.visibleProperty().bind(Bindings.isNotEmpty(model.others()));
        compared.managedProperty().bind(compared.visibleProperty());
        Button export =
                Buttons.secondary(Texts.of("results.importExport.export.label"), Feather.DOWNLOAD, model::export);
        export.setTooltip(new Tooltip(Texts.of("results.slices.export.tooltip")));
        export.disableProperty().bind(Bindings.isEmpty(model.rows()));
        HBox below = new HBox(compared, new Spacer(), export);
        below.getStyleClass().add("section-head");
        return below;
    }

    private static Node labelled(String text, ComboBox<?> choice) {
        Label label = new Label(text);
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.setLabelFor(choice);
        HBox both = new HBox(label, choice);
        both.getStyleClass().add("section-head");
        return both;
    }
}
