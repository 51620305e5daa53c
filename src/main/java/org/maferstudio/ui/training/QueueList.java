package org.maferstudio.ui.training;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.job.RunStatus;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Buttons;

/** The trainings of the queue, one line each, with their actions. */
final class QueueList extends ScrollPane {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    private final TrainingViewModel model;
    private final VBox lines = new VBox();
    private final ChangeListener<RunStatus> onState = (property, old, now) -> rebuild();

    /** The lines from top to bottom; they do not move while the mouse is over them. */
    private List<QueuedRun> order = List.of();

    QueueList(TrainingViewModel model) {
        this.model = model;
        getStyleClass().add("queue");
        lines.getStyleClass().add("queue-lines");
        setContent(lines);
        setFitToWidth(true);
        lines.heightProperty().addListener(property -> fit());
        hoverProperty().addListener((property, old, now) -> {
            if (!now) {
                rebuild();
                fit();
            }
        });
        model.queue().runs().addListener((ListChangeListener<QueuedRun>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(run -> run.stateProperty().removeListener(onState));
                change.getAddedSubList().forEach(run -> run.stateProperty().addListener(onState));
            }
            rebuild();
        });
        model.queue().runs().forEach(run -> run.stateProperty().addListener(onState));
        model.queue().edited().runProperty().addListener((property, old, now) -> rebuild());
        model.monitor().shownProperty().addListener((property, old, now) -> rebuild());
        visibleProperty().bind(Bindings.isNotEmpty(model.queue().runs()));
        managedProperty().bind(visibleProperty());
        rebuild();
    }

    /** A growing list would move existing lines. */
    private void fit() {
        if (!isHover()) {
            setPrefViewportHeight(lines.getHeight() + 2);
        }
    }

    private void rebuild() {
        Node focused = focused();
        List<QueuedRun> runs = model.queue().runs();
        order = isHover() ? StableOrder.of(order, runs) : List.copyOf(runs);
        lines.getChildren().clear();
        for (QueuedRun run : order) {
            HBox line = line(run);
            // Removed from the list, but its place stays empty, so that a second click does not hit the next line.
            line.setVisible(runs.contains(run));
            lines.getChildren().add(line);
        }
        if (focused != null) {
            focusLike(focused);
        }
    }

    /** The focused button of a line; null if the focus is elsewhere. */
    private Node focused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        return owner != null && owner.getParent() != null && owner.getParent().getParent() == lines ? owner : null;
    }

    /** Keeps the keyboard focus on the same action of the same training, otherwise on its first action. */
    private void focusLike(Node before) {
        for (Node line : lines.getChildren()) {
            if (line.getUserData() != before.getParent().getUserData()) {
                continue;
            }
            List<Node> buttons = line.lookupAll(".button").stream()
                    .filter(Button.class::isInstance)
                    .toList();
            buttons.stream()
                    .filter(button -> Objects.equals(button.getAccessibleText(), before.getAccessibleText()))
                    .findFirst()
                    .or(() -> buttons.stream().skip(1).findFirst())
                    .or(() -> buttons.stream().findFirst())
                    .ifPresent(Node::requestFocus);
        }
    }

    private HBox line(QueuedRun run) {
        Label state = new Label(run.getState().title());
        state.getStyleClass().add("queue-state");
        Label detail = new Label();
        if (model.queue().edited().is(run)) {
            detail.setText(Texts.of("training.queue.edit.detail"));
        } else {
            detail.textProperty().bind(run.detailProperty());
        }
        detail.getStyleClass().addAll(Styles.TEXT_MUTED, "queue-detail");
        // A long reason is truncated before the name.
        detail.setPrefWidth(0);
        detail.setMaxWidth(Double.MAX_VALUE);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(run.detailProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        detail.setTooltip(whole);
        HBox.setHgrow(detail, Priority.ALWAYS);
        Button name = new Button(run.name());
        name.getStyleClass().addAll(Styles.FLAT, "queue-name");
        name.setAccessibleText(Texts.of("training.queue.curves.tooltip", run.name()));
        name.setTooltip(new Tooltip(Texts.of("training.queue.curves.tooltip", run.name())));
        name.setOnAction(event -> model.monitor().show(run));
        HBox line = new HBox(state, name, detail);
        line.setUserData(run);
        if (run.getState().isActive()) {
            ProgressBar bar = new ProgressBar();
            bar.progressProperty().bind(run.fractionProperty());
            line.getChildren().add(bar);
        }
        addChanges(line, run);
        addActions(line, run);
        line.addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, run));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("queue-line");
        line.pseudoClassStateChanged(
                SHOWN, run == model.monitor().shownProperty().get());
        return line;
    }

    /** What can be changed, before the actions: no line has another action in this place. */
    private void addChanges(HBox line, QueuedRun run) {
        RunQueue queue = model.queue();
        EditedRun edited = queue.edited();
        if (edited.is(run)) {
            Button apply = add(line, Feather.CHECK, Texts.of("training.queue.edit.apply.tooltip"), model::applyEdit);
            apply.disableProperty().bind(model.startableProperty().not());
            add(line, Feather.ROTATE_CCW, Texts.of("training.queue.edit.cancel.tooltip"), edited::cancel);
            return;
        }
        if (run.isSeries()) {
            add(line, Feather.LIST, Texts.of("training.queue.runs.tooltip", run.name()), () -> model.openRuns(run));
        } else if (run.getState() == RunStatus.NEW) {
            add(line, Feather.EDIT_2, Texts.of("training.queue.edit.tooltip", run.name()), () -> model.edit(run));
        }
        if (queue.canMove(run, -1)) {
            add(line, Feather.ARROW_UP, Texts.of("training.queue.up.tooltip", run.name()), () -> move(run, -1));
        }
        if (queue.canMove(run, 1)) {
            add(line, Feather.ARROW_DOWN, Texts.of("training.queue.down.tooltip", run.name()), () -> move(run, 1));
        }
    }

    private void onKey(KeyEvent event, QueuedRun run) {
        int by = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        if (event.isAltDown() && by != 0) {
            move(run, by);
            event.consume();
        }
    }

    private void move(QueuedRun run, int by) {
        if (by < 0) {
            model.queue().moveUp(run);
        } else {
            model.queue().moveDown(run);
        }
        // The order is what was asked for, so it is shown even below the mouse.
        order = List.copyOf(model.queue().runs());
        rebuild();
    }

    /** Each action has a fixed place, so that a second click does not hit another one. */
    private void addActions(HBox line, QueuedRun run) {
        RunQueue queue = model.queue();
        RunStatus state = run.getState();
        if (state == RunStatus.RUNNING && !run.isOnCluster()) {
            add(line, Feather.PAUSE, Texts.of("training.queue.pause.tooltip"), queue::pause);
        } else if (state.canResume()) {
            boolean retries = run.isSeries() && state != RunStatus.PAUSED;
            String resume = retries
                    ? Texts.of("training.queue.retry.tooltip", run.name())
                    : Texts.of("training.queue.resume.tooltip", run.name());
            add(line, retries ? Feather.ROTATE_CW : Feather.PLAY, resume, () -> queue.resume(run));
        } else if (state == RunStatus.FINISHED) {
            add(line, Feather.GRID, Texts.of("training.queue.results.tooltip"), () -> model.openResults(run));
        } else {
            addGap(line);
        }
        if (state == RunStatus.RUNNING || state == RunStatus.PAUSED) {
            String stop = run.isOnCluster()
                    ? Texts.of("training.queue.slurm.cancel.tooltip")
                    : Texts.of("training.queue.stop.tooltip");
            add(line, Feather.SQUARE, stop, () -> queue.stop(run));
        } else {
            addGap(line);
        }
        if (!state.isActive() && state != RunStatus.PAUSED) {
            add(line, Feather.X, Texts.of("training.queue.remove.tooltip"), () -> queue.remove(run));
        } else {
            addGap(line);
        }
    }

    private static void addGap(HBox line) {
        add(line, Feather.X, "", () -> {});
        line.getChildren().get(line.getChildren().size() - 1).setVisible(false);
    }

    private static Button add(HBox line, Ikon icon, String tooltip, Runnable action) {
        Button button = Buttons.icon(icon, tooltip, action);
        button.getStyleClass().add(Styles.SMALL);
        line.getChildren().add(button);
        return button;
    }
}
