package org.maferstudio.training.optimiser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maferstudio.recipe.LearningRateConfig;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.training.TorchOracles;
import org.maferstudio.training.data.EpochPlan;

class LearningRatesTest {
    static Stream<TorchOracles.PlateauCase> plateaus() {
        return TorchOracles.read().plateaus().stream();
    }

    @ParameterizedTest
    @MethodSource("plateaus")
    void thePlateauFallsWhenPyTorchsDoes(TorchOracles.PlateauCase expected) {
        LearningRateConfig plan = new LearningRateConfig(
                LearningRateConfig.Shape.PLATEAU,
                0,
                expected.patience(),
                expected.factor(),
                expected.threshold(),
                expected.minimum(),
                1);
        TrainingConfig.Measure measure =
                expected.smallerIsBetter() ? TrainingConfig.Measure.LOSS : TrainingConfig.Measure.ACCURACY;
        Plateau plateau = Plateau.START;
        for (int i = 0; i < expected.values().size(); i++) {
            plateau = plateau.after(expected.values().get(i), measure, plan.threshold(), plan.patience());
            double rate = new LearningRates(plan, epoch(1), 10).at(expected.rate(), i, plateau);
            assertEquals(expected.rates().get(i), rate, 1e-12 * expected.rate());
        }
    }

    @ParameterizedTest(name = "{0} with {1} epochs of warm-up at step {2} is {3}")
    @CsvSource(
            textBlock =
                    """
            CONSTANT, 0, 0,   0.1
            CONSTANT, 0, 99,  0.1
            # one epoch of ten steps: 1/11, 2/11, ...
            CONSTANT, 1, 0,   0.00909090909090909
            CONSTANT, 1, 9,   0.0909090909090909
            CONSTANT, 1, 10,  0.1
            # a tenth every two epochs
            STEP,     0, 19,  0.1
            STEP,     0, 20,  0.01
            STEP,     0, 40,  0.001
            # half a cosine from 0.1 to 0.001
            COSINE,   0, 0,   0.1
            COSINE,   0, 50,  0.0505
            COSINE,   0, 100, 0.001
            # which begins after the warm-up
            COSINE,   1, 10,  0.1
            COSINE,   1, 55,  0.0505
            """)
    void theRateFollowsItsShape(LearningRateConfig.Shape kind, double warmUp, long step, double rate) {
        LearningRateConfig plan = new LearningRateConfig(kind, warmUp, 0, 0.1, 0.001, 0.001, 2);
        assertEquals(rate, new LearningRates(plan, epoch(1), 10).at(0.1, step, Plateau.START), 1e-12);
    }

    @ParameterizedTest(name = "after {0} of 10 steps an epoch, validated twice an epoch, the rate is {1}")
    @CsvSource(
            textBlock =
                    """
            0,  0.1
            # the fourteenth step is followed by no validation, the fifteenth by the third
            14, 0.1
            15, 0.01
            29, 0.01
            30, 0.001
            """)
    void aStepCanLastSomeValidations(long step, double rate) {
        LearningRateConfig plan = new LearningRateConfig(
                LearningRateConfig.Shape.STEP, 0, 0, 0.1, 0.001, 0, 2, 3, LearningRateConfig.Watch.BEST);
        assertEquals(rate, new LearningRates(plan, epoch(2), 10).at(0.1, step, Plateau.START), 1e-12);
    }

    /** Ten steps an epoch. */
    private static EpochPlan epoch(int validations) {
        return new EpochPlan(100, new TrainingConfig(10, 10, 1, validations, TrainingConfig.Measure.ACCURACY, 0, 17));
    }
}
