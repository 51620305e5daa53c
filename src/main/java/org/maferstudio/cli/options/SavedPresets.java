package org.maferstudio.cli.options;

import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.OwnPresets;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.recipe.RecipeStart;
import org.maferstudio.schedule.OwnSchedule;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.SchedulePreset;
import org.maferstudio.schedule.ScheduleSyntax;
import org.maferstudio.settings.SystemFolders;

/** The presets of the program, and those that the user has saved in the window. */
final class SavedPresets {
    private SavedPresets() {}

    private static OwnPresets own() {
        return new OwnPresets(SystemFolders.presets(SystemFolders.ofThisSystem().settingsFile()));
    }

    /**
     * The recipe preset of a name.
     *
     * @throws Problem if there is none, or its file is damaged
     */
    static RecipeStart recipe(String name) {
        return RecipePreset.ids().contains(name)
                ? RecipePreset.of(name)
                : own().recipe(name).map(RecipeStart.class::cast).orElseGet(() -> RecipePreset.of(name));
    }

    /**
     * A schedule, or the schedule preset of a name.
     *
     * @throws Problem if it is neither, or the file of the preset is damaged
     */
    static ResolutionSchedule schedule(String text) {
        Optional<OwnSchedule> saved =
                SchedulePreset.of(text.strip()).isPresent() ? Optional.empty() : own().schedule(text.strip());
        return saved.map(OwnSchedule::schedule).orElseGet(() -> ScheduleSyntax.schedule(text));
    }
}
