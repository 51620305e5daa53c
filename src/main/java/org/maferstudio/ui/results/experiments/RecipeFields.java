package org.maferstudio.ui.results.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.texts.Texts;

/** The settings of experiments as text, by their names in a recipe, and those in which experiments differ. */
final class RecipeFields {
    private static final String SCHEDULE = "schedule";
    private static final String DATASET = "dataset";

    private RecipeFields() {}

    /** The settings of an experiment; none of an imported one, which was not trained as its recipe says. */
    static Map<String, String> of(ExperimentRow row) {
        if (!row.trained()) {
            return Map.of();
        }
        Map<String, String> fields = new LinkedHashMap<>(RecipeJson.fields(row.recipe()));
        fields.remove("name");
        return fields;
    }

    /** All settings of any of them. */
    static List<String> all(List<Map<String, String>> experiments) {
        Set<String> all = new LinkedHashSet<>();
        experiments.forEach(fields -> all.addAll(fields.keySet()));
        return List.copyOf(all);
    }

    /** The settings in which they differ. */
    static List<String> differing(List<Map<String, String>> experiments) {
        return all(experiments).stream()
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
        List<Map<String, String>> all = trained.stream().map(RecipeFields::inWords).toList();
        List<String> fields = new ArrayList<>(differing(all));
        fields.sort((a, b) -> Long.compare(values(all, b), values(all, a)));
        for (int i = 0; i < trained.size(); i++) {
            Map<String, String> own = all.get(i);
            trained.get(i)
                    .setDifference(fields.stream()
                            .filter(field -> !own.getOrDefault(field, "").isEmpty())
                            .map(field -> phrase(field, own.get(field)))
                            .toList());
        }
    }

    /** The settings of an experiment with its dataset and its schedule in words. */
    private static Map<String, String> inWords(ExperimentRow row) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(DATASET, row.dataset());
        fields.put(SCHEDULE, row.recipe().schedule().describe());
        fields.putAll(of(row));
        fields.keySet()
                .removeIf(field -> field.startsWith(DATASET + ".") || field.startsWith(SCHEDULE + "."));
        return fields;
    }

    private static String phrase(String field, String value) {
        return field.equals(DATASET) || field.equals(SCHEDULE)
                ? value
                : Texts.of("results.experiments.row.setting", title(field), value);
    }

    /** The last word of a setting's name, in words: {@code course.batchSize} is "Batch size". */
    static String title(String field) {
        String[] steps = field.split("\\.");
        String last =
                steps[steps.length - 1].replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        String title = Character.toUpperCase(last.charAt(0)) + last.substring(1);
        boolean plain = Arrays.asList("kind", "name", "value").contains(last) && steps.length > 1;
        return plain ? title(String.join(".", Arrays.copyOf(steps, steps.length - 1))) + " " + last : title;
    }
}
