package org.maferstudio.ui.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.analysis.AnalysedFace;
import org.maferstudio.analysis.AnalysedFrame;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.faces.TrackedFace.Sighting;
import org.maferstudio.network.OutputValue;

/** Four frames at 0, 1, 3 and 4 s: happy, sad for two seconds, nobody, unsure. */
class PartMeansTest {
    private static final int HAPPY = LabelSet.fer2013().indexOf("happiness");
    private static final int SAD = LabelSet.fer2013().indexOf("sadness");

    private final FilmReadings readings = FilmFixture.readings(
            new AnalysedFrame(0, 0, List.of(FilmFixture.face(1, Sighting.FOUND, FilmFixture.answer(HAPPY, 0.7)))),
            new AnalysedFrame(10, 1, List.of(FilmFixture.face(1, Sighting.FOUND, FilmFixture.answer(SAD, 0.9)))),
            new AnalysedFrame(20, 3, List.of()),
            new AnalysedFrame(30, 4, List.of(FilmFixture.face(1, Sighting.CARRIED, FilmFixture.answer(SAD, 0.4)))));

    @Test
    void eachFrameCountsForTheTimeItStands() {
        PartMeans means = readings.means(1, 0, new FrameRange(0, 2));
        assertEquals((0.7 + 2 * 0.1 / 6) / 3, means.probabilities()[HAPPY], 1e-9);
        assertEquals((2 * 0.9 + 0.3 / 6) / 3, means.probabilities()[SAD], 1e-9);
        assertEquals(1 / 3.0, means.shares()[HAPPY], 1e-9);
        assertEquals(2 / 3.0, means.shares()[SAD], 1e-9);
        assertEquals(0.75, means.seen(), 1e-9);
        assertEquals(0, means.unsure());
    }

    @Test
    void valuesAreAveragedOverTheTimeTheFaceIsSeen() {
        FilmReadings valued = new FilmReadings(
                List.of(new FilmReadings.Network("A", LabelSet.fer2013(), List.of(OutputValue.of("valence")))),
                List.of(
                        new AnalysedFrame(0, 0, List.of(FilmFixture.face(1, Sighting.FOUND, valence(0.5)))),
                        new AnalysedFrame(1, 1, List.of(FilmFixture.face(1, Sighting.FOUND, valence(-1)))),
                        new AnalysedFrame(2, 3, List.of())));
        assertEquals((0.5 - 2) / 3, valued.means(1, 0, new FrameRange(0, 2)).values()[0], 1e-9);
        TimelineBins bins = TimelineBins.of(valued.sums(1, 0), new TimeSpan(0, 4), 4);
        assertEquals(0.5, bins.values()[0][0], 1e-9);
        assertEquals(-1, bins.values()[2][0], 1e-9);
        assertNull(bins.values()[3]);
    }

    private static AnalysedFace.Expressions valence(double valence) {
        return new AnalysedFace.Expressions(FilmFixture.answer(HAPPY, 0.7).probabilities(), List.of(valence));
    }

    @Test
    void anUnsurePredictionCountsForItsClassAndAsUnsure() {
        PartMeans means = readings.means(1, 0, new FrameRange(3, 3));
        assertEquals(1, means.shares()[SAD], 1e-9);
        assertEquals(1, means.unsure(), 1e-9);
    }

    @Test
    void aPartWithoutTheFaceHasNoMeans() {
        assertTrue(Double.isNaN(readings.means(1, 0, new FrameRange(2, 2)).probabilities()[HAPPY]));
    }

    @Test
    void theTimelineHasEachFrameAsLongAsItStands() {
        TimelineBins bins = TimelineBins.of(readings.sums(1, 0), new TimeSpan(0, 5), 5);
        assertArrayEquals(new int[] {HAPPY, SAD, SAD, TimelineBins.NONE, TimelineBins.UNSURE}, bins.predicted());
        assertEquals(0.9, bins.probabilities()[2][SAD], 1e-9);
        assertNull(bins.probabilities()[3]);
    }

    @Test
    void aColumnOfSeveralFramesHasTheirMean() {
        TimelineBins bins = TimelineBins.of(readings.sums(1, 0), new TimeSpan(0, 3), 1);
        assertEquals((2 * 0.9 + 0.3 / 6) / 3, bins.probabilities()[0][SAD], 1e-6);
        assertEquals(SAD, bins.predicted()[0]);
    }

    @Test
    void theMeansAreCopiedAsATable() {
        String text = MeansText.table(readings, List.of(readings.means(1, 0, new FrameRange(0, 1))));
        assertEquals(
                "network\tclass\tmean_probability\tshare_of_time",
                text.lines().findFirst().orElseThrow());
        assertTrue(text.contains("Baseline\thappiness\t0.2444\t0.3333"), text);
        assertEquals(1 + 7 + 1, text.lines().count());
    }
}
