package org.maferstudio.ui.datasets;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.Icon;

/** The datasets that were opened before, and the buttons that add one. */
final class RecentDatasets extends VBox {
    private final DatasetsViewModel model;
    private final ListView<String> list = new ListView<>();

    RecentDatasets(DatasetsViewModel model, Runnable showOrigins) {
        this.model = model;
        getStyleClass().add("dataset-list");
        list.setItems(model.recent());
        list.setAccessibleText(Texts.of("datasets.recent.list.accessible"));
        list.setCellFactory(view -> new Line());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                openSelected();
            }
        });
        list.setOnKeyPressed(event -> {
            String line = list.getSelectionModel().getSelectedItem();
            switch (event.getCode()) {
                case ENTER -> openSelected();
                case F2 -> rename(line);
                case DELETE -> model.edits().remove(line);
                default -> {
                    return;
                }
            }
            event.consume();
        });
        setOnKeyPressed(event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
                model.edits().undo().undo();
                event.consume();
            }
        });
        list.setEditable(true);
        VBox.setVgrow(list, Priority.ALWAYS);
        model.datasetProperty().addListener((property, old, now) -> mark());
        model.recent().addListener((ListChangeListener<String>) change -> mark());
        mark();
        Button origins = Buttons.secondary(Texts.of("datasets.origins.title"), Feather.HELP_CIRCLE, showOrigins);
        origins.getStyleClass().add(Styles.FLAT);
        origins.setMaxWidth(Double.MAX_VALUE);
        origins.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(list, commands(), origins);
    }

    /** Rename and remove, and what can be taken back of them. */
    private Node commands() {
        ReadOnlyObjectProperty<String> chosen = list.getSelectionModel().selectedItemProperty();
        Button rename =
                Buttons.icon(Feather.EDIT_2, Texts.of("datasets.recent.rename.label"), () -> rename(chosen.get()));
        Button remove = Buttons.icon(Feather.TRASH_2, Texts.of("datasets.recent.remove.help"), () -> model.edits()
                .remove(chosen.get()));
        for (Button button : List.of(rename, remove)) {
            button.disableProperty()
                    .bind(Bindings.createBooleanBinding(() -> !model.edits().isEditable(chosen.get()), chosen));
        }
        Button undo = Buttons.secondary(
                "", Feather.CORNER_UP_LEFT, () -> model.edits().undo().undo());
        undo.textProperty()
                .bind(model.edits().undo().titleProperty().map(title -> Texts.of("datasets.recent.undo.label", title)));
        undo.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        undo.visibleProperty().bind(model.edits().undo().titleProperty().isNotEmpty());
        undo.setMinWidth(0);
        undo.setTooltip(new Tooltip(Texts.of("datasets.recent.undo.help")));
        HBox commands = new HBox(rename, remove, undo);
        commands.setAlignment(Pos.CENTER_LEFT);
        return commands;
    }

    private void rename(String line) {
        if (model.edits().isEditable(line)) {
            list.edit(list.getItems().indexOf(line));
        }
    }

    private void openSelected() {
        String line = list.getSelectionModel().getSelectedItem();
        if (line != null && !line.equals(model.openLine())) {
            model.openRecent(line);
        }
    }

    private void mark() {
        if (model.openLine().isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(model.openLine());
        }
    }

    private final class Line extends ListCell<String> {
        private final Label name = new Label();
        private final Label place = new Label();
        private final VBox words = new VBox(name, place);
        private final TextField typed = new TextField();
        private final ContextMenu menu;

        Line() {
            MenuItem rename = new MenuItem(Texts.of("datasets.recent.rename.label"), new Icon(Feather.EDIT_2));
            rename.setOnAction(event -> RecentDatasets.this.rename(getItem()));
            MenuItem remove = new MenuItem(Texts.of("datasets.recent.remove.help"), new Icon(Feather.TRASH_2));
            remove.setOnAction(event -> model.edits().remove(getItem()));
            menu = new ContextMenu(rename, remove);
            typed.setAccessibleText(Texts.of("datasets.recent.rename.label"));
            typed.setOnAction(event -> commitEdit(getItem()));
            typed.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ESCAPE) {
                    cancelEdit();
                    event.consume();
                }
            });
            place.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            words.setMinWidth(0);
            words.setPrefWidth(1);
        }

        @Override
        public void startEdit() {
            super.startEdit();
            if (isEditing()) {
                typed.setText(model.recentTitle(getItem()));
                setGraphic(typed);
                typed.selectAll();
                typed.requestFocus();
            }
        }

        /** The line stays what it is: its name is changed. */
        @Override
        public void commitEdit(String line) {
            String name = typed.getText();
            cancelEdit();
            model.edits().rename(line, name);
            list.requestFocus();
        }

        @Override
        public void cancelEdit() {
            super.cancelEdit();
            setGraphic(words);
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setTooltip(null);
                setContextMenu(null);
                return;
            }
            name.setText(model.recentTitle(line));
            place.setText(
                    Objects.equals(line, RecentDatasetLines.DRAWN) ? Texts.of("datasets.recent.drawn.place") : line);
            setTooltip(new Tooltip(line));
            setContextMenu(model.edits().isEditable(line) ? menu : null);
            setGraphic(words);
        }
    }
}
