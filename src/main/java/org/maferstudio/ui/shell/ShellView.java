package org.maferstudio.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.maferstudio.ui.workbench.PaneEntry;
import org.maferstudio.ui.workbench.PaneView;

/** The frame: navigation at the left, header, the pane in front, status bar. */
public final class ShellView extends BorderPane {
    private final List<PaneEntry> entries;
    private final ShellViewModel model;
    private final Map<String, PaneView> views = new HashMap<>();
    private final PaneHeader header = new PaneHeader();
    private final StackPane content = new StackPane();
    private final StackPane place = new StackPane(content);
    private final JobList jobList;
    private final LogView logView;
    private final HelpView helpView = new HelpView();

    /** The window's frame for these panes; the last is at the bottom of the navigation. */
    public ShellView(List<PaneEntry> entries, ShellViewModel model) {
        this.entries = List.copyOf(entries);
        this.model = model;
        getStyleClass().add("shell");
        content.getStyleClass().add("pane-content");
        jobList = new JobList(model.jobs());
        logView = new LogView(model.logLines());
        StatusBar status = new StatusBar(model, this::toggleJobs, this::toggleLog);
        setLeft(new Navigation(this.entries, model.paneProperty()));
        setCenter(new BorderPane(place, header, null, null, null));
        setBottom(status);
        model.paneProperty().addListener((property, old, now) -> bringToFront(now));
        bringToFront(model.paneProperty().get());
    }

    /** The ids of the panes in the order of the navigation. */
    public List<String> paneIds() {
        return entries.stream().map(PaneEntry::id).toList();
    }

    /** The title of a pane. */
    String title(String pane) {
        return entry(pane).title();
    }

    /** Clicks the primary button of the pane in front, if it has one that can be clicked. */
    public void firePrimaryAction() {
        primaryAction().filter(button -> !button.isDisabled()).ifPresent(Button::fire);
    }

    /** The primary button of the pane in front. */
    public Optional<Button> primaryAction() {
        return Optional.ofNullable(views.get(model.paneProperty().get())).flatMap(PaneView::primaryAction);
    }

    /** Opens or closes the list of jobs above the status bar. */
    public void toggleJobs() {
        jobList.toggle(this);
    }

    /** Opens or closes the log. */
    public void toggleLog() {
        model.markLogSeen();
        logView.toggle(this);
    }

    /** Opens or closes the page of the manual about the pane in front. */
    public void toggleHelp() {
        helpView.toggle(place, model.paneProperty().get());
    }

    private void bringToFront(String id) {
        PaneEntry entry = entry(id);
        PaneView view = views.computeIfAbsent(entry.id(), key -> entry.view().get());
        header.show(entry.title(), view);
        content.getChildren().setAll(view.node());
        helpView.show(entry.id());
        view.shown();
    }

    private PaneEntry entry(String id) {
        return entries.stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElse(entries.get(0));
    }
}
