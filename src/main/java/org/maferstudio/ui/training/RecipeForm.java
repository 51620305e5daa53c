package org.maferstudio.ui.training;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.Augmentation;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.recipe.RecipeStart;
import org.maferstudio.schedule.ResolutionSchedule;

/**
 * The recipe as a form: starts from a preset, and always knows whether the fields form a valid recipe and which of them
 * differ from the preset.
 */
public final class RecipeForm {
    private final RecipeInputs inputs;
    private final ObjectProperty<RecipeStart> preset = new SimpleObjectProperty<>(this, "preset");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ObjectProperty<DatasetSource> dataset = new SimpleObjectProperty<>(this, "dataset");
    private final ObjectProperty<ResolutionSchedule> schedule = new SimpleObjectProperty<>(this, "schedule");
    private final ReadOnlyObjectWrapper<Recipe> recipe = new ReadOnlyObjectWrapper<>(this, "recipe");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyObjectWrapper<Map<String, String>> changes =
            new ReadOnlyObjectWrapper<>(this, "changes", Map.of());
    /** Provides the values that have no field. */
    private Recipe below;

    private boolean loading;
    private boolean keeping;

    /** Creates a form with a preset. */
    public RecipeForm(RecipePreset first) {
        inputs = new RecipeInputs(first.recipe());
        preset.addListener((property, old, now) -> start(old, now));
        inputs.all().forEach(input -> input.textProperty().addListener((property, old, now) -> check()));
        inputs.trainedProperty().addListener((property, old, now) -> check());
        name.addListener((property, old, now) -> check());
        dataset.addListener((property, old, now) -> check());
        schedule.addListener((property, old, now) -> check());
        dataset.set(first.recipe().dataset());
        preset.set(first);
    }

    // Properties

    /** The preset; selecting another fills all fields except the dataset. */
    public ObjectProperty<RecipeStart> presetProperty() {
        return preset;
    }

    /** The name of the experiment. */
    public StringProperty nameProperty() {
        return name;
    }

    /** The dataset. */
    public ObjectProperty<DatasetSource> datasetProperty() {
        return dataset;
    }

    /** The resolution schedule. */
    public ObjectProperty<ResolutionSchedule> scheduleProperty() {
        return schedule;
    }

    /** The recipe of the form; null while it is invalid. */
    public ReadOnlyObjectProperty<Recipe> recipeProperty() {
        return recipe.getReadOnlyProperty();
    }

    /** Why the combination of fields is invalid; empty if it is valid. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The dotted names of the fields that differ from the preset, each with the preset's value. */
    public ReadOnlyObjectProperty<Map<String, String>> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** The inputs of the fields. */
    RecipeInputs inputs() {
        return inputs;
    }

    // Commands

    /** Resets all fields to the preset. */
    public void reset() {
        load(preset.get().recipe());
    }

    /** Shows a preset that has the values of the form, or had them: the fields stay. */
    void keep(RecipeStart saved) {
        keeping = true;
        preset.set(saved);
        keeping = false;
        check();
    }

    private void start(RecipeStart old, RecipeStart now) {
        if (!keeping) {
            load(now.recipe());
        } else if (old != null && name.get().equals(old.recipe().name())) {
            name.set(now.recipe().name());
        }
    }

    /** Loads a recipe, except for its dataset. */
    public void load(Recipe from) {
        loading = true;
        below = from;
        try {
            inputs.load(from);
            name.set(from.name());
            schedule.set(from.schedule());
        } finally {
            loading = false;
        }
        check();
    }

    /** Loads the random transforms. */
    void load(Augmentation augmentation) {
        loading = true;
        try {
            inputs.load(
                    RecipeJson.change(preset.get().recipe(), Map.of("augmentation", augmentation)), "augmentation.");
        } finally {
            loading = false;
        }
        check();
    }

    /** The dataset and what differs from the preset, on another preset. */
    Recipe on(RecipeStart other) {
        Map<String, Object> changed = values();
        changed.keySet()
                .removeIf(field -> !field.equals("name") && !changes.get().containsKey(field));
        Recipe moved = other.recipe().on(dataset.get());
        boolean scheduled = !schedule.get().equals(preset.get().recipe().schedule());
        return RecipeJson.change(scheduled ? moved.with(schedule.get()) : moved, changed);
    }

    private void check() {
        if (loading || preset.get() == null) {
            return;
        }
        problem.set("");
        if (name.get().isBlank() || !inputs.isComplete()) {
            recipe.set(null);
            return;
        }
        Recipe base = preset.get().recipe().on(dataset.get()).with(schedule.get());
        try {
            Recipe made = RecipeJson.change(below.on(dataset.get()).with(schedule.get()), values());
            recipe.set(made);
            problem.set(missingFile(made));
            Map<String, String> differing = new LinkedHashMap<>();
            made.differences(base.with(preset.get().recipe().schedule()))
                    .forEach(difference -> differing.put(difference.field(), difference.there()));
            changes.set(differing);
        } catch (Problem e) {
            recipe.set(null);
            problem.set(e.getMessage());
        }
    }

    /** The weight file that is still missing; empty for none. */
    private static String missingFile(Recipe made) {
        try {
            made.network().baseFile();
            made.objective().teacher().file(made.network());
            return "";
        } catch (Problem e) {
            return e.getMessage();
        }
    }

    private Map<String, Object> values() {
        Map<String, Object> values = inputs.values();
        values.put("name", name.get().strip());
        return values;
    }
}
