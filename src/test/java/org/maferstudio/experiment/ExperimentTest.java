package org.maferstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.job.Problem;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.recipe.TrainingConfig;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

class ExperimentTest {
    private static final Recipe RECIPE = RecipePreset.COMPACT.recipe();

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadBack() {
        Experiment experiment = Experiment.create(folder.resolve("a"), RECIPE);
        ExperimentManifest manifest = experiment.update(f -> f.withDataset(
                        DatasetMetadata.NONE,
                        RECIPE.network().contract(LabelSet.fer2013(), List.of(130.5)),
                        Map.of("java", "17"),
                        "cpu, 2 threads")
                .with(new ExperimentManifest.State(
                        RunStatus.RUNNING,
                        2,
                        30,
                        new ExperimentManifest.Best(1, 15, TrainingConfig.Measure.MACRO_F1, 0.25),
                        "")));
        assertEquals(manifest, Experiment.open(folder.resolve("a")).manifest());
        assertEquals(LabelSet.fer2013().names(), manifest.labels());
        assertEquals(
                1, experiment.update(ExperimentManifest::withTestEvaluation).testEvaluations());
    }

    @Test
    void whatIsOpenInTheRecipeIsFixed() {
        Recipe open = RECIPE.on(DatasetSource.of("data/fer2013.csv", "drawn:3"));
        Recipe fixed = Experiment.create(folder.resolve("a"), open).manifest().recipe();
        assertTrue(fixed.machine().threads() > 0);
        assertTrue(Path.of(fixed.dataset().paths().get(0)).isAbsolute());
        assertEquals("drawn:3", fixed.dataset().paths().get(1));
    }

    @Test
    void unknownFieldsAreIgnoredAndMissingOnesDefaulted() throws IOException {
        Files.writeString(
                folder.resolve("experiment.json"),
                """
                {"fromTheFuture": 1, "recipe": {"name": "x", "novelty": {"a": 1}, "course": {"epochs": 5}}}
                """);
        ExperimentManifest manifest = Experiment.open(folder).manifest();
        assertEquals(5, manifest.recipe().course().epochs());
        assertEquals(RunStatus.NEW, manifest.state().status());
        assertEquals(History.empty(), Experiment.open(folder).history());
        assertEquals(List.of(), Experiment.open(folder).predictionFiles());
    }

    @Test
    void damageAndWhatIsMissingAreNamed() throws IOException {
        Experiment experiment = Experiment.create(folder.resolve("a"), RECIPE);
        problem("has no checkpoint", experiment::bestWeights);
        problem("has no predictions on test at 16", () -> experiment.predictions("test", Resolution.of(16)));
        problem("already contains an experiment", () -> Experiment.create(folder.resolve("a"), RECIPE));
        problem("is not empty", () -> Experiment.create(folder, RECIPE));
        problem("does not contain an experiment", () -> Experiment.open(folder));
        Files.writeString(folder.resolve("a/experiment.json"), "{\"recipe\":");
        problem("is damaged", experiment::manifest);
    }

    @Test
    void aMovedExperimentIsReportedAndNotCreatedAgain() throws IOException {
        Experiment experiment = Experiment.create(folder.resolve("a"), RECIPE);
        Files.move(folder.resolve("a"), folder.resolve("b"));
        List<Runnable> uses = List.of(
                experiment::manifest,
                experiment::bestWeights,
                () -> experiment.predictions("test", Resolution.NATIVE),
                () -> experiment.write(History.empty()),
                () -> experiment.writeNotes("x"));
        uses.forEach(use -> gone("The experiment " + folder.resolve("a"), use));
        assertFalse(Files.exists(folder.resolve("a")));
    }

