package org.maferstudio.ui.results.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Dataset;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.Sample;
import org.maferstudio.datasets.opening.Datasets;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.LocatedDatasets;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.ChosenFiles;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.job.Progress;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.slices.ColumnsFile;
import org.maferstudio.ui.results.MadeExperiments;
import org.maferstudio.ui.results.samples.SelectedSamples;
import org.maferstudio.ui.results.selection.SelectionViewModel;
import org.maferstudio.ui.workbench.Workbench;

/** Seven classes of ten samples, {@code 0-0} to {@code 6-9}, of which the first ones of each are correct. */
class SlicesViewModelTest {
    @TempDir
    private Path folder;

    private final DirectJobs jobs = new DirectJobs();
    private Workspace workspace;
    private Experiment experiment;
    private SelectionViewModel shown;
    private SelectedSamples samples;
    private SlicesViewModel model;
    private Path table;
    private Path target;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        experiment = MadeExperiments.evaluated(folder, "a", 8, 3);
        StringBuilder told = new StringBuilder();
        LocatedDatasets located = LocatedDatasets.of(workspace);
        shown = new SelectionViewModel(jobs, told::append, located);
        samples = new SelectedSamples(new Workbench(workspace), jobs);
        model = new SlicesViewModel(jobs, new ChosenFiles(() -> table, () -> target), shown, samples, located);
        shown.figuresProperty().addListener((property, old, now) -> samples.update(now.shown(), now.resolution()));
        model.watchedProperty().set(true);
        shown.load(List.of(experiment.folder()));
        assertEquals("", told.toString());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /** Adds a column whose cell depends on the place of a sample in its class, 0 to 9. */
    private void add(String column, IntFunction<String> cell) throws IOException {
        table = folder.resolve("attributes.csv");
        String rows = IntStream.range(0, 70)
                .mapToObj(i -> (i / 10) + "-" + (i % 10) + ".png," + cell.apply(i))
                .collect(Collectors.joining("\n"));
        Files.writeString(table, "image," + column + "\n" + rows + "\n");
        model.addTable();
    }

    private void addLight() throws IOException {
        add("light", i -> i % 10 < 5 ? "bright" : "dark");
    }

    private List<String> values() {
        return model.rows().stream().map(SliceRow::value).toList();
    }

    @Test
    void theClassesAreSlicesWithoutATable() {
        assertEquals(List.of("class"), model.columnNames());
        assertEquals("class", model.columnProperty().get());
        assertEquals(7, model.rows().size());
        assertTrue(model.rows().get(0).slice().isSmall(), "ten samples are few");
        assertNotNull(model.matrixProperty().get());
    }

    @Test
    void aTableIsJoinedStoredAndItsColumnShownWorstFirst() throws IOException {
        addLight();
        assertEquals("", model.problemProperty().get());
        assertEquals(
                "attributes.csv: 70 of 70 images found in the column image.",
                model.noteProperty().get());
        assertEquals("light", model.columnProperty().get());
        assertEquals(List.of("dark", "bright"), values());
        SliceRow dark = model.rows().get(0);
        assertEquals(35, dark.n());
        // SciPy's binomtest(21, 35).proportion_ci(method="wilson"): 0.4357 to 0.7445.
        assertEquals("60.0 (43.6–74.4)", dark.accuracyText());
        assertEquals("", dark.differenceText());
        assertEquals(List.of("light"), ColumnsFile.read(experiment).names());
    }

    @Test
    void anotherResolutionSortsAgainAndKeepsTheSelection() throws IOException {
        addLight();
        model.select(model.rows().get(0));
        shown.resolutionProperty().set(Resolution.of(8));
        assertEquals("dark", model.selectedProperty().get());
        // Three of each class are correct, all of them bright.
        assertEquals(0, model.rows().get(0).accuracy());
        assertEquals(0.6, model.rows().get(1).accuracy(), 1e-12);
        assertEquals(35, model.matrixProperty().get().panels().get(0).matrix().total());
    }

    @Test
    void theSamplesOfASliceAreSelectedAndItsFiguresShown() throws IOException {
        addLight();
        assertEquals(3, model.curveProperty().get().series().size(), "all images and both slices");
        assertEquals(70, model.matrixProperty().get().panels().get(0).matrix().total());
        model.select(model.rows().get(0));
        assertEquals(35, samples.samples().size());
        assertTrue(samples.samples().stream().allMatch(row -> row.sample().charAt(2) >= '5'));
        assertFalse(samples.openProperty().get(), "the figures stay in view");
        assertEquals(2, model.curveProperty().get().series().size());
        assertEquals(35, model.matrixProperty().get().panels().get(0).matrix().total());
        samples.clear();
        assertEquals("", model.selectedProperty().get());
        assertEquals(70, model.matrixProperty().get().panels().get(0).matrix().total());
    }

    @Test
    void anotherColumnClearsTheSelection() throws IOException {
        addLight();
        model.select(model.rows().get(0));
        model.columnProperty().set("class");
        assertEquals(7, model.rows().size());
        assertEquals("", model.selectedProperty().get());
        assertTrue(samples.choice().isEmpty());
    }

