package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What trainings write is the same in every language; only sentences for people are translated. */
@Tag("engine")
class TrainingLocalesTest {
    /** What holds sentences, beside which ids stand. */
    private static final Set<String> SENTENCES =
            Set.of("text", "notes", "protocol", "paper_protocol", "cautions", "leftOut", "problem");

    private static final Locale BEFORE = Locale.getDefault();

    @TempDir
    private static Path folder;

    private static Map<String, String> english;

    @BeforeAll
    static void inEnglish() throws IOException {
        SmallStudy.prepare(folder);
        Locale.setDefault(Locale.ROOT);
        english = SmallStudy.run(folder, folder.resolve("english"));
        Locale.setDefault(BEFORE);
    }

    @AfterEach
    void asItWas() {
        Locale.setDefault(BEFORE);
    }

    @Test
    void everyCommandOfTheStudyEndsWell() {
        english.forEach((name, text) -> {
            if (name.endsWith(": exit")) {
                assertEquals("0", text, name);
            }
        });
        assertTrue(english.keySet().containsAll(List.of("series/summary.json", "series/seed-1/history.csv")));
        String facts = english.get("series/seed-1/experiment.json");
        assertTrue(facts.contains("\"device\": \"cpu, 1 thread\""), facts);
        assertTrue(facts.contains("\"program\": \"not packaged\""), facts);
        assertTrue(english.get("series/summary.json").contains("\"series\": \"2 seeds\""));
        assertTrue(english.get("compare --paper --json: out").contains("\"measure\": \"accuracy\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG"})
    void numbersAndLettersAreTheSameInEveryLocale(String language) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(language));
        Map<String, String> other = SmallStudy.run(folder, folder.resolve(language));
        assertEquals(english.keySet(), other.keySet());
        english.forEach((name, text) -> assertEquals(text, other.get(name), name));
    }

    /** In a process of its own, as some texts are read once. */
    @Test
    void whatIsStoredOrPrintedAsJsonIsTheSameWhereAllTextsAreTranslated() throws Exception {
        Path translated = translated();
        Path result = folder.resolve("translated.json");
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-DDJL_OFFLINE=true",
                        "-Duser.language=qps",
                        "-Duser.country=",
                        "-cp",
                        translated + File.pathSeparator + System.getProperty("java.class.path"),
                        SmallStudy.class.getName(),
                        folder.toString(),
                        folder.resolve("translated").toString(),
                        result.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> read(said));
        Map<String, String> other =
                new Gson().fromJson(read(result), new TypeToken<Map<String, String>>() {}.getType());
        assertTrue(other.get("series/seed-1/log.txt").contains("\u27e6"), "the texts are translated");
        for (Map.Entry<String, String> each : english.entrySet()) {
            String name = each.getKey();
            if (name.endsWith(".json") || name.endsWith(".csv") || name.endsWith("--json: out")) {
                String there = withoutSentences(name, other.get(name));
                assertFalse(there.contains("\u27e6"), name + ": " + there);
                assertEquals(withoutSentences(name, each.getValue()), there, name);
            }
        }
    }

    /** Every text in brackets, as a language of its own. */
    private static Path translated() throws IOException {
        Path texts = Files.createDirectories(folder.resolve("bundles/texts"));
        try (DirectoryStream<Path> bundles = Files.newDirectoryStream(Path.of("resources/texts"), "*.properties")) {
            for (Path bundle : bundles) {
                Properties english = new Properties();
                try (Reader reader = Files.newBufferedReader(bundle)) {
                    english.load(reader);
                }
                Properties other = new Properties();
                english.forEach((key, text) -> other.put(key, "\u27e6" + text + "\u27e7"));
                String name = bundle.getFileName().toString().replace(".properties", "_qps.properties");
                try (Writer writer = Files.newBufferedWriter(texts.resolve(name))) {
                    other.store(writer, null);
                }
            }
        }
        return texts.getParent();
    }

    private static String withoutSentences(String name, String text) {
        if (name.endsWith(".csv")) {
            return text;
        }
        JsonElement json = JsonParser.parseString(text);
        drop(json);
        return json.toString();
    }

    private static void drop(JsonElement json) {
        if (json.isJsonArray()) {
            json.getAsJsonArray().forEach(TrainingLocalesTest::drop);
        } else if (json.isJsonObject()) {
            new TreeMap<>(json.getAsJsonObject().asMap()).forEach((key, value) -> {
                if (SENTENCES.contains(key)) {
                    json.getAsJsonObject().remove(key);
                } else {
                    drop(value);
                }
            });
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
