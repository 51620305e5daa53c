package org.maferstudio.recipe;

import java.util.Locale;
import org.maferstudio.texts.Texts;

/**
 * The names and explanations of the fields of a recipe in a language; the keys of the bundle are made from {@link
 * RecipeField#id()}.
 *
 * @param language of the texts
 */
public record FieldTexts(Locale language) {
    /** For the command line and the manual. */
    public static final FieldTexts ENGLISH = new FieldTexts(Locale.ENGLISH);

    /** For the window: in the language of the system. */
    public static FieldTexts shown() {
        return new FieldTexts(Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** The title of a section. */
    public String title(RecipeFields.Section section) {
        return of("section." + section.id());
    }

    /** One or a few words, with the unit in brackets. */
    public String label(RecipeField<?> field) {
        return of(field.id() + ".label");
    }

    /** What the value does, and a good one. */
    public String help(RecipeField<?> field) {
        return of(field.id() + ".help");
    }

    /** The help, and the range of a number. */
    public String helpWithRange(RecipeField<?> field) {
        return field.type().hasRange()
                ? of("field.helpWithRange", help(field), field.type().allowed(language))
                : help(field);
    }

    /** What it means that a list of numbers or a file is empty. */
    public String none(RecipeField<?> field) {
        return of(field.id() + ".none");
    }

    /** The title of one of the values to choose from; a value that is not among them is its own title. */
    public String title(RecipeField<?> field, String choice) {
        return field.type().choices().contains(choice) ? of(field.id() + "." + choice.replace(':', '-')) : choice;
    }

    private String of(String key, Object... values) {
        String whole = "recipe." + key;
        return Texts.of(language, whole, values);
    }
}
