package org.maferstudio.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels of the window are written in italics in the help and the README. */
class HelpLabelsTest {
    private static final Path BUNDLES = Path.of("resources/texts");
    private static final Path HELP = Path.of("resources/help");
    private static final Pattern LABEL = Pattern.compile("(?<![*\\w])\\*([^*\\s][^*\\n]*)\\*(?![*\\w])");

    @ParameterizedTest(name = "language \"{0}\"")
    @ValueSource(strings = {"", "_it"})
    void everyLabelInTheHelpIsALabelOfTheWindow(String language) throws IOException {
        Set<String> labels = labels(language);
        List<String> unknown = new ArrayList<>();
        for (Path page : pages(language)) {
            for (MatchResult label :
                    LABEL.matcher(Files.readString(page)).results().toList()) {
                if (!labels.contains(label.group(1))) {
                    unknown.add(page.getFileName() + ": " + label.group(1));
                }
            }
        }
        assertEquals(List.of(), unknown);
    }

    private static List<Path> pages(String language) throws IOException {
        List<Path> pages = new ArrayList<>(files(HELP, language, ".md"));
        if (language.isEmpty()) {
            pages.add(Path.of("README.md"));
        }
        return pages;
    }

    private static Set<String> labels(String language) throws IOException {
        Set<String> labels = new HashSet<>();
        for (Path file : files(BUNDLES, language, ".properties")) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            }
            // An ellipsis marks a button that asks for more.
            texts.values().forEach(text -> labels.add(text.toString().replaceAll("…$", "")));
        }
        return labels;
    }

    /** The files of a folder in a language, by the end of their names. */
    private static List<Path> files(Path folder, String language, String extension) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(language + extension)
                                && (!language.isEmpty() || !name.matches(".*_\\w\\w\\..*"));
                    })
                    .sorted()
                    .toList();
        }
    }
}
