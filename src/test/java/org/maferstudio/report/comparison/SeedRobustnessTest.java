package org.maferstudio.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.experiment.DegradedPredictions;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.Spread;
import org.maferstudio.schedule.Resolution;

class SeedRobustnessTest {
    private static final Degradation BLUR = new Degradation(DegradationKind.BLUR, 2);
    private static final Recipe PLAIN = Recipe.DEFAULT.named("plain");
    private static final Recipe OTHER = PLAIN.named("other").on(DatasetSource.of("drawn:3"));

    @TempDir
    private Path folder;

    /** Of 100 images so many are right: unchanged, and blurred. */
    private Experiment evaluated(Recipe recipe, long seed, int unchanged, int blurred) {
        String name = seed == 17 ? recipe.name() : recipe.name() + ", seed " + seed;
        Experiment experiment = Experiment.create(
                folder.resolve(recipe.name() + seed),
                recipe.named(name).with(recipe.course().withSeed(seed)));
        experiment.write(predictions(unchanged));
        new DegradedPredictions(experiment, Optional.empty()).write(BLUR, predictions(blurred));
        return experiment;
    }

    private static Predictions predictions(int right) {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(Prediction.withoutProbabilities("test/" + i + ".png", "", 0, i < right ? 0 : 1));
        }
        return new Predictions(new LabelSet(List.of("happiness", "sadness")), "test", Resolution.NATIVE, rows);
    }

    private static SeedRobustness of(Experiment... experiments) {
        EvaluatedExperiments evaluated = EvaluatedExperiments.of(List.of(experiments), Optional.of("test"));
        return SeedRobustness.of(evaluated, RobustnessComparison.of(evaluated, DegradationKind.BLUR));
    }

    @Test
    void seedsOfOneRecipeAreAveragedWithTheirInterval() {
        SeedRobustness seeds =
                of(evaluated(PLAIN, 18, 82, 66), evaluated(PLAIN, 17, 80, 60), evaluated(PLAIN, 19, 84, 60));
        assertEquals(1, seeds.settings().size());
        SeedRobustness.Setting setting = seeds.settings().get(0);
        assertEquals("plain", setting.name());
        assertEquals(List.of(17L, 18L, 19L), setting.seeds());
        assertEquals(
                List.of(Optional.empty(), Optional.of(BLUR)),
                List.copyOf(setting.accuracy().keySet()));
        Spread blurred = setting.accuracy().get(Optional.of(BLUR));
        assertEquals(0.62, blurred.mean(), 1e-12);
        // SciPy's t.interval(0.95, 2, 0.62, sem([0.60, 0.66, 0.60])).
        assertEquals(0.5339469454, blurred.interval().orElseThrow().low(), 1e-9);
        assertEquals(List.of(), seeds.differences());
    }

    @Test
    void recipesAreComparedSeedBySeed() {
        SeedRobustness seeds = of(
                evaluated(PLAIN, 17, 80, 60),
                evaluated(OTHER, 17, 81, 70),
                evaluated(PLAIN, 18, 82, 66),
                evaluated(OTHER, 18, 83, 74),
                evaluated(OTHER, 19, 90, 10));
        assertEquals(
                List.of("plain", "other"),
                seeds.settings().stream().map(SeedRobustness.Setting::name).toList());
        assertEquals(2, seeds.differences().size());
        SeedRobustness.Difference blurred = seeds.differences().get(1);
        assertEquals("plain", blurred.a());
        assertEquals("other", blurred.b());
        assertEquals(Optional.of(BLUR), blurred.degradation());
        assertEquals(2, blurred.accuracy().n(), "seed 19 has no counterpart");
        assertEquals(0.10, blurred.accuracy().values().get(0), 1e-12);
        assertEquals(0.08, blurred.accuracy().values().get(1), 1e-12);
    }

    @Test
    void aRecipeWithOneSeedHasNone() {
        SeedRobustness seeds = of(evaluated(PLAIN, 17, 80, 60), evaluated(OTHER, 17, 81, 70));
        assertEquals(List.of(), seeds.settings());
        assertEquals(List.of(), seeds.differences());
    }
}