    @Test
    void twoNetworksAreComparedSliceBySlice() throws IOException {
        addLight();
        Experiment other = MadeExperiments.evaluated(folder, "b", 6, 6);
        shown.load(List.of(experiment.folder(), other.folder()));
        assertEquals("b", model.otherProperty().get().name());
        SliceRow dark = model.rows().get(0);
        // Of five, the first has three correct and the second one.
        assertEquals(-0.4, dark.difference().orElseThrow().difference(), 1e-12);
        // SciPy's binomtest(14, 14), times the two slices.
        assertEquals(2 * 0.0001220703125, dark.difference().orElseThrow().p(), 1e-12);
        assertEquals(0, model.rows().get(1).difference().orElseThrow().difference());
        assertTrue(dark.differenceText().startsWith("−40.0 (−"), dark.differenceText());
        shown.load(List.of(experiment.folder()));
        assertEquals("", model.rows().get(0).differenceText());
    }

    @Test
    void ofTooManyValuesTheRareOnesAreTogetherAndWhatIsNoNumberIsUnknown() throws IOException {
        add("person", i -> "person " + i);
        assertEquals(40, model.rows().size());
        assertTrue(values().contains("31 other values"), values()::toString);
        add("tilt", i -> i % 2 == 0 ? "NaN" : Integer.toString(i));
        assertTrue(values().contains("unknown"));
        assertEquals(5, model.rows().size(), "four ranges");
        assertEquals(4, model.curveProperty().get().series().size());
    }

    @Test
    void aTableThatNamesNoImageIsRefusedInASentenceAndTheRowsRemain() throws IOException {
        table = Files.writeString(folder.resolve("other.csv"), "image,light\nnobody.png,dark\n");
        model.addTable();
        assertEquals(
                "No row of " + table
                        + " names one of the 70 images. Its columns are image, light; the first image is called 0-0.",
                model.problemProperty().get());
        assertEquals(7, model.rows().size());
        assertEquals(Set.of("class"), Set.copyOf(model.columnNames()));
    }

    @Test
    void imagesOfAnotherDatasetAreNotMeasured() {
        model.measure();
        assertEquals(
                "drawn has no image of these samples. Locate the dataset on which they were predicted.",
                model.problemProperty().get());
        assertFalse(model.columnNames().contains("brightness"));
        assertEquals(7, model.rows().size());
    }

    @Test
    void imagesAreMeasuredAndTheirNumbersDividedAtTheQuartiles() {
        Experiment drawn = Experiment.create(folder.resolve("drawn"), Recipe.DEFAULT.on(DatasetSource.of("drawn")));
        try (Dataset dataset = Datasets.open(DatasetSource.of("drawn"), Progress.NONE)) {
            drawn.write(new Predictions(
                    dataset.labels(),
                    Sample.TEST,
                    Resolution.NATIVE,
                    dataset.samples(Sample.TEST).stream()
                            .limit(20)
                            .map(sample ->
                                    Prediction.withoutProbabilities(sample.id(), "", sample.label(), sample.label()))
                            .toList()));
        }
        shown.load(List.of(drawn.folder()));
        model.measure();
        assertEquals("", model.problemProperty().get());
        assertEquals("brightness", model.columnProperty().get());
        assertEquals(4, model.rows().size(), "quartiles");
        assertEquals(20, model.rows().stream().mapToInt(SliceRow::n).sum());
    }

    @Test
    void theTableIsExportedWithEveryResolution() throws IOException {
        addLight();
        target = folder.resolve("slices.csv");
        model.export();
        List<String> lines = Files.readAllLines(target);
        assertEquals(
                "column,value,resolution,n,few,accuracy,accuracy_low,accuracy_high,difference,difference_low,"
                        + "difference_high,p_holm",
                lines.get(0));
        assertEquals(5, lines.size());
        assertEquals("light,dark,native,35,false,0.6000,0.4357,0.7445,,,,", lines.get(1));
    }

    @Test
    void filesNameSlicesTheSameInEveryLanguageAndTheWindowInItsOwn() throws IOException {
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        List<List<String>> files = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        try {
            for (Locale language : List.of(Locale.ENGLISH, Locale.ITALIAN)) {
                Locale.setDefault(Locale.Category.DISPLAY, language);
                add("tilt", i -> i % 2 == 0 ? "NaN" : Integer.toString(i));
                target = folder.resolve("slices-" + language + ".csv");
                model.export();
                List<String> lines = new ArrayList<>(Files.readAllLines(target));
                lines.addAll(model.curveProperty().get().table().orElseThrow().rows().stream()
                        .map(Object::toString)
                        .toList());
                files.add(lines);
                model.rows().forEach(row -> shown.add(row.title()));
            }
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, before);
        }
        assertEquals(files.get(0), files.get(1));
        assertTrue(files.get(0).stream().anyMatch(line -> line.startsWith("tilt,over ")), files::toString);
        assertTrue(shown.containsAll(List.of("unknown", "sconosciuto")), shown::toString);
    }

    @Test
    void wideBandsAreDrawnOnlyOfTheSelectedSlice() throws IOException {
        addLight();
        assertEquals(List.of("DRAWN", "NONE", "NONE"), bands(), "35 images have a wide interval");
        model.select(model.rows().get(0));
        assertEquals(List.of("DRAWN", "DRAWN"), bands());
        model.columnProperty().set("class");
        assertEquals(
                "anger (few images)",
                model.curveProperty().get().series().get(1).name(),
                "ten images");
    }

    private List<String> bands() {
        return model.curveProperty().get().series().stream()
                .map(series -> series.band().name())
                .toList();
    }

    @Test
    void nothingIsReadWhileThePageIsHidden() {
        model.watchedProperty().set(false);
        assertEquals(List.of(), model.rows());
        assertEquals(List.of(), model.columnNames());
        model.watchedProperty().set(true);
        assertEquals(7, model.rows().size());
    }
}
