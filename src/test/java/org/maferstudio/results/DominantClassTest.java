package org.maferstudio.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.schedule.Resolution;

class DominantClassTest {
    private static final LabelSet LABELS = new LabelSet(List.of("anger", "fear", "happiness"));

    /** So many images of each class, of which the first ones are predicted as fear and all others correctly. */
    private static Optional<String> warning(int each, int fearOfEach) {
        List<int[]> pairs = new ArrayList<>();
        for (int label = 0; label < LABELS.size(); label++) {
            for (int i = 0; i < each; i++) {
                pairs.add(new int[] {label, i < fearOfEach ? 1 : label});
            }
        }
        return DominantClass.warning(Rows.predictions(LABELS, Resolution.NATIVE, pairs));
    }

    @Test
    void nearlyEverythingInOneClassIsReportedWithItsNameAndNumbers() {
        String warning = warning(10, 9).orElseThrow();
        assertTrue(warning.contains("28 of 30 images are predicted as fear"), warning);
        assertTrue(warning.contains("--std"), warning);
    }

    @Test
    void anOrdinaryNetworkIsNotWarnedAbout() {
        assertEquals(Optional.empty(), warning(10, 5));
        assertEquals(Optional.empty(), warning(10, 0));
    }

    @Test
    void aFewImagesTellNothing() {
        assertEquals(Optional.empty(), warning(3, 3));
    }

    @Test
    void aClassThatMostImagesHaveIsRightlyPredictedMostOften() {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            pairs.add(new int[] {i < 35 ? 2 : 0, 2});
        }
        assertEquals(Optional.empty(), DominantClass.warning(Rows.predictions(LABELS, Resolution.NATIVE, pairs)));
    }
}
