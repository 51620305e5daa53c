package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands print and write is the same in every language: commas, dots, and the letter i. */
class LocalesTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void asItWas() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG"})
    void aCommandPrintsAndWritesTheSame(String language) throws IOException {
        Map<String, String> root = run("");
        assertTrue(root.get("import-predictions out").contains("accuracy 0.6667"), root::toString);
        assertEquals(root, run(language));
    }

    @Test
    void theTestWouldNoticeALanguage() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        assertEquals("\u0130", "i".toUpperCase(Locale.getDefault()));
        assertEquals("0,5", String.format(Locale.getDefault(), "%.1f", 0.5));
    }

    /** Runs commands; what each printed, and what it wrote, by name. */
    private Map<String, String> run(String language) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(language));
        Path place = Files.createDirectory(folder.resolve("in" + language));
        StringBuilder csv = new StringBuilder("SAMPLE,GROUND TRUTH,PREDICTION\n");
        String[] classes = {"ANGER", "DISGUST", "HAPPINESS", "SURPRISE"};
        for (int i = 0; i < 1200; i++) {
            String other = classes[(i + (i % 3 == 0 ? 1 : 0)) % 4];
            csv.append(i)
                    .append(".TIFF,")
                    .append(classes[i % 4])
                    .append(',')
                    .append(other)
                    .append('\n');
        }
        Path table = Files.writeString(place.resolve("p.csv"), csv);
        Path experiment = place.resolve("experiment");
        Map<String, String> all = new LinkedHashMap<>();
        keep(all, place, "import-predictions", table.toString(), "--out", experiment.toString());
        keep(all, place, "compare", experiment.toString(), experiment.toString());
        for (String ending : new String[] {"csv", "tex", "svg"}) {
            Path out = place.resolve("figure." + ending);
            keep(
                    all,
                    place,
                    "figure",
                    "--kind",
                    "CONFUSION",
                    "--cells",
                    "rows",
                    "--theme",
                    "light",
                    "--inks",
                    "cividis",
                    "--out",
                    out.toString(),
                    experiment.toString());
            all.put("figure." + ending, Files.readString(out));
        }
        Path report = place.resolve("report.html");
        keep(all, place, "report", "--out", report.toString(), experiment.toString());
        all.put("report.html", Files.readString(report).replace(place.toString(), ""));
        all.put("predictions", Files.readString(experiment.resolve("predictions/test@native.csv")));
        String json = Files.readString(experiment.resolve("experiment.json"), StandardCharsets.UTF_8);
        // Two runs have two times, in the same form.
        all.put("experiment.json", json.replaceAll("\"\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\"", "\"a time\""));
        return all;
    }

    private static void keep(Map<String, String> all, Path place, String... line) {
        CommandRun run = CommandRun.of(line);
        all.put(line[0] + " exit", Integer.toString(run.code()));
        all.put(line[0] + " out", run.out().replace(place.toString(), ""));
        all.put(line[0] + " err", run.err().replace(place.toString(), ""));
    }
}
