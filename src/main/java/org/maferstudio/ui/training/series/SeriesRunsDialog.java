package org.maferstudio.ui.training.series;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.series.RunOutcome;
import org.maferstudio.texts.Numbers;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;
import org.maferstudio.ui.controls.Messages;
import org.maferstudio.ui.controls.PaneDialog;
import org.maferstudio.ui.controls.WrappingText;

/** The runs of a series with their reasons; those that wait can be moved and removed, also by keyboard. */
public final class SeriesRunsDialog {
    private final SeriesRunsViewModel model;
    private final TableView<RunOutcome> table = new TableView<>();
    private final PaneDialog dialog;
    private boolean showing;

    /** Creates the view. */
    public SeriesRunsDialog(SeriesRunsViewModel model) {
        this.model = model;
        Button add = Buttons.primary(Texts.of("training.runs.add"), Feather.PLUS, model::add);
        add.setId("runs-add");
        dialog = new PaneDialog(Texts.of("training.runs.title"), list(), actions(), add, model.openProperty());
        dialog.getStyleClass().add("series");
    }

    /** Its node, which lies above the pane. */
    public Node node() {
        return dialog;
    }

    private VBox list() {
        table.setId("series-runs-table");
        table.getStyleClass().add("dense");
        table.setAccessibleText(Texts.of("training.runs.title"));
        table.setItems(model.runs());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getColumns()
                .add(column(
                        Texts.of("training.runs.number"),
                        60,
                        run -> Integer.toString(run.run().number())));
        table.getColumns().add(column(Texts.of("training.runs.name"), 330, run -> run.run()
                .name()));
        table.getColumns().add(column(Texts.of("training.runs.status"), 110, run -> run.status()
                .title()));
        table.getColumns().add(column(Texts.of("training.runs.epoch"), 80, SeriesRunsDialog::epoch));
        table.getColumns().add(column(Texts.of("training.runs.reason"), 200, RunOutcome::problem));
        table.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (!showing) {
                model.selectedProperty().set(now);
            }
        });
        model.selectedProperty().addListener((property, old, now) -> {
            showing = true;
            table.getSelectionModel().select(now);
            showing = false;
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox list = new VBox(Messages.problem(model.problemProperty()), table);
        list.getStyleClass().add("series-plan");
        return list;
    }

    private void onKey(KeyEvent event) {
        boolean up = event.isAltDown() && event.getCode() == KeyCode.UP;
        boolean down = event.isAltDown() && event.getCode() == KeyCode.DOWN;
        if (up) {
            model.earlier();
        } else if (down) {
            model.later();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.remove();
        } else {
            return;
        }
        event.consume();
    }

    private static String epoch(RunOutcome run) {
        return run.epoch() == 0
                ? Numbers.NONE
                : Texts.of(
                        "training.runs.epochs",
                        run.epoch(),
                        run.run().recipe().course().epochs());
    }

    private static TableColumn<RunOutcome, String> column(
            String title, double width, Function<RunOutcome, String> text) {
        TableColumn<RunOutcome, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new SimpleStringProperty(text.apply(cell.getValue())));
        return column;
    }

    private VBox actions() {
        Label about = WrappingText.wrapped(new Label(Texts.of("training.runs.about")));
        about.getStyleClass().add(Styles.TEXT_MUTED);
        return new VBox(
                about,
                action("runs-earlier", Texts.of("training.runs.earlier"), Feather.ARROW_UP, model::earlier),
                action("runs-later", Texts.of("training.runs.later"), Feather.ARROW_DOWN, model::later),
                action("runs-remove", Texts.of("training.runs.remove"), Feather.X, model::remove));
    }

    private Button action(String id, String text, Feather icon, Runnable action) {
        Button button = Buttons.secondary(text, icon, action);
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.disableProperty().bind(model.changeableProperty().not());
        return button;
    }
}
