package org.maferstudio.report.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.recipe.PaperModel;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipeJson;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.results.ConfusionMatrix;
import org.maferstudio.schedule.Resolution;

class PaperConfusionFigureTest {
    @TempDir
    private Path folder;

    /** Which model it is stands in the recipe; a name may say anything. */
    @Test
    void panelsStandInThePapersOrderAsTheRecipesSayAndOthersBehindThem() {
        List<Experiment> experiments = List.of(
                experiment("base", PaperModel.OTHER),
                experiment("CR of mine", PaperModel.CR_AFFWILD2),
                experiment("third", PaperModel.CR_SIMPLIFIED),
                experiment("fourth", PaperModel.BASE));
        FigureFactory figures = FigureFactory.of(EvaluatedExperiments.of(experiments, Optional.empty()));
        assertEquals(
                List.of("fourth", "third", "CR of mine", "base"),
                figures.paper(Resolution.NATIVE).panels().stream()
                        .map(ConfusionFigure.Panel::title)
                        .toList());
    }

    private Experiment experiment(String name, PaperModel model) {
        Recipe recipe = RecipeJson.change(Recipe.DEFAULT.named(name), Map.of("network.baseModel", model.id()));
        Experiment experiment = Experiment.create(folder.resolve(name), recipe);
        Made.everything(0.7, 0.3).forEach(experiment::write);
        return experiment;
    }

    @Test
    void classesStandInThePapersOrderAndKeepTheirCounts() {
        LabelSet labels = LabelSet.of(Expression.ANGER, Expression.HAPPINESS, Expression.SURPRISE);
        ConfusionMatrix matrix = ConfusionMatrix.ofCounts(labels, new long[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});
        ConfusionMatrix ordered = new PaperConfusionFigure(List.of(new ConfusionFigure.Panel("", matrix)))
                .panels()
                .get(0)
                .matrix();
        assertEquals(List.of("surprise", "happiness", "anger"), ordered.labels().names());
        assertEquals(9, ordered.count(0, 0));
        assertEquals(7, ordered.count(0, 2));
        assertEquals(2, ordered.count(2, 1));
    }

    @Test
    void everyCellHasThreeDecimalsAndThereIsOneScale() {
        String svg = FigureFile.svg(figure("base", "cr"), FigureStyle.paper());
        assertTrue(svg.contains(">0.000<"));
        assertFalse(svg.contains(">0<"));
        assertTrue(svg.contains(">0.8<") && svg.indexOf(">0.8<") == svg.lastIndexOf(">0.8<"));
        assertTrue(svg.contains(">sur<"));
    }

    private static PaperConfusionFigure figure(String... names) {
        LabelSet labels = LabelSet.of(Expression.ANGER, Expression.HAPPINESS, Expression.SURPRISE);
        ConfusionMatrix matrix = ConfusionMatrix.ofCounts(labels, new long[][] {{9, 1, 0}, {0, 8, 2}, {1, 2, 7}});
        return new PaperConfusionFigure(Stream.of(names)
                .map(name -> new ConfusionFigure.Panel(name, matrix))
                .toList());
    }
}
