package org.maferstudio.ui.workbench;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.OwnPresets;

/** Saves the value of a form as a preset, and renames and deletes the preset that the form shows. */
public final class PresetEdits {
    private final PresetLists lists;
    private final OwnPresets.Kind kind;
    private final Form form;
    private final ObservableValue<String> own;
    private final ObservableValue<Boolean> savable;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");

    /** A form with presets. */
    public interface Form {
        /** The name of the user's preset that it shows; empty if it shows none. */
        ObservableValue<String> own();

        /** Whether it has a value to save. */
        ObservableValue<Boolean> savable();

        /** Writes its value, as it is now, under a name. */
        Function<OwnPresets, ?> saving(String name);

        /** Shows a preset that has its value. */
        void show(String name);
    }

    /**
     * Creates the commands of a form.
     *
     * @param kind of its presets
     */
    public PresetEdits(PresetLists lists, OwnPresets.Kind kind, Form form) {
        this.lists = lists;
        this.kind = kind;
        this.form = form;
        this.own = form.own();
        this.savable = form.savable();
        open.addListener((property, old, now) -> {
            name.set(own.getValue());
            message.set("");
        });
        name.addListener(property -> message.set(""));
    }

    // Properties

    /** The typed name. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Why the last command failed; empty if it did not. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Whether the commands are shown. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether presets can be saved at all. */
    public BooleanBinding availableProperty() {
        return lists.filesProperty().isNotNull();
    }

    /** Whether {@link #save} is possible. */
    public BooleanBinding savableProperty() {
        return Bindings.createBooleanBinding(
                () -> savable.getValue() && !name.get().isBlank(), savable, name);
    }

    /** Whether {@link #save} replaces a preset. */
    public BooleanBinding replacingProperty() {
        return Bindings.createBooleanBinding(
                () -> isThere(name.get().strip()), name, lists.recipes(), lists.schedules());
    }

    private boolean isThere(String typed) {
        return kind == OwnPresets.Kind.RECIPE
                ? lists.recipes().stream().anyMatch(preset -> preset.id().equals(typed))
                : lists.schedules().stream().anyMatch(preset -> preset.id().equals(typed));
    }

    /** Whether the form shows a preset of the user, which can be deleted. */
    public BooleanBinding ownProperty() {
        return Bindings.createBooleanBinding(() -> !own.getValue().isEmpty(), own);
    }

    /** Whether {@link #rename} is possible. */
    public BooleanBinding renamableProperty() {
        return Bindings.createBooleanBinding(
                () -> !own.getValue().isEmpty()
                        && !name.get().isBlank()
                        && !name.get().strip().equals(own.getValue()),
                own,
                name);
    }

    // Commands

    /** Saves the form under the typed name. */
    public void save() {
        String typed = name.get().strip();
        lists.change(form.saving(typed), saved -> shown(typed), this::refuse);
    }

    /** Gives the preset of the form the typed name. */
    public void rename() {
        String from = own.getValue();
        String typed = name.get().strip();
        lists.change(
                files -> {
                    files.rename(kind, from, typed);
                    return typed;
                },
                this::shown,
                this::refuse);
    }

    /** Deletes the preset of the form, which keeps its values. */
    public void delete() {
        String deleted = own.getValue();
        lists.change(
                files -> {
                    files.delete(kind, deleted);
                    return deleted;
                },
                done -> open.set(false),
                this::refuse);
    }

    private void shown(String preset) {
        form.show(preset);
        open.set(false);
    }

    private void refuse(Problem problem) {
        message.set(problem.getMessage());
    }
}
