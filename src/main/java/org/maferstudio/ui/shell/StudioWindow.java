package org.maferstudio.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.job.Problem;
import org.maferstudio.settings.WindowBounds;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.jobs.Job;
import org.maferstudio.ui.workbench.ExperimentOpener;
import org.maferstudio.ui.workbench.Preferences;

/** The window: its position, its keys, and the confirmation before it closes. */
public final class StudioWindow {
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 860;
    private static final double LEAST_WIDTH = 1180;
    private static final double LEAST_HEIGHT = 600;

    private final Stage stage = new Stage();
    private final Scene scene;
    private final ShellView shell;
    private final ShellViewModel model;
    private final Preferences preferences;

    /** A window that is not yet shown. */
    public StudioWindow(
            ShellView shell,
            ShellViewModel model,
            Preferences preferences,
            Appearance appearance,
            ExperimentOpener openings) {
        this.shell = shell;
        this.model = model;
        this.preferences = preferences;
        scene = new Scene(shell, WIDTH, HEIGHT);
        appearance.dress(scene);
        stage.setScene(scene);
        stage.setTitle("MAFER Studio");
        for (int side : List.of(16, 32, 48, 64, 128, 256)) {
            var icon = StudioWindow.class.getResourceAsStream("/icons/mafer-" + side + ".png");
            if (icon != null) {
                stage.getIcons().add(new Image(icon));
            }
        }
        stage.setOnCloseRequest(this::beforeClosing);
        new FileDrops(openings).on(scene);
        addKeys(commands(appearance, openings));
    }

    /** Shows the window at its last position. */
    public void show() {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        WindowBounds place = preferences.get().window();
        boolean known = place.isSet() && isOnAScreen(place);
        if (known) {
            stage.setX(place.x());
            stage.setY(place.y());
            resize(place.width(), place.height());
            stage.setMaximized(place.maximised());
        } else {
            resize(defaultWidth(), defaultHeight());
            stage.centerOnScreen();
        }
        stage.show();
        // Some window managers of Linux open it at its minimum size, whatever was set before.
        if (known && !place.maximised()) {
            resize(place.width(), place.height());
        } else if (!known) {
            resize(defaultWidth(), defaultHeight());
        }
    }

    private void resize(double width, double height) {
        stage.setWidth(width);
        stage.setHeight(height);
    }

    private static double defaultWidth() {
        return Math.min(WIDTH, Screen.getPrimary().getVisualBounds().getWidth());
    }

    private static double defaultHeight() {
        return Math.min(HEIGHT, Screen.getPrimary().getVisualBounds().getHeight());
    }

    /** The window of the toolkit. */
    public Stage stage() {
        return stage;
    }

    /** The frame inside. */
    public ShellView shell() {
        return shell;
    }

    /** Shows in a dialog why a job failed. */
    public void showProblem(Problem problem) {
        Alert alert = new Alert(Alert.AlertType.ERROR, problem.getMessage(), ButtonType.CLOSE);
        alert.initOwner(stage.isShowing() ? stage : null);
        alert.setTitle("MAFER Studio");
        alert.setHeaderText(null);
        Icon icon = new Icon(Feather.ALERT_OCTAGON);
        icon.getStyleClass().add("alert-icon");
        alert.setGraphic(icon);
        alert.setResizable(true);
        ButtonType log = new ButtonType(Texts.of("shell.error.openLog"), ButtonBar.ButtonData.LEFT);
        if (problem.getCause() != null) {
            alert.getButtonTypes().add(log);
        }
        alert.setOnHidden(event -> {
            if (alert.getResult() == log) {
                shell.toggleLog();
            }
        });
        alert.show();
    }

