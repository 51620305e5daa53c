package org.maferstudio.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.expression.KnownCounts;
import org.maferstudio.live.ReportedAccuracy.At;

class ReportedAccuracyTest {
    private static OptionalInt pixels(int pixels) {
        return pixels == 0 ? OptionalInt.empty() : OptionalInt.of(pixels);
    }

    private static ReportedAccuracy at(int... resolutions) {
        return new ReportedAccuracy(
                "test",
                48,
                IntStream.of(resolutions)
                        .mapToObj(each -> new At(pixels(each), 0.5 + each / 1000.0, 3589, Optional.empty()))
                        .toList());
    }

    @ParameterizedTest(name = "for {0} px it is that at {1}")
    @CsvSource(
            textBlock =
                    """
        8,  8
        9,  8
        10, 12
        14, 16
        20, 16
        28, 32
        40, 0
        # as large as the network's input
        48, 0
        0,  0
        """)
    void theNearestEvaluatedResolutionCounts(int requested, int evaluated) {
        assertEquals(
                pixels(evaluated),
                at(0, 32, 16, 12, 8).nearest(pixels(requested)).orElseThrow().resolution());
    }

    @Test
    void ifOnlyOneResolutionWasEvaluatedItIsTheNearest() {
        assertEquals(pixels(0), at(0).nearest(pixels(8)).orElseThrow().resolution());
        assertEquals(pixels(8), at(8).nearest(pixels(0)).orElseThrow().resolution());
    }

    @Test
    void theSentenceNamesTheEvaluatedResolutionAndSaysThatItIsTheNearest() {
        assertEquals(
                "Test accuracy at 12 px: 51.2\u00a0% of 3,589 images", at(0, 12).sentence(pixels(12)));
        assertEquals(
                "Test accuracy at 12 px (nearest evaluated): 51.2\u00a0% of 3,589 images",
                at(0, 12).sentence(pixels(14)));
        assertEquals(
                "Test accuracy at native resolution: 50.0\u00a0% of 3,589 images",
                at(0, 12).sentence(pixels(0)));
        assertEquals("Not evaluated on test images", at().sentence(pixels(0)));
    }

    @Test
    void theSentenceNamesTheSplit() {
        At at = new At(pixels(0), 0.6, 3589, Optional.of(KnownCounts.FER2013_PUBLIC_TEST));
        ReportedAccuracy public1 = new ReportedAccuracy("test", 48, List.of(at));
        assertEquals(
                "Accuracy on FER2013's public test at native resolution (nearest evaluated): 60.0\u00a0% of 3,589 images",
                public1.sentence(pixels(16)));
        At other = new At(pixels(0), 0.6, 100, Optional.empty());
        assertEquals(
                "Accuracy on validation at native resolution: 60.0\u00a0% of 100 images",
                new ReportedAccuracy("validation", 48, List.of(other)).sentence(pixels(0)));
    }
}
