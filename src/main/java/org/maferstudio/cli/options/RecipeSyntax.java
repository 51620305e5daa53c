package org.maferstudio.cli.options;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maferstudio.job.Problem;
import org.maferstudio.recipe.FieldTexts;
import org.maferstudio.recipe.FieldType;
import org.maferstudio.recipe.RecipeField;
import org.maferstudio.recipe.RecipeFields;
import org.maferstudio.recipe.TeacherConfig;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.schedule.ResolutionSchedule;

/** How the fields of a recipe are written on the command line, where that is not how they are written elsewhere. */
public final class RecipeSyntax {
    private static final double LARGEST = 255;
    private static final int LONGEST_LABEL = 32;

    /**
     * What the command line takes for a field.
     *
     * @param label of the value
     * @param note one or two sentences
     */
    private record Special(String label, String note) {}

    private static final Map<String, Special> SPECIAL = Map.of(
            "network.mean",
                    new Special(
                            "train|B,G,R",
                            "With train, the mean of the training split. Numbers up to 1 refer to images with values"
                                    + " from 0 to 1, as in torchvision."),
            "network.scale", new Special("NUMBER", "Also a fraction such as 1/255; 1 if --std is given."),
            "network.std",
                    new Special(
                            "B,G,R",
                            "Without --scale, numbers up to 1 refer to images with values from 0 to 1, as in"
                                    + " torchvision."),
            "objective.teacher.who", new Special("FILE|base|none", "A weight file, or base for the network of --base."),
            "schedule.howOften",
                    new Special(
                            "SCHEDULE",
                            "One of off, p=0.5 and curriculum=0.1,0.1,35000,1, or a preset: cr-simplified,"
                                    + " cross-resolution-curriculum, small-faces, or one that you saved in the window."),
            "schedule.which",
                    new Special("PIXELS", "Such as 8,12,16 or 8:2,16:1 or pow2:3-7 or uniform:8-32 or log:8-64."),
            "resolutions", new Special("PIXELS", "With -tt also on the test split."),
            "machine.device", new Special("DEVICE", "One of auto, cpu and gpu:N."));

    private RecipeSyntax() {}

    /** What stands for the value of an option in the help. */
    static String label(RecipeField<?> field) {
        if (SPECIAL.containsKey(field.id())) {
            return SPECIAL.get(field.id()).label();
        }
        return switch (field.type().kind()) {
            case CHOICE -> choices(field).length() > LONGEST_LABEL ? "NAME" : choices(field);
            case FLAG -> "true|false";
            case FILE -> "FILE";
            case WHOLE -> "N";
            case REAL -> "NUMBER";
            case NUMBERS, TEXT, STRUCTURE -> field.type().kind().name();
        };
    }

    private static String choices(RecipeField<?> field) {
        return String.join("|", field.type().choices());
    }

    /** What an option does, which values it takes, and when it has an effect. */
    static String description(RecipeField<?> field) {
        StringBuilder text = new StringBuilder(FieldTexts.ENGLISH.helpWithRange(field));
        if (SPECIAL.containsKey(field.id())) {
            text.append(' ').append(SPECIAL.get(field.id()).note());
        } else if (label(field).equals("NAME") && field.type().kind() == FieldType.Kind.CHOICE) {
            text.append(" One of ")
                    .append(String.join(", ", field.type().choices()))
                    .append('.');
        }
        String condition = field.condition().text().apply(RecipeSyntax::option);
        return condition.isEmpty() ? text.toString() : text + " Only with " + condition + ".";
    }

    /** The longest name of a field's option. */
    private static String option(String field) {
        List<String> names = RecipeFields.of(field).options();
        return names.get(names.size() - 1);
    }

    /**
     * The values of fields that were given as text.
     *
     * @throws Problem if one is not allowed
     */
    public static Map<String, Object> values(Map<String, String> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        given.forEach((field, text) -> {
            try {
                Object value = value(field, text);
                values.put(value instanceof ResolutionSchedule ? "schedule" : field, value);
            } catch (IllegalArgumentException e) {
                throw Problem.input("Invalid value " + text + " for " + option(field) + ": " + e.getMessage() + ".", e);
            }
        });
        if (given.containsKey("network.std") && !given.containsKey("network.scale")) {
            values.put("network.scale", 1.0);
            List<Double> std = numbers(values.get("network.std"));
            values.put("network.std", std.stream().anyMatch(value -> value < 1) ? from0To255(std) : std);
        }
        // The path of a teacher is written in the place of its kind.
        Object teacher = values.get("objective.teacher.who");
        if (teacher instanceof String file) {
            values.put("objective.teacher.who", TeacherConfig.Who.FILE);
            values.put("objective.teacher.weights", file);
        }
        // Native alone also selects the best network there, whatever the preset says.
        if ("0".equals(given.get("course.validateAt")) && !given.containsKey("course.bestAt")) {
            values.put("course.bestAt", TrainingConfig.At.NATIVE);
        }
        return values;
    }

    private static Object value(String field, String text) {
        return switch (field) {
            case "network.mean" -> text.equals("train") ? List.of() : from0To255(numbers(parsed(field, text)));
            case "network.scale" -> fraction(field, text);
            case "objective.teacher.who" ->
                text.equals("none") || text.equals("base") ? parsed(field, text) : absolute(text);
            case "network.base" -> absolute(text);
            case "schedule.howOften" -> text.contains("=") ? parsed(field, text) : SavedPresets.schedule(text);
            default -> parsed(field, text);
        };
    }

    private static Object parsed(String field, String text) {
        return RecipeFields.of(field).parse(text);
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize().toString();
    }

    /** A number, or a fraction such as 1/255. */
    private static Object fraction(String field, String text) {
        String[] parts = text.split("/", 2);
        return parts.length == 1
                ? parsed(field, text)
                : parsed(field, Double.toString(number(field, parts[0]) / number(field, parts[1])));
    }

    private static double number(String field, String text) {
        return (Double) parsed(field, text);
    }

    /** A list of numbers among the values. */
    public static List<Double> numbers(Object list) {
        return ((List<?>) list).stream().map(Double.class::cast).toList();
    }

    /** Numbers of images with values from 0 to 255; if all are at most 1, they were of images with values from 0 to 1. */
    private static List<Double> from0To255(List<Double> numbers) {
        return numbers.stream().allMatch(number -> number <= 1)
                ? numbers.stream().map(number -> LARGEST * number).toList()
                : numbers;
    }
}
