package org.maferstudio.report.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table from strangers' names runs nothing in a spreadsheet, and numbers stay numbers. */
class SpreadsheetFormulaTest {
    @Test
    void namesThatAreFormulasGetAnApostropheAndNumbersNone() {
        Table table = new Table(
                List.of("sample", "gain"),
                List.of(
                        List.of("=HYPERLINK(\"http://x\",\"y\")", "-0.5"),
                        List.of("@SUM(A1)", "+1.2e-05"),
                        List.of("-a.png", "-3.1 %")));
        assertEquals(
                "sample,gain\n\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",-0.5\n'@SUM(A1),+1.2e-05\n'-a.png,-3.1 %\n",
                TableText.csv(table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.5", "+1.2e-05", "-3.1 %", "-.5", "-1,234.5", "-Infinity", "-1.0E-7", "NaN", "a=b", ""})
    void numbersAndHarmlessTextStayAsTheyAre(String cell) {
        assertEquals(cell, TableText.withoutFormula(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "-1.png"})
    void whatASpreadsheetWouldComputeIsText(String cell) {
        assertEquals("'" + cell, TableText.withoutFormula(cell));
    }

    @Test
    void onlyWhatIsReadAgainIsWrittenPastThisPlace() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            List<String> past = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(SpreadsheetFormulaTest::printsCsv)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .sorted()
                    .toList();
            assertEquals(
                    List.of("Embeddings", "LabelIssues", "PredictionsFile", "SplitDuplicates", "ThumbnailArchive"),
                    past);
        }
    }

    private static boolean printsCsv(Path source) {
        try {
            return Files.readString(source).contains("new CSVPrinter(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
