package org.maferstudio.cli.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.FieldTexts;
import org.maferstudio.recipe.RecipeField;
import org.maferstudio.recipe.RecipeFields;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options for fields of a recipe, made from the table of fields; a mixin of the commands that have them. */
public final class FieldOptions {
    private static final String RECIPE =
            "%nFields of the recipe. Without an option, the value of --preset or --recipe" + " applies.%n";

    @Mixin
    private final CommandSpec spec = CommandSpec.create();

    private final Map<String, OptionSpec> options = new LinkedHashMap<>();

    /** Options of these fields, such as {@code machine.device}. */
    public static FieldOptions of(String... fields) {
        FieldOptions made = new FieldOptions();
        for (String field : fields) {
            made.spec.addOption(made.option(RecipeFields.of(field)));
        }
        return made;
    }

    /** Options of all fields that have one, but those of the dataset, in sections. */
    static FieldOptions ofRecipe() {
        FieldOptions made = new FieldOptions();
        made.add(RecipeFields.DATA);
        RecipeFields.SECTIONS.forEach(made::add);
        return made;
    }

    private void add(RecipeFields.Section section) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder()
                .exclusive(false)
                .validate(false)
                .multiplicity("0..1")
                .order(spec.argGroups().size())
                .heading((spec.argGroups().isEmpty() ? RECIPE : "") + "%n" + FieldTexts.ENGLISH.title(section) + ":%n");
        section.fields()
                .filter(field -> !field.options().isEmpty() && !field.id().startsWith("dataset."))
                .forEach(field -> group.addArg(option(field)));
        spec.addArgGroup(group.build());
    }

    private OptionSpec option(RecipeField<?> field) {
        OptionSpec.Builder option = OptionSpec.builder(field.options().toArray(String[]::new))
                .paramLabel(RecipeSyntax.label(field))
                .order(options.size())
                .description(RecipeSyntax.description(field).replace("%", "%%"));
        switch (field.type().kind()) {
            case FLAG ->
                option.type(Boolean.class).arity("0..1").fallbackValue("true").negatable(true);
            case NUMBERS -> option.type(List.class).auxiliaryTypes(String.class);
            default -> option.type(String.class);
        }
        OptionSpec made = option.build();
        options.put(field.id(), made);
        return made;
    }

    /** Whether the option of a field was given. */
    public boolean has(String field) {
        return text(field).isPresent();
    }

    /** What was given for a field. */
    Optional<String> text(String field) {
        Object value = options.get(field).getValue();
        return Optional.ofNullable(value)
                .map(given -> given instanceof List<?> list
                        ? String.join(",", list.stream().map(String::valueOf).toList())
                        : given.toString());
    }

    /**
     * What was given, by field.
     *
     * @throws Problem if a value is not allowed
     */
    public Map<String, Object> values() {
        Map<String, String> given = new LinkedHashMap<>();
        options.keySet().forEach(field -> text(field).ifPresent(text -> given.put(field, text)));
        return RecipeSyntax.values(given);
    }
}
