package org.maferstudio.ui.schedule;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.maferstudio.recipe.OwnPresets;
import org.maferstudio.schedule.NamedSchedule;
import org.maferstudio.schedule.OwnSchedule;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.SchedulePreset;
import org.maferstudio.ui.workbench.PresetEdits;
import org.maferstudio.ui.workbench.PresetLists;

/** The presets of the form: those of the program, then the user's. */
final class SchedulePresets implements PresetEdits.Form {
    private final ScheduleViewModel model;
    private final PresetLists lists;
    private final ObservableList<NamedSchedule> all = FXCollections.observableArrayList(SchedulePreset.values());

    SchedulePresets(ScheduleViewModel model, PresetLists lists) {
        this.model = model;
        this.lists = lists;
        lists.schedules().addListener((ListChangeListener<OwnSchedule>) change -> update());
        all.addAll(lists.schedules());
    }

    private void update() {
        all.setAll(SchedulePreset.values());
        all.addAll(lists.schedules());
        model.presetProperty()
                .set(of(model.scheduleProperty().get(), model.presetProperty().get()));
    }

    /** All of them. */
    ObservableList<NamedSchedule> all() {
        return all;
    }

    /**
     * The preset that has a schedule; null if none has it.
     *
     * @param preferred which of several; null for the first
     */
    NamedSchedule of(ResolutionSchedule schedule, NamedSchedule preferred) {
        Optional<NamedSchedule> same = all.stream()
                .filter(preset -> preset.equals(preferred) && preset.schedule().equals(schedule))
                .findFirst();
        return same.or(() -> all.stream()
                        .filter(preset -> preset.schedule().equals(schedule))
                        .findFirst())
                .orElse(null);
    }

    @Override
    public ObservableValue<String> own() {
        return Bindings.createStringBinding(
                () -> model.presetProperty().get() instanceof OwnSchedule own ? own.id() : "", model.presetProperty());
    }

    @Override
    public ObservableValue<Boolean> savable() {
        return model.scheduleProperty().isNotNull();
    }

    @Override
    public Function<OwnPresets, OwnSchedule> saving(String name) {
        ResolutionSchedule schedule = model.scheduleProperty().get();
        return files -> files.save(name, schedule);
    }

    @Override
    public void show(String name) {
        lists.schedules().stream()
                .filter(preset -> preset.id().equals(name))
                .filter(preset ->
                        preset.schedule().equals(model.scheduleProperty().get()))
                .findFirst()
                .ifPresent(model.presetProperty()::set);
    }
}
