package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Recipe;
import org.maferstudio.fixture.Persons;
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
        experiment.update(facts -> facts.begun(Persons.facts(3), null, Map.of(), ""));
        experiment.write(Persons.predictions(3, Resolution.NATIVE, 3));
        Bundle.write(experiment, bundle);
    }

    @Test
    void aBundleWithoutAnEmbeddingSaysThatAndNotWhichPredictionsItHas() {
        String out = folder.resolve("x.png").toString();
        CommandRun run = CommandRun.of("figure", bundle.toString(), "--kind", "embedding", "--out", out);
        assertEquals(2, run.code());
        assertTrue(
                run.err()
                        .contains(
                                "The bundle " + bundle + " came without the embedding validation@native. Ask whoever"),
                run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dataset=drawn", "-df=drawn"})
    void theListOfADatasetLeavesTheExperimentThatFollows(String dataset) {
        CommandRun run = CommandRun.of("evaluate", dataset, made.toString());
        assertTrue(run.err().contains("The experiment " + made + " has no checkpoint"), run.err());
    }

    @Test
    void whatFollowsAndIsNoExperimentIsToldAsItself() {
        CommandRun packed = CommandRun.of("evaluate", "--dataset", "drawn", bundle.toString());
        assertTrue(packed.err().contains("The bundle " + bundle + " can only be looked at"), packed.err());
        CommandRun missing = CommandRun.of("evaluate", "--dataset=drawn", folder + "/nowhere");
        assertTrue(missing.err().contains("There is nothing at " + folder + "/nowhere"), missing.err());
        CommandRun unsaid = CommandRun.of("evaluate", "--dataset", "drawn", "drawn:5");
        assertTrue(unsaid.err().contains("Which experiment is to be evaluated?"), unsaid.err());
    }
}