    private List<Command> commands(Appearance appearance, ExperimentOpener openings) {
        List<Command> commands = new ArrayList<>();
        List<String> panes = shell.paneIds();
        for (int i = 0; i < panes.size(); i++) {
            String pane = panes.get(i);
            commands.add(new Command(
                    Texts.of("shell.commands.goTo", shell.title(pane)), "Shortcut+" + (i + 1), () -> model.show(pane)));
        }
        commands.add(new Command(Texts.of("shell.commands.primary"), "Shortcut+ENTER", shell::firePrimaryAction));
        commands.add(new Command(Texts.of("shell.commands.openBundle"), "Shortcut+O", openings::chooseBundles));
        commands.add(new Command(Texts.of("shell.commands.refresh"), "F5", model::refresh));
        commands.add(new Command(Texts.of("shell.commands.help"), "F1", shell::toggleHelp));
        commands.add(new Command(Texts.of("shell.commands.jobs"), "Shortcut+J", shell::toggleJobs));
        commands.add(new Command(Texts.of("shell.log.title"), "Shortcut+L", shell::toggleLog));
        commands.add(new Command(Texts.of("shell.commands.theme"), "Shortcut+Shift+D", appearance::toggle));
        commands.addAll(fontCommands(appearance));
        commands.add(new Command(
                Texts.of("shell.commands.fullScreen"), "F11", () -> stage.setFullScreen(!stage.isFullScreen())));
        commands.add(new Command(Texts.of("shell.commands.quit"), "Shortcut+Q", this::close));
        return commands;
    }

    /** Plus has its own key on some keyboards, is Shift and equals on others, and is also on the number pad. */
    private static List<Command> fontCommands(Appearance appearance) {
        return List.of(
                new Command(
                        Texts.of("shell.commands.largerFont"),
                        List.of(
                                "Shortcut+PLUS",
                                "Shortcut+Shift+PLUS",
                                "Shortcut+EQUALS",
                                "Shortcut+Shift+EQUALS",
                                "Shortcut+ADD",
                                "Shortcut+Shift+ADD"),
                        () -> appearance.resize(1)),
                new Command(
                        Texts.of("shell.commands.smallerFont"),
                        List.of(
                                "Shortcut+MINUS",
                                "Shortcut+Shift+MINUS",
                                "Shortcut+SUBTRACT",
                                "Shortcut+Shift+SUBTRACT"),
                        () -> appearance.resize(-1)),
                new Command(
                        Texts.of("shell.commands.defaultFont"),
                        List.of("Shortcut+0", "Shortcut+Numpad 0"),
                        appearance::resetSize));
    }

    private void addKeys(List<Command> commands) {
        CommandList list = new CommandList(commands);
        for (Command command : commands) {
            command.combinations().forEach(keys -> scene.getAccelerators().put(keys, command.action()));
        }
        scene.getAccelerators().put(KeyCombination.valueOf("Shortcut+Shift+P"), () -> list.toggle(shell));
    }

    /** Closes the window like its close button. */
    public void close() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private void beforeClosing(WindowEvent event) {
        List<Job> atStake = model.jobsAtStake();
        if (!atStake.isEmpty() && !mayClose(atStake)) {
            event.consume();
            return;
        }
        model.stopAll();
        remember();
        stage.hide();
    }

    private boolean mayClose(List<Job> atStake) {
        String titles = atStake.stream().map(Job::title).collect(Collectors.joining(", "));
        ButtonType close = new ButtonType(Texts.of("shell.close.confirm"), ButtonBar.ButtonData.OK_DONE);
        ButtonType stay = new ButtonType(Texts.of("shell.close.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, Texts.of("shell.close.message"), stay, close);
        alert.initOwner(stage);
        alert.setTitle("MAFER Studio");
        alert.setHeaderText(Texts.of("shell.close.title", titles));
        alert.setGraphic(null);
        // Enter must not stop work of hours.
        ((Button) alert.getDialogPane().lookupButton(close)).setDefaultButton(false);
        ((Button) alert.getDialogPane().lookupButton(stay)).setDefaultButton(true);
        return alert.showAndWait().filter(close::equals).isPresent();
    }

    private void remember() {
        WindowBounds place =
                new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
        preferences.changeLast(settings -> model.remember(settings.withWindow(place)));
    }

    private static boolean isOnAScreen(WindowBounds place) {
        return !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
                .isEmpty();
    }
}
