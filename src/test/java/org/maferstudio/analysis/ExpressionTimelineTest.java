package org.maferstudio.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.faces.TrackedFace.Sighting;
import org.maferstudio.network.OutputValue;
import org.maferstudio.report.figures.ExpressionTimelineFigure;
import org.maferstudio.report.figures.ExpressionTimelineFigure.Bin;

class ExpressionTimelineTest {
    private static final List<String> CLASSES = List.of("happiness", "sadness");
    private static final List<OutputValue> VALUES = List.of(OutputValue.of("valence"));

    @ParameterizedTest(name = "{0} frames at {1} frames per second, one of {2}")
    @CsvSource(
            textBlock =
                    """
            75,   25,       1
            100,  29.97,    1
            90,   30,       10
            399,  23.976,   1
            400,  25,       1
            1000, 29.97,    1
            1000, 25,       10
            1,    25,       1
            """)
    void aFaceInEveryFrameLeavesNoGap(int frames, double rate, int every) {
        List<AnalysedFrame> film = new ArrayList<>();
        for (int number = 0; number < frames; number += every) {
            // As the table has it: to the microsecond.
            film.add(frame(number, Math.round(number / rate * 1e6) / 1e6, 0.8));
        }
        for (Bin bin : bins(film)) {
            assertEquals(0.8, bin.probabilities().get(0), 1e-9);
            assertEquals(0.8, bin.values().get(0), 1e-9);
        }
    }

    @Test
    void aFrameStandsUntilTheNext() {
        List<Bin> bins = bins(List.of(frame(0, 0, 0.9), frame(1, 1, 0.2), frame(3, 3, 0.6), frame(4, 4, 0.7)));
        // Five seconds in four parts.
        assertEquals(4, bins.size());
        assertEquals((0.9 + 0.25 * 0.2) / 1.25, bins.get(0).probabilities().get(0), 1e-9);
        assertEquals(0.2, bins.get(1).probabilities().get(0), 1e-9);
        assertEquals(
                (0.5 * 0.2 + 0.75 * 0.6) / 1.25, bins.get(2).probabilities().get(0), 1e-9);
        assertEquals((0.25 * 0.6 + 0.7) / 1.25, bins.get(3).probabilities().get(0), 1e-9);
    }

    @Test
    void aPartWithoutAFaceIsAGap() {
        List<AnalysedFrame> film = IntStream.range(0, 50)
                .mapToObj(number -> number < 20 || number >= 30 ? frame(number, number / 25.0, 0.8) : empty(number))
                .toList();
        List<Bin> bins = bins(film);
        for (int bin = 0; bin < 50; bin++) {
            assertEquals(bin >= 20 && bin < 30, bins.get(bin).probabilities().isEmpty(), "bin " + bin);
        }
    }

    @Test
    void theSharesOfAFaceAreOfTheTimeItIsSeen() {
        List<AnalysedFrame> film = List.of(frame(0, 0, 0.9), frame(1, 1, 0.2), empty(75), frame(100, 4, 0.7));
        for (OptionalInt face : List.of(OptionalInt.empty(), OptionalInt.of(1))) {
            ExpressionTimelineFigure.Series series = figure(film, face).series().get(0);
            // Happiness for one second and the last one, sadness for two.
            assertEquals(2 / 4.0, series.shares().get(0), 1e-9);
            assertEquals((0.9 + 2 * 0.2 + 0.7) / 4, series.means().get(0), 1e-9);
        }
        assertTrue(figure(film, OptionalInt.of(2)).series().get(0).shares().isEmpty());
        assertFalse(figure(film, OptionalInt.of(1)).series().get(0).shares().isEmpty());
    }

    private static List<Bin> bins(List<AnalysedFrame> film) {
        return figure(film, OptionalInt.empty()).series().get(0).bins();
    }

    private static ExpressionTimelineFigure figure(List<AnalysedFrame> film, OptionalInt face) {
        FilmSummary summary = new FilmSummary(new PlainTable(List.of(CLASSES), List.of(List.of("valence"))), 0.04);
        film.forEach(summary);
        FilmReport.Counts counts = summary.counts(0);
        FilmReport report = new FilmReport(
                "",
                "",
                null,
                List.of(new FilmReport.Network("A", "a", "", CLASSES, null, VALUES)),
                null,
                counts,
                summary.summary(),
                null);
        return new FilmTable(List.of(CLASSES), List.of(List.of("valence")), film).figure(report, face);
    }

    private static AnalysedFrame empty(int number) {
        return new AnalysedFrame(number, number / 25.0, List.of());
    }

    /** A frame with a face, whose valence is the probability of happiness. */
    private static AnalysedFrame frame(int number, double seconds, double happiness) {
        TrackedFace tracked = new TrackedFace(
                1, new DetectedFace(new FaceBounds(20, 30, 40, 50), 0.9, Optional.empty()), Sighting.FOUND);
        AnalysedFace.Expressions expressions =
                new AnalysedFace.Expressions(Arrays.asList(happiness, 1 - happiness), List.of(happiness));
        return new AnalysedFrame(number, seconds, List.of(new AnalysedFace(tracked, List.of(expressions))));
    }
}
