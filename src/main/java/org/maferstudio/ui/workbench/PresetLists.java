package org.maferstudio.ui.workbench;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.OwnPresets;
import org.maferstudio.recipe.OwnRecipe;
import org.maferstudio.schedule.OwnSchedule;
import org.maferstudio.texts.Texts;
import org.maferstudio.ui.jobs.JobPlan;
import org.maferstudio.ui.jobs.Jobs;

/** The user's presets, which panes offer beside those of the program. Files are read and written in the background. */
public final class PresetLists {
    private final ObservableList<OwnRecipe> recipes = FXCollections.observableArrayList();
    private final ObservableList<OwnSchedule> schedules = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper recipeProblem = new ReadOnlyStringWrapper(this, "recipeProblem", "");
    private final ReadOnlyStringWrapper scheduleProblem = new ReadOnlyStringWrapper(this, "scheduleProblem", "");
    private final ReadOnlyObjectWrapper<OwnPresets> files = new ReadOnlyObjectWrapper<>(this, "files");
    private Jobs jobs;

    /** What was done, and what is there now. */
    private record Changed<T>(
            T done, OwnPresets.Listing<OwnRecipe> recipes, OwnPresets.Listing<OwnSchedule> schedules) {}

    PresetLists() {}

    // Properties

    /** The recipes, by name. */
    public ObservableList<OwnRecipe> recipes() {
        return recipes;
    }

    /** The schedules, by name. */
    public ObservableList<OwnSchedule> schedules() {
        return schedules;
    }

    /** Which recipes cannot be read, and why; empty if all can. */
    public ReadOnlyStringProperty recipeProblemProperty() {
        return recipeProblem.getReadOnlyProperty();
    }

    /** Which schedules cannot be read, and why; empty if all can. */
    public ReadOnlyStringProperty scheduleProblemProperty() {
        return scheduleProblem.getReadOnlyProperty();
    }

    /** Their files; null before they are opened, so that nothing can be saved. */
    public ReadOnlyObjectProperty<OwnPresets> filesProperty() {
        return files.getReadOnlyProperty();
    }

    // Commands

    /** Reads the presets of a folder. */
    public void open(OwnPresets presets, Jobs background) {
        jobs = background;
        files.set(presets);
        change(none -> presets, none -> {}, problem -> recipeProblem.set(problem.getMessage()));
    }

    /**
     * Changes files, and reads them again.
     *
     * @param change in the background
     * @param onDone gets its result once the lists are up to date
     */
    <T> void change(Function<OwnPresets, T> change, Consumer<T> onDone, Consumer<Problem> onProblem) {
        OwnPresets presets = files.get();
        jobs.start(JobPlan.<Changed<T>>of(
                        Texts.of("common.presets.job"),
                        progress -> new Changed<>(change.apply(presets), presets.recipes(), presets.schedules()))
                .weighing(JobPlan.Weight.QUIET)
                .inQueue("presets")
                .onDone(changed -> {
                    recipes.setAll(changed.recipes().presets());
                    schedules.setAll(changed.schedules().presets());
                    recipeProblem.set(String.join(" ", changed.recipes().problems()));
                    scheduleProblem.set(String.join(" ", changed.schedules().problems()));
                    onDone.accept(changed.done());
                })
                .onProblem(onProblem));
    }
}
