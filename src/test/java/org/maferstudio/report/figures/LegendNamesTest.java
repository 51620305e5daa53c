package org.maferstudio.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.report.painting.FigureStyle;

class LegendNamesTest {
    @Test
    void whatAllNamesHaveInCommonIsLeftOutAndWhatDiffersStays() {
        assertEquals(
                List.of("\u2026multi\u2026", "\u2026base\u2026"),
                LegendNames.elided(List.of("fer2013-multi-seed17", "fer2013-base-seed17")));
        assertEquals(List.of("\u202617", "\u202618"), LegendNames.elided(List.of("a seed 17", "a seed 18")));
    }

    @Test
    void partsOfWordsAndWholeNamesStay() {
        assertEquals(List.of("multi", "multiple"), LegendNames.elided(List.of("multi", "multiple")));
        assertEquals(List.of("\u2026net", "\u2026net-2"), LegendNames.elided(List.of("a-net", "a-net-2")));
        assertEquals(List.of("same", "same"), LegendNames.elided(List.of("same", "same")));
    }

    @Test
    void namesThatFitStayWhole() {
        List<String> names = List.of("drawn-multi", "drawn-base");
        assertEquals(names, LegendNames.fitting(names, FigureStyle.light().font(), 500));
        assertEquals(
                List.of("\u2026multi", "\u2026base"),
                LegendNames.fitting(names, FigureStyle.light().font(), 50));
    }
}
