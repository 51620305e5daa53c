package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlicesCommandTest {
    @TempDir
    private Path folder;

    private Path a;
    private Path b;

    @BeforeEach
    void twoImportedNetworks() throws IOException {
        a = imported("a", 2);
        b = imported("b", 4);
    }

    /** Predictions of 80 images, of which every so manieth is wrong. */
    private Path imported(String name, int wrong) throws IOException {
        StringBuilder table = new StringBuilder("sample,label,predicted\n");
        for (int i = 0; i < 80; i++) {
            table.append("test/" + i + ".jpg,happiness," + (i % wrong == 0 ? "sadness" : "happiness") + "\n");
        }
        table.append("test/80.jpg,sadness,sadness\n");
        Path file = Files.writeString(folder.resolve(name + ".csv"), table);
        Path out = folder.resolve(name);
        CommandRun run = CommandRun.of("import-predictions", file.toString(), "--out", out.toString());
        assertEquals(0, run.code(), run.err());
        return out;
    }

    private Path lights() throws IOException {
        StringBuilder table = new StringBuilder("light;image\n");
        for (int i = 0; i < 80; i++) {
            table.append((i % 2 == 0 ? "dark" : "bright") + ";" + i + ".jpg\n");
        }
        return Files.writeString(folder.resolve("lights.csv"), table);
    }

    @Test
    void accuracyByTheColumnOfATableIsPrintedWorstFirst() throws IOException {
        CommandRun run =
                CommandRun.of("slices", a.toString(), "--table", lights().toString(), "--by", "light", "--json");
        assertEquals(0, run.code(), run.err());
        assertEquals(folder.resolve("lights.csv") + ": 80 of 81 images found in column image.\n", run.err());
        JsonObject worst = JsonParser.parseString(run.out())
                .getAsJsonObject()
                .getAsJsonArray("slices")
                .get(0)
                .getAsJsonObject();
        assertEquals("dark", worst.get("value").getAsString());
        assertEquals(40, worst.get("n").getAsInt());
        assertEquals(0, worst.get("accuracy").getAsDouble());
        assertEquals(0, worst.getAsJsonArray("interval").get(0).getAsDouble(), 1e-9);
    }

    @Test
    void aJoinedTableIsKept() throws IOException {
        CommandRun.of("slices", a.toString(), "--table", lights().toString());
        CommandRun run = CommandRun.of("slices", a.toString(), "--by", "light");
        assertEquals(0, run.code(), run.err());
        assertEquals(
                """
                Accuracy by light on test at native, worst first:
                     0.0 (0.0\u20138.8)  n      40  dark
                   100.0 (91.2\u2013100.0)  n      40  bright
                   100.0 (20.7\u2013100.0)  n       1  unknown  (few images)
                """,
                run.out());
        assertEquals(
                "Columns: class, light.\n",
                CommandRun.of("slices", a.toString()).out());
        Path bundle = folder.resolve("a.mafer");
        CommandRun.of("bundle", a.toString(), "--out", bundle.toString());
        assertEquals(
                run.out(),
                CommandRun.of("slices", bundle.toString(), "--by", "light").out());
    }

    @Test
    void laterNetworksAreComparedWithTheFirst() throws IOException {
        CommandRun run =
                CommandRun.of("slices", a.toString(), b.toString(), "--table", lights().toString(), "--by", "light");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("b minus a, in points:"), run.out());
        assertTrue(run.out().contains("+50.0"), run.out());
    }

    @Test
    void whatCannotBeDoneIsSaid() throws IOException {
        CommandRun column = CommandRun.of("slices", a.toString(), "--by", "age");
        assertEquals(2, column.code());
        assertEquals("There is no column age. Choose one of class.\n", column.err());
        Path other = Files.writeString(folder.resolve("other.csv"), "x,y\nu,v\n");
        assertEquals(
                2,
                CommandRun.of("slices", a.toString(), "--table", other.toString())
                        .code());
        assertEquals(
                2,
                CommandRun.of("slices", a.toString(), "--by", "class", "--resolution", "8")
                        .code());
    }
}
