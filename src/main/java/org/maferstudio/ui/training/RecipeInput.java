package org.maferstudio.ui.training;

import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maferstudio.recipe.NotAllowedException;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeField;

/**
 * The input of one field of the form, as text.
 *
 * <p>A field that has no effect with the other choices, such as the momentum for Adam, is not relevant: it is hidden
 * and keeps its value.
 */
final class RecipeInput {
    private final RecipeField<?> field;
    private final Function<Object, String> check;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final BooleanProperty relevant = new SimpleBooleanProperty(this, "relevant", true);

    /**
     * An input.
     *
     * @param check says what is wrong with an allowed value together with other inputs; empty for nothing
     */
    RecipeInput(RecipeField<?> field, Function<Object, String> check) {
        this.field = field;
        this.check = check;
        text.addListener((property, old, now) -> check());
    }

    /** The field whose value is entered. */
    RecipeField<?> field() {
        return field;
    }

    /** What is entered. */
    StringProperty textProperty() {
        return text;
    }

    /** What is wrong, in one sentence; empty if nothing is. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Whether it has an effect with what is entered elsewhere. */
    BooleanProperty relevantProperty() {
        return relevant;
    }

    /** Takes the value of a recipe. */
    void load(Recipe recipe) {
        text.set(field.text(recipe));
        check();
    }

    /** Checks the text again, because other inputs changed. */
    void check() {
        try {
            message.set(check.apply(value()));
        } catch (NotAllowedException e) {
            message.set(e.hint());
        }
    }

    boolean isValid() {
        return message.get().isEmpty();
    }

    /**
     * The value.
     *
     * @throws NotAllowedException if there is none
     */
    Object value() {
        return field.parse(text.get());
    }
}
