package org.maferstudio.ui.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.datasets.Sample;
import org.maferstudio.embedding.Points;
import org.maferstudio.experiment.DatasetMetadata;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ExperimentManifest;
import org.maferstudio.experiment.SafeFile;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.experiment.embedding.Embedding;
import org.maferstudio.experiment.embedding.EmbeddingMetadata;
import org.maferstudio.experiment.embedding.EmbeddingRow;
import org.maferstudio.experiment.embedding.Embeddings;
import org.maferstudio.experiment.embedding.PlacedFaces;
import org.maferstudio.expression.Expression;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.fixture.ChosenFiles;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.HeldJobs;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;
import org.maferstudio.job.RunStatus;
import org.maferstudio.recipe.RecipePreset;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.embedding.EmbeddingListener;
import org.maferstudio.training.embedding.EmbeddingRequest;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.workbench.PlacementRequest;
import org.maferstudio.ui.workbench.Workbench;

class EmbeddingViewModelTest {
    static final LabelSet LABELS = LabelSet.of(Expression.HAPPINESS, Expression.SADNESS);

    @TempDir
    private Path folder;

    private Workspace workspace;
    private Workbench workbench;
    private final List<EmbeddingRequest> asked = new ArrayList<>();

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        workbench = new Workbench(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    static Experiment experiment(Path workspace, String name) {
        Experiment made = Experiment.create(
                workspace.resolve("experiments").resolve(name),
                RecipePreset.DEMO_BASE.recipe().named(name));
        DatasetMetadata dataset =
                new DatasetMetadata("made", "made", "", LABELS.names(), Map.of(), List.of(), List.of(), Grouping.NONE);
        made.update(manifest -> manifest.withDataset(dataset, null, Map.of(), "")
                .with(new ExperimentManifest.State(RunStatus.FINISHED, 1, 1, null, "")));
        SafeFile.write(made.checkpoints().resolve("best.safetensors"), "never opened here");
        return made;
    }

    /** Six points in two groups. */
    static Embedding embedding(String name, List<Resolution> resolutions) {
        List<EmbeddingRow> rows = new ArrayList<>();
        float[][] places = new float[6][];
        for (int i = 0; i < 6; i++) {
            int label = i / 3;
            rows.add(new EmbeddingRow("s" + i, "p" + i % 2, label, i == 5 ? 0 : label, 0.9f, resolutions.get(0)));
            places[i] = new float[] {10 * label + i, label};
        }
        EmbeddingMetadata.Source source = new EmbeddingMetadata.Source("test", resolutions, 6, 6, 17, "");
        EmbeddingMetadata metadata = new EmbeddingMetadata(source, null, 300, true, 0.5, 0.9, null);
        return new Embedding(name, LABELS, metadata, rows, new Points(places));
    }

    private EmbeddingViewModel model(EmbeddingMaker maker) {
        EmbeddingViewModel model = new EmbeddingViewModel(workbench, new DirectJobs(), FileDialogs.CANCEL, maker);
        model.refresh();
        return model;
    }

    private EmbeddingMaker making() {
        return (experiment, request, progress, listener) -> {
            asked.add(request);
            Embedding made = embedding("test@" + request.resolutions().get(0), request.resolutions());
            listener.onFeatures(made.labels(), made.rows());
            listener.onProgress(made.positions(), 50, 1.5);
            return Optional.of(made);
        };
    }

    @Test
    void theGalleryAndAnExperimentFromElsewhereCanBeLaidOutToo(@TempDir Path elsewhere) {
        Experiment shipped = experiment(folder.resolve("gallery"), "shipped");
        Experiment opened = experiment(elsewhere, "opened");
        workbench.showGallery(List.of(shipped.folder()), 1);
        workbench.showExperiment(opened.folder());
        assertEquals(
                List.of("shipped", "opened"),
                model(making()).choices().stream().map(EmbeddingChoice::title).toList());
    }

    @Test
    void whatIsKeptIsShownAtOnceAndEachClassHasItsColour() {
        new Embeddings(experiment(folder, "a")).write(embedding("test@native", List.of(Resolution.NATIVE)));
        EmbeddingViewModel model = model(making());
        Panel panel = model.panels().get(0);
        assertEquals(6, panel.cloudProperty().get().rows().size());
        assertEquals(
                List.of("Happiness", "Sadness"),
                model.dots().legendProperty().get().entries().stream()
                        .map(Legend.Entry::title)
                        .toList());
        assertEquals(List.of(), asked);
    }

    @Test
    void theLegendCountsTheDotsOfEachImageAndNotOfAllTogether() {
        new Embeddings(experiment(folder, "a")).write(embedding("test@native", List.of(Resolution.NATIVE)));
        new Embeddings(experiment(folder, "b")).write(embedding("test@native", List.of(Resolution.NATIVE)));
        EmbeddingViewModel model = model(making());
        assertEquals(2, model.panels().size());
        assertEquals(List.of("3", "3"), counts(model));
    }

    @Test
    void whereTheImagesDifferTheLegendHasTheNumberOfEach() {
        List<EmbeddingRow> rows = embedding("x", List.of(Resolution.NATIVE)).rows();
        Legend legend = Legend.of(ColourBy.LABEL, LABELS, List.of(rows, rows.subList(1, 6)));
        assertEquals(
                List.of("3 \u00b7 2", "3"),
                legend.entries().stream().map(Legend.Entry::countText).toList());
    }

    private static List<String> counts(EmbeddingViewModel model) {
        return model.dots().legendProperty().get().entries().stream()
                .map(Legend.Entry::countText)
                .toList();
    }

    @Test
    void computingEmbedsEachNetworkAtEachResolutionUpToFour() {
        experiment(folder, "a");
        experiment(folder, "b");
        EmbeddingViewModel model = model(making());
        model.form().resolutionsProperty().set("native, 24; 8");
        assertEquals(4, model.panels().size());
        model.layOut();
        assertEquals(
                List.of("[native]", "[24]", "[8]", "[native]"),
                asked.stream().map(each -> each.resolutions().toString()).toList());
        assertTrue(model.panels().stream().allMatch(panel -> panel.embedding() != null));
        assertFalse(model.runningProperty().get());
        model.form().togetherProperty().set(true);
        assertEquals(2, model.panels().size());
        assertEquals(Resolution.parseAll("native, 24, 8"), model.panels().get(0).resolutions());
    }

    @Test
    void theWholeDatasetIsEmbeddedIfAllSplitsAreWanted() {
        new Embeddings(experiment(folder, "a")).write(embedding("test@native", List.of(Resolution.NATIVE)));
        EmbeddingViewModel model = model(making());
        assertTrue(model.panels().get(0).embedding() != null);
        model.form().allSplitsProperty().set(true);
        assertNull(model.panels().get(0).embedding(), "that of the test split is not shown for the whole dataset");
        model.layOut();
        assertEquals(Optional.of(EmbeddingRequest.ALL_SPLITS), asked.get(0).split());
        model.form().allSplitsProperty().set(false);
        assertEquals("test@native", model.panels().get(0).name());
    }

    @Test
    void theOpenDatasetIsPlacedIntoTheShownEmbeddingsUntilTheyChange() {
        new Embeddings(experiment(folder, "a")).write(embedding("test@native", List.of(Resolution.NATIVE)));
        List<DatasetSource> placed = new ArrayList<>();
        EmbeddingViewModel model = model(new EmbeddingMaker() {
            @Override
            public Optional<Embedding> make(
                    Path experiment, EmbeddingRequest request, Progress progress, EmbeddingListener listener) {
                return Optional.of(embedding("test@native", List.of(Resolution.NATIVE)));
            }

            @Override
            public Optional<PlacedFaces> place(
                    Path experiment, EmbeddingRequest request, DatasetSource dataset, Progress progress) {
                placed.add(dataset);
                EmbeddingRow row = new EmbeddingRow("new", "", 1, 1, 0.9f, Resolution.NATIVE);
                return Optional.of(
                        new PlacedFaces("test@native", LABELS, List.of(row), new Points(new float[][] {{1, 2}})));
            }
        });
        model.place();
        assertTrue(model.problemProperty().get().contains("No dataset is open"));
        workbench.datasetSourceProperty().set(DatasetSource.of("drawn"));
        model.place();
        assertEquals("", model.problemProperty().get());
        assertEquals(List.of(DatasetSource.of("drawn")), placed);
        assertEquals(
                "new",
                model.panels().get(0).placedProperty().get().rows().get(0).sample());
        assertTrue(model.placedImages().isFound(), "whose faces can be shown");
        model.layOut();
        assertNull(model.panels().get(0).placedProperty().get(), "the embedding is another one");
    }

    /** Places each single face at a place, as happiness. */
    static EmbeddingMaker placingFaces(List<Sample> placed, float... place) {
        return new EmbeddingMaker() {
            @Override
            public Optional<Embedding> make(
                    Path experiment, EmbeddingRequest request, Progress progress, EmbeddingListener listener) {
                return Optional.empty();
            }

            @Override
            public Optional<PlacedFaces> place(
                    Path experiment, EmbeddingRequest request, Sample face, Progress progress) {
                placed.add(face);
                EmbeddingRow row = new EmbeddingRow(face.id(), "", face.label(), 0, 0.8f, Resolution.NATIVE);
                return Optional.of(
                        new PlacedFaces("test@native", LABELS, List.of(row), new Points(new float[][] {place})));
            }
        };
    }

    private static PlacementRequest face(Path experiment) {
        return new PlacementRequest(
                List.of(new PlacementRequest.Face(experiment, "A", new RasterImage(1, 1, 1, new byte[] {7}))));
    }

    @Test
    void aFaceOfTheLiveViewIsPlacedBesideOthersWithoutATrueClass() {
        Experiment experiment = experiment(folder, "a");
        new Embeddings(experiment).write(embedding("test@native", List.of(Resolution.NATIVE)));
        List<Sample> placed = new ArrayList<>();
        EmbeddingViewModel model = model(placingFaces(placed, 3, 4));
        workbench.place(face(experiment.folder()));
        assertEquals("embedding", workbench.paneProperty().get(), "the pane comes to the front");
        assertNull(workbench.placementRequestProperty().get(), "answered");
        assertEquals("", model.problemProperty().get());
        workbench.place(face(experiment.folder()));
        Panel.Cloud cloud = model.panels().get(0).placedProperty().get();
        assertEquals(
                List.of("Live face 1", "Live face 2"),
                cloud.rows().stream().map(EmbeddingRow::sample).toList());
        assertEquals(2, cloud.positions().size());
        HoveredDot dot = new HoveredDot(cloud.rows().get(1), 1, HoveredDot.Source.PLACED);
        assertEquals(
                "Live face 2\nTrue class: unknown\nPredicted: Happiness, 80 %\nResolution: native\nPlaced afterwards",
                DotText.of(LABELS, dot));
        assertEquals(7, model.sample(dot).orElseThrow().pixels().read().value(0, 0, 0), "its image is shown");
        for (Colouring by : List.of(ColourBy.LABEL, ColourBy.CORRECT)) {
            model.dots().byProperty().set(by);
            assertTrue(
                    model.dots().legendProperty().get().entries().stream()
                            .noneMatch(entry -> entry.key().equals(by.key(dot.row()))),
                    "it has the colour of no entry of the legend");
        }
        assertFalse(Files.exists(new Embeddings(experiment).placed("test@native")), "it is not stored");
    }

    @Test
    void aFaceIsPlacedWhenTheEmbeddingsAreReadIfThePaneWasNotYetOpen(@TempDir Path elsewhere) {
        experiment(folder, "a");
        Experiment shipped = experiment(elsewhere, "shipped");
        new Embeddings(shipped).write(embedding("test@native", List.of(Resolution.NATIVE)));
        List<Sample> placed = new ArrayList<>();
        HeldJobs jobs = new HeldJobs();
        EmbeddingViewModel model =
                new EmbeddingViewModel(workbench, jobs, FileDialogs.CANCEL, placingFaces(placed, 3, 4));
        workbench.place(face(shipped.folder()));
        assertEquals(List.of(), placed);
        jobs.releaseAll();
        assertEquals(1, placed.size(), "its network is listed and shown though it is not the workspace's");
        assertEquals("", model.problemProperty().get());
    }

    @Test
    void aFaceOfANetworkOfWhichNoEmbeddingIsShownIsNotPlaced() {
        experiment(folder, "a");
        Experiment other = experiment(folder, "b");
        new Embeddings(other).write(embedding("test@native", List.of(Resolution.NATIVE)));
        List<Sample> placed = new ArrayList<>();
        EmbeddingViewModel model = model(placingFaces(placed, 3, 4));
        workbench.place(face(folder.resolve("experiments").resolve("a")));
        assertEquals(List.of(), placed);
        assertTrue(
                model.problemProperty().get().startsWith("No embedding of A is shown."),
                model.problemProperty().get());
    }

    @Test
    void placedFacesAreShownAgainUntilTheEmbeddingIsComputedAnew() {
        Embeddings embeddings = new Embeddings(experiment(folder, "a"));
        Embedding shown = embedding("test@native", List.of(Resolution.NATIVE));
        embeddings.write(shown);
        EmbeddingRow row = new EmbeddingRow("new", "", 1, 1, 0.5f, Resolution.NATIVE, "test");
        embeddings.writePlaced(
                new PlacedFaces("test@native", LABELS, List.of(row), new Points(new float[][] {{1.5f, 2}})));
        Panel.Cloud placed = model(making()).panels().get(0).placedProperty().get();
        assertEquals(List.of(row), placed.rows());
        assertEquals(1.5f, placed.positions().rows()[0][0]);
        embeddings.write(shown);
        assertNull(model(making()).panels().get(0).placedProperty().get());
    }

    @Test
    void aNumberOutOfRangeIsReportedAndNothingIsCreated() {
        experiment(folder, "a");
        EmbeddingViewModel model = model(making());
        model.form().perplexity().textProperty().set("one");
        model.layOut();
        assertTrue(model.problemProperty().get().contains("out of range"));
        assertEquals(List.of(), asked);
    }

    @Test
    void aFailureIsReportedAndThePaneStaysUsable() {
        experiment(folder, "a");
        EmbeddingViewModel model = model((experiment, request, progress, listener) -> {
            throw Problem.input("All features are equal.");
        });
        model.layOut();
        assertEquals("All features are equal.", model.problemProperty().get());
        assertFalse(model.runningProperty().get());
    }

    @Test
    void theLegendHidesDotsAndCanSayOtherThings() {
        new Embeddings(experiment(folder, "a")).write(embedding("test@native", List.of(Resolution.NATIVE)));
        EmbeddingViewModel model = model(making());
        EmbeddingRow sad = model.panels().get(0).cloudProperty().get().rows().get(5);
        assertTrue(model.dots().shows(sad));
        model.dots().toggle("1");
        assertFalse(model.dots().shows(sad));
        model.dots().byProperty().set(ColourBy.CORRECT);
        assertTrue(model.dots().shows(sad), "another legend hides nothing");
        assertEquals(
                List.of("Correct 5", "Incorrect 1"),
                model.dots().legendProperty().get().entries().stream()
                        .map(entry -> entry.title() + " " + entry.countText())
                        .toList());
    }

    @Test
    void theColumnsOfATableAreColoursAndManyNumbersAreRanges() throws IOException {
        new Embeddings(experiment(folder, "a")).write(embedding("test@native", List.of(Resolution.NATIVE)));
        List<EmbeddingRow> rows = embedding("x", List.of(Resolution.NATIVE)).rows();
        Path table = folder.resolve("attributes.csv");
        StringBuilder text = new StringBuilder("image,glasses,nothing\n");
        for (int i = 1; i < rows.size(); i++) {
            text.append(rows.get(i).sample()).append(i < 3 ? ",yes,NaN\n" : ",no,NaN\n");
        }
        Files.writeString(table, text);
        EmbeddingViewModel model = model(making());
        model.colourByTable();
        assertEquals(ColourBy.values().length, model.colourings().size(), "the dialog was cancelled");
        EmbeddingViewModel asking =
                new EmbeddingViewModel(workbench, new DirectJobs(), new ChosenFiles(() -> table, () -> null), making());
        asking.refresh();
        asking.colourByTable();
        assertEquals("", asking.problemProperty().get());
        assertEquals("Column: glasses", asking.dots().byProperty().get().title());
        assertEquals(
                List.of("no 3", "yes 2", "unknown 1"),
                asking.dots().legendProperty().get().entries().stream()
                        .map(entry -> entry.title() + " " + entry.countText())
                        .toList());
        asking.dots().byProperty().set(asking.colourings().get(ColourBy.values().length + 1));
        assertEquals(
                List.of("unknown"),
                asking.dots().legendProperty().get().entries().stream()
                        .map(Legend.Entry::title)
                        .toList());
        Files.writeString(table, "image,glasses\nelsewhere.jpg,yes\n");
        asking.colourByTable();
        assertFalse(asking.problemProperty().get().isEmpty());
        assertEquals("Column: nothing", asking.dots().byProperty().get().title(), "the colours stay");
    }

    @Test
    void theSelectionIsSharedWithAllPanes() {
        Experiment made = experiment(folder, "a");
        new Embeddings(made).write(embedding("test@native", List.of(Resolution.NATIVE)));
        EmbeddingViewModel model = model(making());
        model.select(model.panels().get(0), Set.of("s1", "s2"));
        assertEquals(Set.of("s1", "s2"), workbench.selectionProperty().get().samples());
        assertEquals(made.folder(), workbench.selectionProperty().get().experiment());
        assertEquals("test", workbench.selectionProperty().get().split());
        workbench.selectionProperty().set(null);
        assertEquals(Set.of(), model.selectedProperty().get());
        model.select(model.panels().get(0), Set.of());
        assertNull(workbench.selectionProperty().get());
    }
}
