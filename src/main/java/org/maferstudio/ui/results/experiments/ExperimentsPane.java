package org.maferstudio.ui.results.experiments;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.SearchableComboBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.Titles;
import org.maferstudio.ui.controls.WrappingText;

/** All experiments as a table with any column, sorted, filtered and grouped, and what can be done to the selected one. */
public final class ExperimentsPane extends BorderPane {
    private final ExperimentList list;
    private final ExperimentTableModel model;
    private final TreeTableView<Line> table = new TreeTableView<>();
    private final Label letters = WrappingText.measure();
    private final StackPane columnChoice = new StackPane();
    private boolean following;

    /** A row of the table: an experiment, or the heading of a group. */
    record Line(String heading, ExperimentRow row) {
        String name() {
            return row == null ? heading : row.name();
        }
    }

    /** Creates the pane. */
    public ExperimentsPane(ExperimentList list) {
        this.list = list;
        model = list.table();
        getStyleClass().add("experiments-pane");
        setMinSize(0, 0);
        table.getStyleClass().addAll("dense", "edge-to-edge");
        table.setShowRoot(false);
        table.setAccessibleText(Texts.of("results.experiments.all"));
        table.setPlaceholder(new Label(Texts.of("results.experiments.filter.noMatch")));
        table.setRoot(new TreeItem<>());
        table.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (!following
                    && now != null
                    && now.getValue() != null
                    && now.getValue().row() != null) {
                list.selectedProperty().set(now.getValue().row());
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                model.openProperty().set(false);
            }
        });
        table.setOnKeyPressed(event -> {
            TreeItem<Line> line = table.getSelectionModel().getSelectedItem();
            boolean heading = line == null || line.getValue().row() == null;
            if (event.getCode() == KeyCode.DELETE && !heading) {
                list.discardSelected();
                event.consume();
            }
        });
        model.columns().addListener((ListChangeListener<TableColumnKind>) change -> columns());
        model.changedProperty().addListener((property, old, now) -> fill());
        list.selectedProperty().addListener((property, old, now) -> selectShown());
        ExperimentCard card = new ExperimentCard(list);
        setTop(head());
        getChildren().add(letters);
        setCenter(table);
        setRight(card);
        setOnKeyPressed(event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
                list.edits().undo().undo();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                model.openProperty().set(false);
                event.consume();
            }
        });
        columns();
        fill();
    }

    private Node head() {
        CheckBox differing = new CheckBox(Texts.of("results.experiments.onlyDiffering"));
        differing.selectedProperty().bindBidirectional(model.differingProperty());
        differing.setMinWidth(Region.USE_PREF_SIZE);
        ComboBox<TableColumnKind> group = new SearchableComboBox<>(model.columns());
        group.valueProperty().bindBidirectional(model.groupByProperty());
        group.setConverter(Titles.of(TableColumnKind::title));
        group.setPromptText(Texts.of("results.experiments.groupBy.none"));
        group.setAccessibleText(Texts.of("results.experiments.groupBy.label"));
        Label by = new Label(Texts.of("results.experiments.groupBy.label"));
        by.setLabelFor(group);
        by.setMinWidth(Region.USE_PREF_SIZE);
        Node none = Buttons.icon(Feather.X, Texts.of("results.experiments.groupBy.none"), () -> model.groupByProperty()
                .set(null));
        none.visibleProperty().bind(model.groupByProperty().isNotNull());
        none.managedProperty().bind(none.visibleProperty());
        var undo = Buttons.secondary(Texts.of("results.labels.undo.label"), Feather.CORNER_UP_LEFT, () -> list.edits()
                .undo()
                .undo());
        Label what = new Label();
        what.textProperty().bind(list.edits().undo().titleProperty());
        what.getStyleClass().add("text-muted");
        undo.visibleProperty().bind(what.textProperty().isNotEmpty());
        Node back =
                Buttons.secondary(Texts.of("results.experiments.back"), Feather.ARROW_LEFT, () -> model.openProperty()
                        .set(false));
        FlowPane choices = new FlowPane(new HBox(8, by, group, none), columnChoice, differing, new HBox(8, what, undo));
        choices.getChildren().stream().filter(HBox.class::isInstance).forEach(line -> ((HBox) line)
                .setAlignment(Pos.CENTER_LEFT));
        BorderPane head = new BorderPane(choices, null, back, null, null);
        head.getStyleClass().add("experiments-head");
        return head;
    }

    private void columns() {
        List<TreeTableColumn<Line, ?>> kept = table.getColumns().stream()
                .filter(each -> each.getUserData() != null)
                .toList();
        TreeTableColumn<Line, String> name = column(new TableColumnKind(
                "name",
                Texts.of("results.experiments.column.experiment"),
                ExperimentRow::name,
                TableColumnKind.Kind.WORDS));
        name.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                cell.getValue().getValue() == null
                        ? ""
                        : cell.getValue().getValue().name()));
        WrappingText.widen(name, 220, letters.fontProperty());
        List<TreeTableColumn<Line, String>> made = new ArrayList<>(List.of(name));
        for (TableColumnKind column : model.columns()) {
            TreeTableColumn<Line, String> next = column(column);
            // Columns the user has hidden stay hidden when the rows are read again.
            kept.stream()
                    .filter(each -> each.getUserData().equals(column.id()))
                    .findFirst()
                    .ifPresent(each -> {
                        next.setVisible(each.isVisible());
                        next.setPrefWidth(each.getWidth());
                    });
            made.add(next);
        }
        if (!ids(table.getColumns()).equals(ids(made))) {
            table.getColumns().setAll(made);
            offer(made.subList(1, made.size()));
        }
    }

    /** Lets the user choose which columns are visible; the names of the experiments always are. */
    private void offer(List<TreeTableColumn<Line, String>> columns) {
        CheckComboBox<TreeTableColumn<Line, String>> box =
                new CheckComboBox<>(FXCollections.observableArrayList(columns));
        box.setConverter(Titles.of(TreeTableColumn::getText));
        columns.forEach(column -> box.getItemBooleanProperty(column).bindBidirectional(column.visibleProperty()));
        box.setTitle(Texts.of("results.experiments.columns.label"));
        box.setShowCheckedCount(true);
        box.setAccessibleText(Texts.of("results.experiments.columns.label"));
        box.setMinWidth(Region.USE_PREF_SIZE);
        columnChoice.getChildren().setAll(box);
    }

    private static List<Object> ids(List<? extends TreeTableColumn<Line, ?>> columns) {
        return columns.stream().map(column -> column.getUserData()).toList();
    }

    private TreeTableColumn<Line, String> column(TableColumnKind of) {
        TreeTableColumn<Line, String> column = new TreeTableColumn<>(of.title());
        column.setUserData(of.id());
        column.setCellValueFactory(cell -> {
            Line line = cell.getValue().getValue();
            return new ReadOnlyStringWrapper(
                    line == null || line.row() == null ? "" : of.text().apply(line.row()));
        });
        column.setComparator(of.order());
        WrappingText.widen(
                column,
                of.kind() == TableColumnKind.Kind.NUMBERS
                        ? 94
                        : Math.max(150, 28 + 8.5 * of.title().length()),
                letters.fontProperty());
        if (of.kind() == TableColumnKind.Kind.NUMBERS) {
            column.getStyleClass().add("number");
        }
        return column;
    }

    private void fill() {
        following = true;
        TreeItem<Line> root = new TreeItem<>();
        for (ExperimentTableModel.Group group : model.groups()) {
            List<TreeItem<Line>> rows = group.rows().stream()
                    .map(row -> new TreeItem<>(new Line("", row)))
                    .toList();
            if (group.title().isEmpty()) {
                root.getChildren().addAll(rows);
            } else {
                TreeItem<Line> heading = new TreeItem<>(new Line(group.title() + "  (" + rows.size() + ")", null));
                heading.getChildren().addAll(rows);
                heading.setExpanded(true);
                root.getChildren().add(heading);
            }
        }
        root.setExpanded(true);
        table.setRoot(root);
        table.sort();
        following = false;
        selectShown();
    }

    /** The list's selection wins. */
    private void selectShown() {
        ExperimentRow row = list.selectedProperty().get();
        following = true;
        for (int i = 0; i < table.getExpandedItemCount(); i++) {
            Line line = table.getTreeItem(i).getValue();
            if (row != null && line != null && row.isSameAs(line.row())) {
                table.getSelectionModel().clearAndSelect(i);
            }
        }
        following = false;
    }
}