    @Test
    void aWorkspaceThatWasMovedAwayIsReportedMissing() throws IOException {
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            Files.move(folder.resolve("w"), folder.resolve("v"));
            gone("The workspace " + folder.resolve("w"), workspace::experiments);
            gone(
                    "The workspace " + folder.resolve("w"),
                    () -> workspace.create(RECIPE, LocalDateTime.of(2026, 1, 2, 3, 4)));
        }
        assertFalse(Files.exists(folder.resolve("w")));
    }

    private static void gone(String what, Runnable action) {
        String sentence = assertThrows(Problem.class, action::run).getMessage();
        assertTrue(sentence.startsWith(what + " no longer exists: its folder was moved"), sentence);
    }

    private static void problem(String part, Runnable action) {
        Problem problem = assertThrows(Problem.class, action::run);
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
        assertEquals(Problem.Kind.INPUT, problem.kind());
    }

    @Test
    void historyReadsBackToTheLastBit() {
        Experiment experiment = Experiment.create(folder.resolve("a"), RECIPE);
        History history = History.empty()
                .plus(new HistoryRow(1, 10, 1280, 1 / 3.0, 0.1, Double.NaN, 0.25, 1e-5, 0.5, 12.5))
                .plus(new HistoryRow(2, 20, 2560, 1.5, 0.2, 1.25, 0.5, 1e-6, 0.5, 25));
        experiment.write(history);
        assertEquals(history, experiment.history());
        assertEquals(1, history.upTo(19).rows().size());
    }

    @Test
    void predictionsReadBack() {
        Experiment experiment = Experiment.create(folder.resolve("a"), RECIPE);
        LabelSet labels = new LabelSet(List.of("fear", "neutral"));
        experiment.write(new Predictions(
                labels, "test", Resolution.of(16), List.of(new Prediction("a", "g", 1, 0, new float[] {0.75f, 0.25f
                }))));
        assertEquals(1, experiment.predictionFiles().size());
        assertEquals(
                "a",
                experiment.predictions("test", Resolution.of(16)).rows().get(0).sample());
    }

    @Test
    void oneProcessTrainsInAFolder() {
        Experiment experiment = Experiment.create(folder.resolve("a"), RECIPE);
        experiment.update(f -> f.with(f.state().as(RunStatus.RUNNING)));
        assertEquals(RunStatus.INTERRUPTED, experiment.status());
        try (FolderLock lock = experiment.lock()) {
            assertEquals(experiment.folder(), lock.folder());
            assertEquals(RunStatus.RUNNING, experiment.status());
            problem("Another instance of MAFER Studio is using", experiment::lock);
        }
        assertEquals(RunStatus.INTERRUPTED, experiment.status());
    }

    @Test
    void aSecondWindowIsReadOnly() {
        try (Workspace first = Workspace.open(folder);
                Workspace second = Workspace.open(folder)) {
            Experiment made = first.create(RECIPE.named("Été: 1/2"), LocalDateTime.of(2026, 3, 4, 5, 6, 7));
            assertEquals("2026-03-04-050607-ete-1-2", made.id());
            assertEquals(
                    "2026-03-04-050607-ete-1-2-2",
                    first.create(RECIPE.named("Été: 1/2"), LocalDateTime.of(2026, 3, 4, 5, 6, 7))
                            .id());
            assertFalse(first.readOnly());
            assertTrue(second.readOnly());
            assertEquals(2, second.experiments().size());
            problem("read-only here", () -> second.create(RECIPE, LocalDateTime.of(2026, 3, 4, 5, 6, 7)));
        }
    }

    @Test
    void aWorkspaceThatCannotBeMadeIsAProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        problem("Cannot write to", () -> Workspace.open(file));
    }

    @Test
    void theCreationTimeIsInTheFile() {
        try (Workspace workspace = Workspace.open(folder)) {
            LocalDateTime then = LocalDateTime.of(2026, 3, 1, 9, 5, 7);
            assertEquals(Optional.of(then), workspace.create(RECIPE, then).startedAt());
        }
        LocalDateTime before = LocalDateTime.now(ZoneId.systemDefault()).minusSeconds(1);
        Experiment named = Experiment.create(folder.resolve("mine"), RECIPE);
        LocalDateTime started = named.startedAt().orElseThrow();
        assertTrue(started.isAfter(before) && started.isBefore(before.plusMinutes(1)), started::toString);
        assertEquals(started, LocalDateTime.parse(named.manifest().started()));
    }

    @Test
    void aTrainingStartedOnTheMinuteIsWrittenWithItsSecond() {
        Experiment made =
                Experiment.createIn(folder.resolve("full-minute"), RECIPE, LocalDateTime.of(2026, 3, 1, 9, 5, 0));
        assertEquals("2026-03-01T09:05:00", made.manifest().started());
    }

    @Test
    void theTimeInTheFileHoldsWhateverTheFolderIsRenamedTo() throws IOException {
        Experiment made = Experiment.create(folder.resolve("2026-03-01-090507-mine"), RECIPE);
        made.update(manifest -> manifest.startedAt(LocalDateTime.of(2026, 3, 1, 9, 5, 7)));
        Path renamed = Files.move(made.folder(), folder.resolve("2020-01-01-000000-copy"));
        Experiment experiment = Experiment.open(renamed);
        assertEquals(Optional.of(LocalDateTime.of(2026, 3, 1, 9, 5, 7)), experiment.startedAt());
        Path file = renamed.resolve("experiment.json");
        JsonObject older = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        older.remove("started");
        Files.writeString(file, older.toString());
        assertEquals(Optional.of(LocalDateTime.of(2020, 1, 1, 0, 0)), experiment.startedAt(), "as 0.1.0 kept it");
    }

    @Test
    void anExperimentOfVersion010ReportsItsTestEvaluationsAndGroups() throws IOException {
        Experiment experiment = Experiment.create(folder.resolve("older"), RECIPE);
        Path file = experiment.folder().resolve("experiment.json");
        JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        json.remove("testEvaluations");
        json.remove("started");
        json.addProperty("testLooks", 3);
        JsonObject dataset = json.getAsJsonObject("dataset");
        dataset.remove("grouping");
        JsonArray notes = new JsonArray();
        notes.add("Fold 1 of 3 by subject, stratified, seed 17: and so on.");
        dataset.add("notes", notes);
        Files.writeString(file, json.toString());
        assertEquals(3, experiment.manifest().testEvaluations());
        assertEquals(Grouping.SUBJECT, experiment.manifest().dataset().grouping());
        assertEquals(Optional.empty(), experiment.startedAt());
        experiment.update(ExperimentManifest::withTestEvaluation);
        assertTrue(Files.readString(file).contains("\"testEvaluations\": 4"));
        assertTrue(Files.readString(file).contains("\"grouping\": \"subject\""));
        assertFalse(Files.readString(file).contains("testLooks"));
    }
}
