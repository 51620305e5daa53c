package org.maferstudio.ui.results.experiments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.recipe.FieldTexts;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeField;
import org.maferstudio.recipe.RecipeFields;
import org.maferstudio.texts.Texts;

/** The settings of experiments as text, by the ids of their fields, and those in which experiments differ. */
final class DifferingSettings {
    private static final String DATASET = "dataset.paths";

    private DifferingSettings() {}

    /** The settings of an experiment; none of an imported one, which was not trained as its recipe says. */
    static Map<String, String> of(ExperimentRow row) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (row.trained()) {
            for (RecipeField<?> field : RecipeFields.all()) {
                if (!field.id().equals("name")) {
                    fields.put(field.id(), field.text(row.recipe()));
                }
            }
        }
        return fields;
    }

    /** The settings in which they differ. */
    static List<String> among(List<Map<String, String>> experiments) {
        return RecipeFields.all().stream()
                .map(RecipeField::id)
                .filter(field -> values(experiments, field) > 1)
                .toList();
    }

    private static long values(List<Map<String, String>> experiments, String field) {
        return experiments.stream()
                .map(fields -> fields.getOrDefault(field, ""))
                .distinct()
                .count();
    }

    /** Tells each row how it differs from the others: what differs most comes first. */
    static void compare(List<ExperimentRow> rows) {
        List<ExperimentRow> trained =
                rows.stream().filter(ExperimentRow::trained).toList();
        List<Map<String, String>> all =
                trained.stream().map(DifferingSettings::of).toList();
        List<String> fields = new ArrayList<>(among(all));
        fields.sort((a, b) -> Long.compare(values(all, b), values(all, a)));
        for (ExperimentRow row : trained) {
            row.setDifference(fields.stream()
                    .flatMap(field -> phrase(row, RecipeFields.of(field)).stream())
                    .toList());
        }
    }

    /** A setting in words; empty if it has no effect. */
    private static Optional<String> phrase(ExperimentRow row, RecipeField<?> field) {
        Recipe recipe = row.recipe();
        if (field.id().equals(DATASET)) {
            return Optional.of(row.dataset());
        }
        boolean works = field.condition().holds().test(id -> RecipeFields.of(id).text(recipe));
        return Optional.of(field.text(recipe))
                .filter(value -> works && !value.isEmpty())
                .map(value -> Texts.of(
                        "results.experiments.row.setting",
                        title(field.id()),
                        FieldTexts.shown().title(field, value)));
    }

    /** The label of a setting. */
    static String title(String field) {
        return FieldTexts.shown().label(RecipeFields.of(field));
    }
}
