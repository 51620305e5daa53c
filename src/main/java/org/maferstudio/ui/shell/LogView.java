package org.maferstudio.ui.shell;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.workbench.LogBuffer;

/** The log, in a drawer above the status bar: latest at the bottom, warnings marked; lines can be copied. */
final class LogView extends BorderPane {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final ListView<LogBuffer.Line> list;
    private final BooleanProperty warningsOnly = new SimpleBooleanProperty();

    LogView(ObservableList<LogBuffer.Line> lines) {
        getStyleClass().add("log-view");
        FilteredList<LogBuffer.Line> shown = new FilteredList<>(lines);
        warningsOnly.addListener(
                (property, old, now) -> shown.setPredicate(now ? LogBuffer.Line::isWarning : line -> true));
        list = new ListView<>(shown);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> new LineCell());
        Label empty = new Label(Texts.of("shell.log.empty"));
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        list.setPlaceholder(empty);
        setCenter(list);
        setTop(bar());
    }

    /** Opens as a drawer in the frame, or closes. */
    void toggle(BorderPane frame) {
        BorderPane middle = (BorderPane) frame.getCenter();
        if (middle.getBottom() == this) {
            middle.setBottom(null);
        } else {
            middle.setBottom(this);
            list.scrollTo(list.getItems().size() - 1);
            list.requestFocus();
        }
    }

    private HBox bar() {
        Label title = new Label(Texts.of("shell.log.title"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        CheckBox warnings = new CheckBox(Texts.of("shell.log.warningsOnly"));
        warnings.selectedProperty().bindBidirectional(warningsOnly);
        var copy = Buttons.icon(Feather.COPY, Texts.of("shell.log.copy"), this::copy);
        var close =
                Buttons.icon(Feather.X, Texts.of("shell.log.close"), () -> ((BorderPane) getParent()).setBottom(null));
        HBox bar = new HBox(title, new Spacer(), warnings, copy, close);
        bar.getStyleClass().add("log-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void copy() {
        List<LogBuffer.Line> chosen = list.getSelectionModel().getSelectedItems();
        ClipboardContent content = new ClipboardContent();
        content.putString((chosen.isEmpty() ? list.getItems() : chosen)
                .stream()
                        .map(line -> text(line) + (line.trace().isEmpty() ? "" : "\n" + line.trace()))
                        .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String text(LogBuffer.Line line) {
        return TIME.format(line.time()) + "  " + line.level().getName() + "  " + line.source() + "  " + line.text();
    }

    private static final class LineCell extends ListCell<LogBuffer.Line> {
        @Override
        protected void updateItem(LogBuffer.Line line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(WARNING, !empty && line != null && line.isWarning());
            setText(empty || line == null ? null : text(line));
        }
    }
}
