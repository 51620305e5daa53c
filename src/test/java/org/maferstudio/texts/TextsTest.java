package org.maferstudio.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maferstudio.expression.Expression;
import org.maferstudio.recipe.RecipeField;
import org.maferstudio.recipe.RecipeFields;

class TextsTest {
    private static final Path BUNDLES = Path.of("resources/texts");
    private static final Path SOURCES = Path.of("src/main/java/org/maferstudio");
    private static final Locale ESPERANTO = Locale.forLanguageTag("eo");
    private static final Pattern USE = Pattern.compile("Texts\\s*\\.of\\(\\s*\"([^\"]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern SENTENCE = Pattern.compile(".*\\p{L}[,.:;]? \\p{L}.*");
    /** What a developer reads, and style sheets. */
    private static final Pattern NOT_FOR_PEOPLE =
            Pattern.compile("(?s).*(Exception\\(|Error\\(|\\.log\\(|setStyle\\().*");

    private static final Pattern PROBLEM = Pattern.compile("Problem\\s*\\.(input|failure)\\(\\s*\"");

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Set<String> used() throws IOException {
        // These keys are computed.
        Set<String> keys = new TreeSet<>(Stream.of(Expression.values())
                .flatMap(each -> Stream.of("expression." + each.id(), "expression." + each.id() + "-short"))
                .toList());
        keys.addAll(recipeFields());
        for (Path source : files(SOURCES, ".java")) {
            for (MatchResult use :
                    USE.matcher(Files.readString(source)).results().toList()) {
                keys.add(use.group(1));
            }
        }
        return keys;
    }

    /** The texts of the fields of a recipe, whose keys are made from their names. */
    private static Set<String> recipeFields() {
        Set<String> keys = new TreeSet<>(Set.of(
                "recipe.field.allowed",
                "recipe.field.helpWithRange",
                "recipe.field.hint",
                "recipe.field.listHint",
                "recipe.section.data"));
        for (RecipeField<?> field : RecipeFields.all()) {
            keys.add("recipe." + field.id() + ".label");
            keys.add("recipe." + field.id() + ".help");
        }
        for (RecipeFields.Section section : RecipeFields.SECTIONS) {
            keys.add("recipe.section." + section.id());
            section.fields().forEach(field -> {
                switch (field.type().kind()) {
                    case CHOICE, TEXT ->
                        field.type()
                                .choices()
                                .forEach(choice -> keys.add("recipe." + field.id() + "." + choice.replace(':', '-')));
                    case NUMBERS, FILE -> keys.add("recipe." + field.id() + ".none");
                    default -> {}
                }
            });
        }
        return keys;
    }

    private static Properties bundle(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    private static String room(Path bundle) {
        return bundle.getFileName().toString().replaceAll("(_\\w+)?\\.properties$", "");
    }

    /** What a pattern does with its arguments, such as {@code 0 NONE}. */
    private static Set<String> arguments(String text) {
        MessagePattern parts = new MessagePattern(text);
        Set<String> arguments = new TreeSet<>();
        for (int i = 0; i < parts.countParts(); i++) {
            MessagePattern.Part part = parts.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_START) {
                arguments.add(parts.getPart(i + 1).getValue() + " " + part.getArgType());
            }
        }
        return arguments;
    }

    @Test
    void everyUsedTextExistsAndEveryTextIsUsed() throws IOException {
        Set<String> there = new TreeSet<>();
        for (Path file : files(BUNDLES, ".properties")) {
            if (!file.getFileName().toString().contains("_")) {
                bundle(file).stringPropertyNames().forEach(key -> there.add(room(file) + "." + key));
            }
        }
        Set<String> missing = new TreeSet<>(used());
        missing.removeAll(there);
        Set<String> unused = new TreeSet<>(there);
        unused.removeAll(used());
        assertEquals(List.of(), List.copyOf(missing), "missing");
        assertEquals(List.of(), List.copyOf(unused), "unused");
    }

    @Test
    void aTextContainsItsValues() {
        assertEquals("No log entries", Texts.of(Locale.ROOT, "shell.log.empty"));
        assertEquals("Log, 3 new warnings", Texts.of(Locale.ROOT, "shell.status.log.accessible", 3));
        assertThrows(MissingResourceException.class, () -> Texts.of("shell.log.none"));
    }

    /** What is no language: a translator would break the program. */
    @Test
    void noTextContainsAStyle() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(BUNDLES, ".properties")) {
            bundle(file).forEach((key, text) -> {
                if (text.toString().contains("-fx-")) {
                    found.add(room(file) + "." + key);
                }
            });
        }
        assertEquals(List.of(), found);
    }

    @Test
    void pluralsFollowTheNumber() {
        assertEquals("1 image", Texts.of("datasets.page.imageCount", 1));
        assertEquals("0 images", Texts.of("datasets.page.imageCount", 0));
        assertEquals("28,709 images", Texts.of("datasets.page.imageCount", 28_709));
    }

    @Test
    void aTranslationIsAFileAndMissingTextsAreEnglish() {
        assertEquals("Nenio en la protokolo", Texts.of(ESPERANTO, "shell.log.empty"));
        assertEquals("b el a", Texts.of(ESPERANTO, "shell.log.warningsOf", "a", "b"));
        assertEquals("Type a command", Texts.of(ESPERANTO, "shell.commands.search.prompt"));
    }

    @Test
    void aPageOfTheManualIsTranslatedTheSameWay() {
        assertEquals("# Komenco\n", Texts.page(ESPERANTO, "help/start.md"));
        assertTrue(Texts.page(Locale.ROOT, "help/start.md").startsWith("MAFER Studio trains networks"));
        assertTrue(Texts.page(ESPERANTO, "manual/index.md").contains("MAFER"));
        assertThrows(MissingResourceException.class, () -> Texts.page(Locale.ROOT, "help/none.md"));
    }

    /** A translation that asks for values that are not given would fail only where it is shown. */
    @Test
    void translationsHaveNoOtherKeysOrArguments() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : files(BUNDLES, ".properties")) {
            Properties english = bundle(BUNDLES.resolve(room(file) + ".properties"));
            Properties translated = bundle(file);
            for (String key : translated.stringPropertyNames()) {
                String original = english.getProperty(key);
                if (original == null || !arguments(original).equals(arguments(translated.getProperty(key)))) {
                    wrong.add(file.getFileName() + ": " + key);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyTextIsTranslatedIntoItalian() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path file : files(BUNDLES, ".properties")) {
            if (!file.getFileName().toString().contains("_")) {
                Properties italian = bundle(BUNDLES.resolve(room(file) + "_it.properties"));
                bundle(file).stringPropertyNames().stream()
                        .filter(key -> !italian.containsKey(key))
                        .forEach(key -> missing.add(room(file) + "." + key));
            }
        }
        assertEquals(List.of(), missing);
    }

    /** {@code #} would write a number in the style of the language, and {@link Texts} knows one spelling of arguments. */
    @Test
    void patternsFormatNumbersAsTheTextsExpect() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : files(BUNDLES, ".properties")) {
            Properties texts = bundle(file);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                MessagePattern parts = new MessagePattern(text);
                for (int i = 0; i < parts.countParts(); i++) {
                    MessagePattern.Part part = parts.getPart(i);
                    boolean hash = part.getType() == MessagePattern.Part.Type.REPLACE_NUMBER;
                    boolean blank = part.getType() == MessagePattern.Part.Type.ARG_START
                            && part.getArgType() != MessagePattern.ArgType.NONE
                            && !text.substring(part.getIndex()).matches("(?s)\\{\\d+,(number|plural|select),.*");
                    if (hash || blank) {
                        wrong.add(file.getFileName() + ": " + key);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noSentenceForUsersIsInTheCodeOfTheWindow() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : files(SOURCES.resolve("ui"), ".java")) {
            String code = withoutComments(source);
            Matcher literal = LITERAL.matcher(code);
            while (literal.find()) {
                String statement = code.substring(code.lastIndexOf(';', literal.start()) + 1, literal.start());
                if (SENTENCE.matcher(literal.group(1)).matches()
                        && !literal.group(1).contains("-fx-")
                        && !literal.group(1).equals("MAFER Studio")
                        && !NOT_FOR_PEOPLE.matcher(statement).matches()) {
                    found.add(source.getFileName() + ": " + literal.group());
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void onlyTheCommandLineWritesProblemsWithoutTheBundles() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : files(SOURCES, ".java")) {
            boolean notified = source.startsWith(SOURCES.resolve("cli")) || source.startsWith(SOURCES.resolve("app"));
            if (!notified && PROBLEM.matcher(withoutComments(source)).find()) {
                found.add(source.getFileName().toString());
            }
        }
        assertEquals(List.of(), found);
    }

    private static String withoutComments(Path source) throws IOException {
        return Files.readString(source).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)(?<!:)//.*$", "");
    }
}
