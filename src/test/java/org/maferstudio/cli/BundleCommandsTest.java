package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.embedding.Embedding;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.experiment.embedding.Embeddings;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.fixture.Persons;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.schedule.Resolution;

/** What commands say of a bundle, and of an experiment behind a list of paths. */
class BundleCommandsTest {
    @TempDir
    private Path folder;

    private Path bundle;
    private Path made;

    @BeforeEach
    void anExperimentAndItsBundle() {
        made = folder.resolve("made");
        bundle = folder.resolve("theirs.mafer");
        Experiment experiment = Experiment.create(made, Recipe.DEFAULT.named("made"));
        experiment.update(manifest -> manifest.withDataset(Persons.facts(3), null, Map.of(), ""));
        experiment.write(Persons.predictions(3, Resolution.NATIVE, 3));
        Bundle.write(experiment, bundle);
    }

    @Test
    void aBundleWithoutAnEmbeddingReportsThatAndDoesNotListPredictions() {
        String out = folder.resolve("x.png").toString();
        CommandRun run = CommandRun.of("figure", bundle.toString(), "--kind", "embedding", "--out", out);
        assertEquals(2, run.code());
        assertTrue(
                run.err().contains("The bundle " + bundle + " does not include the embedding validation@native."),
                run.err());
    }

    @Test
    void aFigureOfAnEmbeddingOfVersion010SaysThatItsPerplexityIsNotTheOneRequested() {
        Experiment experiment = Experiment.open(made);
        LabelSet labels = new LabelSet(experiment.manifest().labels());
        EmbeddingMetadata metadata = new EmbeddingMetadata(null, null, 600, true, Double.NaN, 0.9, null);
        EmbeddingRow row = new EmbeddingRow("a", "", 0, 0, 1f, Resolution.NATIVE);
        Points place = new Points(new float[][] {{1, 2}});
        new Embeddings(experiment).write(new Embedding("validation@native", labels, metadata, List.of(row), place));
        String out = folder.resolve("x.svg").toString();
        CommandRun run = CommandRun.of("figure", made.toString(), "--kind", "embedding", "--out", out);
        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.err().contains("validation@native was made by version 0.1.0, whose perplexity was not the one"),
                run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dataset=drawn", "-df=drawn"})
    void theListOfADatasetLeavesTheExperimentThatFollows(String dataset) {
        CommandRun run = CommandRun.of("evaluate", dataset, made.toString());
        assertTrue(run.err().contains("The experiment " + made + " has no checkpoint"), run.err());
    }

    @Test
    void whatFollowsAndIsNoExperimentIsReportedAsItself() {
        CommandRun packed = CommandRun.of("evaluate", "--dataset", "drawn", bundle.toString());
        assertTrue(packed.err().contains("The bundle " + bundle + " is read-only"), packed.err());
        CommandRun missing = CommandRun.of("evaluate", "--dataset=drawn", folder + "/nowhere");
        assertTrue(missing.err().contains("Not found: " + folder + "/nowhere"), missing.err());
        CommandRun unsaid = CommandRun.of("evaluate", "--dataset", "drawn", "drawn:5");
        assertTrue(unsaid.err().contains("Which experiment is to be evaluated?"), unsaid.err());
    }
}
