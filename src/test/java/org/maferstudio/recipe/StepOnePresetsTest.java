package org.maferstudio.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maferstudio.image.GreyWeights;
import org.maferstudio.image.Kernel;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.schedule.DownsamplingProbability;
import org.maferstudio.schedule.ResolutionSchedule;
import org.maferstudio.schedule.Resolutions;

/** The presets of the paper's first step against what the authors' code says. */
class StepOnePresetsTest {
    private static final Recipe CR = RecipePreset.CR.recipe();
    private static final Recipe AFFWILD2 = RecipePreset.CR_AFFWILD2.recipe();

    @Test
    void crDownsamplesToPowersOfTwoByACurriculum() {
        ResolutionSchedule schedule = CR.schedule();
        assertEquals(new DownsamplingProbability.Curriculum(0.1, 0.1, 35_000, 1), schedule.howOften());
        assertEquals(new Resolutions.PowersOfTwo(3, 7), schedule.which());
        assertEquals(Kernel.BILINEAR, schedule.kernel());
    }

    @Test
    void crTrainsOnClassesAndTheFrozenTeachersFeatures() {
        LossConfig objective = CR.objective();
        assertEquals(TeacherConfig.Who.BASE, objective.teacher().who());
        assertEquals(0.1, objective.teacher().lambda());
        assertEquals(TeacherConfig.Draws.OWN, objective.teacher().draws(), "teacher and student draw for themselves");
        assertEquals(LossConfig.ClassWeights.NONE, objective.classWeights());
        assertEquals(0, objective.labelSmoothing());
    }

    @Test
    void crIsTrainedBySgdOnAPlateau() {
        OptimiserConfig optimiser = CR.optimiser();
        assertEquals(OptimiserConfig.Algorithm.SGD, optimiser.algorithm());
        assertEquals(1e-3, optimiser.learningRate());
        assertEquals(1e-3, optimiser.rest());
        assertEquals(0.9, optimiser.momentum());
        assertEquals(5e-4, optimiser.weightDecay());
        assertFalse(optimiser.nesterov());
        LearningRateConfig rate = CR.learningRate();
        assertEquals(LearningRateConfig.Shape.PLATEAU, rate.shape());
        assertEquals(LearningRateConfig.Watch.LOSS_WITH_TEACHER, rate.watches());
        assertEquals(0.5, rate.factor());
        assertEquals(10, rate.patience());
        assertEquals(0.1, rate.threshold());
        assertEquals(1e-7, rate.minimum());
        assertEquals(0, rate.warmUpEpochs());
    }

    @Test
    void crSumsEightBatchesOf32AndChoosesTheBestAt8Pixels() {
        for (Recipe recipe : List.of(CR, AFFWILD2)) {
            TrainingConfig course = recipe.course();
            assertEquals(32, course.batch());
            assertEquals(8, course.accumulation());
            assertEquals(TrainingConfig.Reduction.SUM, course.gradientReduction());
            assertEquals(TrainingConfig.Measure.ACCURACY, course.bestBy());
            assertEquals(TrainingConfig.At.LOW, course.bestAt());
            assertEquals(8, course.validateAt());
            assertEquals(TrainingConfig.Keep.BEST, course.keep());
            assertEquals(0, course.earlyStop());
        }
    }

    @Test
    void crSeesTheBasesInputWithGreyByRgbWeightsOnBlueFirst() {
        for (Recipe recipe : List.of(CR, AFFWILD2)) {
            NetworkConfig network = recipe.network();
            assertEquals("se-resnet-50", network.name());
            assertEquals(224, network.size());
            assertEquals(256, network.resize());
            assertEquals(Kernel.BILINEAR, network.kernel());
            assertEquals(InputContract.Colour.BGR, network.colour());
            assertEquals(List.of(91.4953, 103.8827, 131.0912), network.mean());
            assertEquals(1, network.scale());
            assertEquals(
                    Augmentation.NONE.cropped(0).greyed(0.2).with(GreyWeights.BGR),
                    recipe.augmentation(),
                    "no flip, no cutout, nothing bent");
        }
    }

    @Test
    void theStudentKeepsTheBasesBatchNorms() {
        assertEquals(0, CR.network().batchNormMomentum());
        assertEquals(0.1, AFFWILD2.network().batchNormMomentum());
    }

    @Test
    void crOnAffWild2DownsamplesEveryImageAndContinuesWithoutATeacher() {
        assertEquals(
                new DownsamplingProbability.Constant(1), AFFWILD2.schedule().howOften());
        assertEquals(new Resolutions.PowersOfTwo(3, 7), AFFWILD2.schedule().which());
        assertEquals(TeacherConfig.NONE, AFFWILD2.objective().teacher());
    }

    @Test
    void crOnAffWild2IsTrainedByAdamInStepsOverTenValidations() {
        assertEquals(OptimiserConfig.Algorithm.ADAM, AFFWILD2.optimiser().algorithm());
        assertFalse(AFFWILD2.optimiser().amsgrad());
        assertEquals(0.9, AFFWILD2.optimiser().beta1());
        assertEquals(0.999, AFFWILD2.optimiser().beta2());
        LearningRateConfig rate = AFFWILD2.learningRate();
        assertEquals(LearningRateConfig.Shape.STEP, rate.shape());
        assertEquals(10, rate.everyValidations());
        assertEquals(0.1, rate.factor());
        assertTrue(AFFWILD2.course().validationsPerEpoch() > 1);
    }
}
