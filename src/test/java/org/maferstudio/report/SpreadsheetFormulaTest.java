package org.maferstudio.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
