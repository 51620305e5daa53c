package org.maferstudio.ownclasses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.results.Dependence;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.Scores;
import org.maferstudio.schedule.Resolution;

/** Without the engine: the features are the pixels of stripes, which vanish at few pixels. */
class OwnTrainingTest {
    private static final Progress STOPPED = new Progress() {
        @Override
        public void report(double fraction, String message) {
            // Nobody looks.
        }

        @Override
        public boolean stopRequested() {
            return true;
        }
    };

    private static List<OwnClass> stripes(int samples) {
        return List.of(
                new OwnClass("across", StripedFaces.take(1, samples, StripedFaces.Direction.ACROSS)),
                new OwnClass("down", StripedFaces.take(2, samples, StripedFaces.Direction.DOWN)));
    }

    private static OwnClassifier train(List<OwnClass> classes) {
        return new OwnTraining(classes)
                .run(List.of(new StripedFaces.Network()), Progress.NONE)
                .orElseThrow()
                .get(0);
    }

    private static double accuracy(OwnClassifier.Variant variant, int resolution) {
        return variant.heldOut().stream()
                .filter(each -> each.resolution().equals(Resolution.of(resolution)))
                .map(each -> Scores.of(each).accuracy())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void heldOutSamplesArePredictedAtEveryResolution() {
        OwnClassifier trained = train(stripes(120));
        for (TrainedAt at : TrainedAt.values()) {
            List<Predictions> heldOut = trained.at(at).heldOut();
            assertEquals(
                    TrainedAt.RESOLUTIONS,
                    heldOut.stream().map(Predictions::resolution).toList());
            heldOut.forEach(each -> assertEquals(240, each.rows().size()));
            assertEquals(1, Scores.of(heldOut.get(0)).accuracy(), 0.02);
        }
        assertEquals(List.of("across", "down"), trained.contract().labels());
    }

    @Test
    void trainingAtAllResolutionsKeepsAccuracyAtFewPixels() {
        OwnClassifier trained = train(stripes(120));
        assertTrue(accuracy(trained.at(TrainedAt.ALL), 8) > accuracy(trained.at(TrainedAt.NATIVE), 8) + 0.2);
    }

    @Test
    void intervalsAreThoseOfBlocksBecauseFramesOfATakeAreAlike() {
        Predictions heldOut = train(stripes(120)).at(TrainedAt.NATIVE).heldOut().get(0);
        assertEquals(Dependence.GROUPED, Dependence.of(heldOut));
        assertEquals("across, block 1", heldOut.rows().get(0).group());
        assertEquals(
                8, heldOut.rows().stream().map(row -> row.group()).distinct().count());
    }

    @Test
    void chosenImagesAreIndependent() {
        List<OwnClass> classes = new ArrayList<>();
        int take = 1;
        for (OwnClass each : stripes(16)) {
            List<FaceSample> images = new ArrayList<>();
            for (FaceSample sample : each.samples()) {
                images.add(FaceSample.whole(sample.image(), take++));
            }
            classes.add(new OwnClass(each.name(), images));
        }
        assertEquals(
                Dependence.INDEPENDENT,
                Dependence.of(train(classes).at(TrainedAt.ALL).heldOut().get(0)));
    }

    @Test
    void aShortTakeIsTrainedOnButNotEvaluated() {
        OwnClassifier trained = train(stripes(20));
        assertEquals(List.of(), trained.at(TrainedAt.ALL).heldOut());
        assertEquals(2, trained.at(TrainedAt.ALL).classifier().biases().length);
    }

    @Test
    void tooFewSamplesAreExplained() {
        Problem problem = assertThrows(Problem.class, () -> new OwnTraining(stripes(7)));
        assertEquals(
                "Class across has fewer than 8 samples. Hold its button longer, or choose images.",
                problem.getMessage());
    }

    @Test
    void aStopLeavesNothing() {
        assertEquals(Optional.empty(), new OwnTraining(stripes(20)).run(List.of(new StripedFaces.Network()), STOPPED));
    }
}
