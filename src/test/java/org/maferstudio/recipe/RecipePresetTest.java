package org.maferstudio.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.schedule.ResolutionSchedule;

/** The paper's models and datasets as presets. */
class RecipePresetTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
            paper-fer2013-base,          base,          0,   256, 133.05986, 133.05986
            paper-fer2013-cr,            CR,            0.1, 256, 133.05986, 133.05986
            paper-fer2013-cr-simplified, CR-Simplified, 0.1, 256, 133.05986, 133.05986
            paper-fer2013-cr-affwild2,   CR+AffWild2,   0.1, 256, 133.05986, 133.05986
            paper-rafdb-base,            base,          0,   256, 102.15835, 146.58075
            paper-rafdb-cr,              CR,            0.1, 256, 102.15835, 146.58075
            paper-rafdb-cr-simplified,   CR-Simplified, 0.1, 256, 102.15835, 146.58075
            paper-rafdb-cr-affwild2,     CR+AffWild2,   0.1, 256, 102.15835, 146.58075
            paper-oulucasia-base,        base,          0,   224, 131.07828, 131.07828
            paper-oulucasia-cr,          CR,            0.1, 224, 131.07828, 131.07828
            paper-oulucasia-cr-simplified, CR-Simplified, 0.1, 224, 131.07828, 131.07828
            paper-oulucasia-cr-affwild2, CR+AffWild2,   0.1, 224, 131.07828, 131.07828
            """)
    void thePapersModelsHaveTheirInputOnEachDataset(
            String id, String model, double momentum, int resize, double blue, double red) {
        Recipe recipe = RecipePreset.of(id).recipe();
        NetworkConfig network = recipe.network();
        assertEquals(id, recipe.name());
        assertEquals(model, network.baseModel().published().orElseThrow());
        assertEquals(momentum, network.batchNormMomentum());
        assertEquals(224, network.size());
        assertEquals(resize, network.resize());
        assertEquals(blue, network.mean().get(0));
        assertEquals(red, network.mean().get(2));
        assertEquals(ResolutionSchedule.off(), recipe.schedule(), "the second step lowers nothing");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
            # crop first, crop, grey, elastic alpha sigma corners, shift rotate scale, holes side, flip
            paper-fer2013-cr,   42, true,  0,   50,  5,  5,   0.02, 10, 0,   10, 30, 0.5
            paper-rafdb-cr,     0,  true,  0.2, 1,   50, 50,  0.02, 10, 0,   10, 20, 0.5
            paper-oulucasia-cr, 0,  false, 0,   120, 6,  3.6, 0.02, 45, 0.3, 10, 10, 0.5
            """)
    void thePapersTransformsAreThoseOfTheAuthorsTable(ArgumentsAccessor row) {
        Augmentation augmentation = RecipePreset.of(row.getString(0)).recipe().augmentation();
        List<Double> numbers = List.of(
                augmentation.cropFirst(),
                augmentation.grey(),
                augmentation.elasticity().alpha(),
                augmentation.elasticity().sigma(),
                augmentation.elasticity().corners(),
                augmentation.motion().shift(),
                augmentation.motion().rotate(),
                augmentation.motion().scale(),
                (double) augmentation.cutout().holes(),
                augmentation.cutout().size(),
                augmentation.flip());
        List<Double> expected = IntStream.of(1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
                .mapToObj(row::getDouble)
                .toList();
        assertEquals(expected, numbers);
        assertEquals(row.getBoolean(2), augmentation.randomCrop());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
            # elastic, motion, cutout
            paper-fer2013-base,   1,   0.5, 1
            paper-rafdb-base,     0.5, 0.5, 1
            paper-oulucasia-base, 0.5, 0.5, 0.5
            """)
    void thePapersTransformsAreAsProbableAsInTheAuthorsCodeAndBlackBeyondTheBorder(
            String id, double elastic, double motion, double cutout) {
        Augmentation augmentation = RecipePreset.of(id).recipe().augmentation();
        assertEquals(elastic, augmentation.elasticity().p());
        assertEquals(motion, augmentation.motion().p());
        assertEquals(cutout, augmentation.cutout().p());
        assertEquals(Border.BLACK, augmentation.border());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "^(PAPER_|CR).*")
    void thePapersPresetsSumGradientsAndDropLeftoverBatches(RecipePreset preset) {
        TrainingConfig course = preset.recipe().course();
        assertEquals(TrainingConfig.Reduction.SUM, course.gradientReduction());
        assertEquals(TrainingConfig.Leftover.DROP, course.leftoverBatches());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "^(PAPER_|CR).*")
    void allOtherPresetsAverageGradients(RecipePreset preset) {
        assertEquals(TrainingConfig.Reduction.MEAN, preset.recipe().course().gradientReduction());
    }

    @Test
    void ouluCasiaValidatesOnceAnEpochAndTheOthersTwice() {
        assertEquals(1, RecipePreset.PAPER_OULUCASIA_CR.recipe().course().validationsPerEpoch());
        assertEquals(2, RecipePreset.PAPER_FER2013_CR.recipe().course().validationsPerEpoch());
        assertEquals(2, RecipePreset.PAPER_RAFDB_CR.recipe().course().validationsPerEpoch());
    }

    @Test
    void aModelOfThePaperWantsItsFile() {
        NetworkConfig network = RecipePreset.PAPER_RAFDB_CR_AFFWILD2.recipe().network();
        Problem problem = assertThrows(Problem.class, network::baseFile);
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains("CR+AffWild2"), problem.getMessage());
    }

    @Test
    void theRecipesForFer2013DifferOnlyInWhatMakesThemRobust() {
        Recipe base = RecipePreset.FER2013_BASE.recipe();
        assertEquals(20, base.course().epochs());
        assertEquals(OptimiserConfig.Algorithm.ADAMW, base.optimiser().algorithm());
        assertEquals(0.1, base.optimiser().weightDecay());
        assertEquals(10, base.augmentation().motion().rotate());
        assertEquals(ResolutionSchedule.off(), base.schedule());
        Recipe multi = RecipePreset.FER2013_MULTI.recipe();
        assertTrue(
                multi.differences(base).stream()
                        .allMatch(difference -> difference.field().matches("name|schedule\\..*")),
                () -> multi.differences(base).toString());
        Recipe taught = RecipePreset.FER2013_TEACHER.recipe();
        assertEquals(TeacherConfig.Who.FILE, taught.objective().teacher().who());
        assertTrue(
                taught.differences(base).stream()
                        .allMatch(difference -> difference.field().matches("name|schedule\\..*|objective\\.teacher.*")),
                () -> taught.differences(base).toString());
    }

    @Test
    void theFineRecipesContinueOneTrainingAndDifferOnlyInTheirImages() {
        Recipe start = RecipePreset.FER2013_FINE.recipe();
        assertEquals(NetworkSpec.SE_RESNET_18_FINE, start.network().name());
        assertEquals(0.999, start.optimiser().averageDecay());
        assertEquals(24, start.course().epochs());
        Recipe baseline = RecipePreset.FER2013_FINE_BASELINE.recipe();
        assertEquals(8, baseline.course().epochs());
        assertEquals(TeacherConfig.Who.BASE, baseline.objective().teacher().who());
        assertEquals(0, baseline.objective().teacher().lambda());
        assertEquals(1, baseline.objective().teacher().distillation());
        Recipe multi = RecipePreset.FER2013_FINE_MULTI.recipe();
        assertTrue(
                multi.differences(baseline).stream()
                        .allMatch(difference -> difference.field().matches("name|schedule\\..*")),
                () -> multi.differences(baseline).toString());
        assertEquals(
                List.of(Kernel.BOX, Kernel.BICUBIC, Kernel.LANCZOS),
                multi.schedule().otherKernels());
    }
}
