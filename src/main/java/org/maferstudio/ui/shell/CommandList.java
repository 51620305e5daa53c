package org.maferstudio.ui.shell;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Popovers;

/** The list of all commands, each with its key: type to search, Enter to run. */
final class CommandList {
    private static final double TOP = 64;

    private final Popover floating;
    private final TextField search = new TextField();
    private final FilteredList<Command> shown;
    private final ListView<Command> list;

    CommandList(List<Command> commands) {
        shown = new FilteredList<>(FXCollections.observableArrayList(commands));
        list = new ListView<>(shown);
        list.setCellFactory(view -> new CommandCell());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> run());
        Label nothing = new Label(Texts.of("shell.commands.empty"));
        nothing.getStyleClass().add(Styles.TEXT_MUTED);
        list.setPlaceholder(nothing);
        search.setPromptText(Texts.of("shell.commands.search.prompt"));
        search.setAccessibleText(Texts.of("shell.commands.search.accessible"));
        search.textProperty().addListener((property, old, now) -> {
            shown.setPredicate(command -> command.matches(now));
            list.getSelectionModel().selectFirst();
        });
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(search, list);
        box.getStyleClass().add("command-list");
        floating = Popovers.of(box, Popover.ArrowLocation.TOP_CENTER);
    }

    /** Opens in the upper middle of the frame, or closes. */
    void toggle(BorderPane frame) {
        if (floating.isShowing()) {
            floating.hide();
            return;
        }
        search.clear();
        list.getSelectionModel().selectFirst();
        Bounds place = frame.localToScreen(frame.getBoundsInLocal());
        // Its owner is a part of the frame: clicks on their owner do not close popovers.
        floating.show(frame.getBottom(), place.getCenterX(), place.getMinY() + TOP);
        search.requestFocus();
    }

    private void onKey(KeyEvent event) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.ENTER) {
            run();
        } else if (event.getCode() == KeyCode.DOWN) {
            choose(Math.min(chosen + 1, shown.size() - 1));
        } else if (event.getCode() == KeyCode.UP) {
            choose(Math.max(chosen - 1, 0));
        } else {
            return;
        }
        event.consume();
    }

    private void choose(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(index);
    }

    private void run() {
        Command command = list.getSelectionModel().getSelectedItem();
        floating.hide();
        if (command != null) {
            command.action().run();
        }
    }

    private static final class CommandCell extends ListCell<Command> {
        private final Label title = new Label();
        private final Label key = new Label();
        private final HBox line;

        CommandCell() {
            key.getStyleClass().add(Styles.TEXT_MUTED);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line = new HBox(title, space, key);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setGraphic(empty || command == null ? null : line);
            if (!empty && command != null) {
                title.setText(command.title());
                key.setText(command.keyText());
            }
        }
    }
}
