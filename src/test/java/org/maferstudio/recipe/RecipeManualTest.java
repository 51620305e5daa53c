package org.maferstudio.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual lists the fields of a recipe as the table of fields has them. */
class RecipeManualTest {
    private static final Path PAGE = Path.of("src/site/markdown/recipe.md");
    private static final String HEADING = "## Fields\n";
    private static final FieldTexts TEXTS = FieldTexts.ENGLISH;

    @Test
    void theManualHasTheTableOfFields() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(HEADING)) + HEADING + fields();
        Path made = Files.writeString(Files.createDirectories(Path.of("target")).resolve("recipe.md"), expected);
        assertEquals(expected, page, "copy " + made + " to " + PAGE);
    }

    private static String fields() {
        StringBuilder page = new StringBuilder();
        Stream.concat(Stream.of(RecipeFields.DATA), RecipeFields.SECTIONS.stream())
                .forEach(section -> {
                    page.append("\n### ").append(TEXTS.title(section)).append("\n\n");
                    page.append("| field | option | values | default | effect |\n|---|---|---|---|---|\n");
                    section.fields().forEach(field -> page.append(row(field)));
                });
        return page.toString();
    }

    private static String row(RecipeField<?> field) {
        String options = String.join(
                ", ", field.options().stream().map(RecipeManualTest::code).toList());
        String value = field.text(Recipe.DEFAULT);
        String condition = field.condition().text().apply(name -> name);
        return "| %s | %s | %s | %s | **%s.** %s%s |\n"
                .formatted(
                        code(field.id()),
                        options,
                        field.type().allowed(Locale.ENGLISH).replaceAll("^\\[(.*)]$", "$1"),
                        value.isEmpty() ? "" : code(value),
                        TEXTS.label(field),
                        TEXTS.help(field),
                        condition.isEmpty() ? "" : " Only with " + code(condition) + ".");
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
