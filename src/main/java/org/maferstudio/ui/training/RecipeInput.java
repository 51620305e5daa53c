package org.maferstudio.ui.training;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.maferstudio.ui.controls.NumberInput;

/**
 * One field of the form: what it is called, its value, and where that stands in a recipe.
 *
 * <p>A field that does not matter for the other choices, such as the momentum for Adam, is not relevant: it is hidden
 * and keeps its value.
 */
abstract sealed class RecipeInput {
    private final String field;
    private final String label;
    private final String help;
    private final BooleanProperty relevant = new SimpleBooleanProperty(this, "relevant", true);

    private RecipeInput(String field, String label, String help) {
        this.field = field;
        this.label = label;
        this.help = help;
    }

    /** Its dotted name in a recipe, such as {@code course.epochs}. */
    final String field() {
        return field;
    }

    /** A word or two, with the unit in brackets. */
    final String label() {
        return label;
    }

    /** One sentence. */
    final String help() {
        return help;
    }

    /** Whether it matters for what is chosen elsewhere. */
    final BooleanProperty relevantProperty() {
        return relevant;
    }

    /** Takes the value that a recipe's JSON has here. */
    abstract void load(JsonElement value);

    /** The value for a recipe's JSON. */
    abstract Object value();

    /** Whether there is a value. */
    abstract boolean isValid();

    /** Changes when the value does. */
    abstract ObservableValue<?> observable();

    /** A number. */
    static final class Numeric extends RecipeInput {
        private final NumberInput input;

        Numeric(String field, String label, NumberInput input, String help) {
            super(field, label, help);
            this.input = input;
        }

        NumberInput input() {
            return input;
        }

        @Override
        void load(JsonElement value) {
            input.set(value.getAsDouble());
        }

        @Override
        Object value() {
            return input.get();
        }

        @Override
        boolean isValid() {
            return input.isValid();
        }

        @Override
        ObservableValue<?> observable() {
            return input.valueProperty();
        }
    }

    /** Numbers in a row, or none. */
    static final class Numbers extends RecipeInput {
        private final NumbersInput input;
        private final String none;

        Numbers(String field, String label, NumbersInput input, String none, String help) {
            super(field, label, help);
            this.input = input;
            this.none = none;
        }

        NumbersInput input() {
            return input;
        }

        /** What it means that there are no numbers. */
        String none() {
            return none;
        }

        @Override
        void load(JsonElement value) {
            List<Double> numbers = new ArrayList<>();
            value.getAsJsonArray().forEach(number -> numbers.add(number.getAsDouble()));
            input.set(numbers);
        }

        @Override
        Object value() {
            return input.valueProperty().get();
        }

        @Override
        boolean isValid() {
            return input.valueProperty().get() != null;
        }

        @Override
        ObservableValue<?> observable() {
            return input.valueProperty();
        }
    }

    /** One of several, by the names in files. */
    static final class Choice extends RecipeInput {
        private final StringProperty chosen = new SimpleStringProperty(this, "chosen");
        private final List<String> options;

        Choice(String field, String label, List<String> options, String help) {
            super(field, label, help);
            this.options = options;
            chosen.set(options.get(0));
        }

        StringProperty chosenProperty() {
            return chosen;
        }

        boolean is(String option) {
            return option.equals(chosen.get());
        }

        List<String> options() {
            return options;
        }

        @Override
        void load(JsonElement value) {
            chosen.set(value.getAsString());
        }

        @Override
        Object value() {
            return chosen.get();
        }

        @Override
        boolean isValid() {
            return chosen.get() != null;
        }

        @Override
        ObservableValue<?> observable() {
            return chosen;
        }
    }

    /** A file, which is chosen and not typed; none is empty. */
    static final class FileChoice extends RecipeInput {
        private final StringProperty path = new SimpleStringProperty(this, "path", "");

        FileChoice(String field, String label, String help) {
            super(field, label, help);
        }

        StringProperty pathProperty() {
            return path;
        }

        @Override
        void load(JsonElement value) {
            path.set(value.getAsString());
        }

        @Override
        Object value() {
            return path.get();
        }

        @Override
        boolean isValid() {
            return true;
        }

        @Override
        ObservableValue<?> observable() {
            return path;
        }
    }

    /** Yes or no. */
    static final class Switch extends RecipeInput {
        private final BooleanProperty on = new SimpleBooleanProperty(this, "on");

        Switch(String field, String label, String help) {
            super(field, label, help);
        }

        BooleanProperty onProperty() {
            return on;
        }

        @Override
        void load(JsonElement value) {
            on.set(value.getAsBoolean());
        }

        @Override
        Object value() {
            return on.get();
        }

        @Override
        boolean isValid() {
            return true;
        }

        @Override
        ObservableValue<?> observable() {
            return on;
        }
    }
}
