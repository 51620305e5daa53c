package org.maferstudio.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class TextsTest {
    private static final Path BUNDLES = Path.of("resources/texts");
    private static final Path SOURCES = Path.of("src/main/java/org/maferstudio");
    private static final Locale ESPERANTO = Locale.forLanguageTag("eo");
    private static final Pattern USE = Pattern.compile("Texts\\s*\\.(of|count)\\(\\s*\"([^\"]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern SPECIFIER = Pattern.compile("%(?:\\d+\\$)?[-,.0-9]*([a-zA-Z])");
    /** Rooms whose sentences for people all stand in bundles. */
    private static final List<String> TRANSLATED = List.of("ui");
    /** What nobody but a developer reads, or no person at all. */
    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile("(?s).*(Exception|AssertionError)\\($"
            + "|.*(setStyle|LOG\\.log|@\\w+|Texts\\s*\\.\\w+)\\([^;]*$|.*-fx-.*");

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Set<String> used() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path source : files(SOURCES, ".java")) {
            for (MatchResult use :
                    USE.matcher(Files.readString(source)).results().toList()) {
                if (use.group(1).equals("of")) {
                    keys.add(use.group(2));
                } else {
                    keys.add(use.group(2) + ".one");
                    keys.add(use.group(2) + ".several");
                }
            }
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

    private static List<String> specifiers(String text) {
        return SPECIFIER
                .matcher(text.replace("%%", ""))
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    @Test
    void everyTextThatIsUsedIsThereAndEveryTextThatIsThereIsUsed() throws IOException {
        Set<String> there = new TreeSet<>();
        for (Path file : files(BUNDLES, ".properties")) {
            if (!file.getFileName().toString().contains("_")) {
                bundle(file).stringPropertyNames().forEach(key -> there.add(room(file) + "." + key));
            }
        }
        assertEquals(used(), there);
    }

    @Test
    void aTextHasItsValuesInPlace() {
        assertEquals("Nothing to report", Texts.of(Locale.ROOT, "shell.nothing-to-report"));
        assertEquals("Log, 3 new warnings", Texts.of(Locale.ROOT, "shell.log-new-warnings", 3));
        assertThrows(MissingResourceException.class, () -> Texts.of("shell.there-is-none"));
    }

    @Test
    void oneThingAndSeveralThingsAreCountedInWords() {
        assertEquals("1 picture", Texts.count("datasets.pictures", 1));
        assertEquals("0 pictures", Texts.count("datasets.pictures", 0));
        assertEquals("28,709 pictures", Texts.count("datasets.pictures", 28_709));
    }

    @Test
    void aTranslationIsAFileAndWhatItLacksIsSaidInEnglish() {
        assertEquals("Nenio por raporti", Texts.of(ESPERANTO, "shell.nothing-to-report"));
        assertEquals("b el a", Texts.of(ESPERANTO, "shell.warnings-of", "a", "b"));
        assertEquals("Type a command", Texts.of(ESPERANTO, "shell.type-a-command"));
    }

    /** A translation that asks for values that are not given would fail only where it is shown. */
    @Test
    void translationsInventNoTextsAndNoValues() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : files(BUNDLES, ".properties")) {
            Properties english = bundle(BUNDLES.resolve(room(file) + ".properties"));
            Properties translated = bundle(file);
            for (String key : translated.stringPropertyNames()) {
                String original = english.getProperty(key);
                if (original == null || !specifiers(original).equals(specifiers(translated.getProperty(key)))) {
                    wrong.add(file.getFileName() + ": " + key);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noSentenceForPeopleStandsInTheCodeOfTranslatedRooms() throws IOException {
        List<String> found = new ArrayList<>();
        for (String room : TRANSLATED) {
            for (Path source : files(SOURCES.resolve(room), ".java")) {
                String code = Files.readString(source)
                        .replaceAll("(?s)/\\*.*?\\*/", "")
                        .replaceAll("(?m)(?<!:)//.*$", "");
                Matcher literal = LITERAL.matcher(code);
                while (literal.find()) {
                    String before = code.substring(code.lastIndexOf(';', literal.start()) + 1, literal.start());
                    if (literal.group(1).matches(".*\\p{L}[,.:;]? \\p{L}.*")
                            && !NOT_FOR_PEOPLE.matcher(before).matches()) {
                        found.add(source.getFileName() + ": " + literal.group());
                    }
                }
            }
        }
        assertTrue(found.isEmpty(), String.join("\n", found));
    }
}
