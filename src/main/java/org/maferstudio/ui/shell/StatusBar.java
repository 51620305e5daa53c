package org.maferstudio.ui.shell;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.maferstudio.job.RunStatus;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.controls.Icon;
import org.maferstudio.ui.jobs.Job;

/** The line below the content: device, running job, warnings, memory. */
final class StatusBar extends HBox {
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = new Label();
    private final Button job = new Button();
    private final Button log = new Button(null, new Icon(Feather.ALERT_TRIANGLE));
    private final Label memory = new Label();

    private final PauseTransition ended = new PauseTransition(Duration.seconds(6));
    private Job last;

    StatusBar(ShellViewModel model, Runnable openJobs, Runnable openLog) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label device = new Label(null, new Icon(Feather.CPU));
        device.textProperty().bind(model.deviceProperty());
        device.setMinWidth(Region.USE_PREF_SIZE);
        device.setTooltip(new Tooltip(Texts.of("shell.status.device.tooltip")));

        HBox content = new HBox(bar, words);
        content.getStyleClass().add("status-job");
        content.setAlignment(Pos.CENTER_LEFT);
        job.setGraphic(content);
        job.setId("status-job");
        job.getStyleClass().addAll(Styles.FLAT, "status-button");
        job.setTooltip(new Tooltip(Texts.of("shell.status.jobs.tooltip")));
        job.setAccessibleText(Texts.of("shell.commands.jobs"));
        job.setOnAction(event -> openJobs.run());

        log.setId("status-log");
        // Words about a long job give way.
        log.setMinWidth(Region.USE_PREF_SIZE);
        log.getStyleClass().addAll(Styles.FLAT, "status-button");
        log.textProperty()
                .bind(Bindings.when(model.unseenWarningsProperty().greaterThan(0))
                        .then(model.unseenWarningsProperty().asString())
                        .otherwise(Texts.of("shell.log.title")));
        model.unseenWarningsProperty().addListener((property, old, now) -> markWarnings(now.intValue()));
        markWarnings(model.unseenWarningsProperty().get());
        log.setTooltip(new Tooltip(Texts.of("shell.status.log.tooltip")));
        log.setOnAction(event -> openLog.run());

        memory.getStyleClass().add("status-memory");
        memory.setMinWidth(Region.USE_PREF_SIZE);
        memory.setAlignment(Pos.CENTER_RIGHT);
        memory.setTooltip(new Tooltip(Texts.of("shell.status.memory.tooltip")));
        getChildren().addAll(device, new Spacer(), job, new Spacer(), log, memory);

        bar.managedProperty().bind(bar.visibleProperty());
        ended.setOnFinished(event -> job.setVisible(false));
        model.runningProperty().addListener((property, old, now) -> show(now));
        show(model.runningProperty().get());
        memory.textProperty().bind(model.memoryProperty());
        model.measureMemory();
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(2), event -> model.measureMemory()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    private void show(Job running) {
        bar.progressProperty().unbind();
        words.textProperty().unbind();
        if (running == null
                && last != null
                && last.getState() == RunStatus.FINISHED
                && !last.notice().isEmpty()) {
            bar.setVisible(false);
            words.setText(last.notice());
            job.setVisible(true);
            ended.playFromStart();
            last = null;
            return;
        }
        ended.stop();
        last = running;
        bar.setVisible(true);
        job.setVisible(running != null);
        if (running != null) {
            bar.progressProperty().bind(running.fractionProperty());
            words.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> describe(running),
                            running.stateProperty(),
                            running.messageProperty(),
                            running.timeLeftProperty()));
        }
    }

    private static String describe(Job running) {
        if (running.getState() == RunStatus.STOPPING) {
            return Texts.of("shell.status.stopping", running.title());
        }
        return Stream.of(running.title(), running.getMessage(), ShellViewModel.timeLeft(running))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private void markWarnings(int count) {
        log.pseudoClassStateChanged(PseudoClass.getPseudoClass("warning"), count > 0);
        log.setAccessibleText(count > 0 ? Texts.of("shell.status.log.accessible", count) : Texts.of("shell.log.title"));
    }
}
