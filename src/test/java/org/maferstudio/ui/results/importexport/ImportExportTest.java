package org.maferstudio.ui.results.importexport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.EvaluatedExperiments;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.ThumbnailArchive;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.report.export.FigureFile;
import org.maferstudio.report.figures.FigureFactory;
import org.maferstudio.report.figures.FigureKind;
import org.maferstudio.report.painting.FigureStyle;
import org.maferstudio.report.painting.PrintColours;
import org.maferstudio.results.Normalisation;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.imports.ImportedMatrix;
import org.maferstudio.results.imports.ImportedPredictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.ui.results.MadeExperiments;
import org.maferstudio.ui.results.ResultsViewModel;
import org.maferstudio.ui.results.evaluation.ExperimentEvaluator;
import org.maferstudio.ui.results.experiments.ExperimentRow;
import org.maferstudio.ui.workbench.Workbench;

class ImportExportTest {
    @TempDir
    private Path folder;

    private final DirectJobs jobs = new DirectJobs();
    private Answers answers;
    private Workspace workspace;
    private Workbench workbench;
    private ResultsViewModel model;
    private ImportExport exchange;
    private Experiment experiment;

    @BeforeEach
    void open() {
        answers = new Answers(folder);
        workspace = Workspace.open(folder.resolve("workspace"));
        workbench = new Workbench(workspace);
        model = new ResultsViewModel(workbench, jobs, answers, ExperimentEvaluator.ENGINE);
        exchange = model.exchange();
        experiment = MadeExperiments.evaluated(workspace.folder(), "base", 8, 3);
        model.refresh();
    }

    @AfterEach
    void close() {
        workspace.close();
        assertEquals(List.of(), jobs.untold());
    }

    // Figures

    @Test
    void theFileOfAFigureIsThatOfTheCommandAndOfThePreview() throws IOException {
        exchange.exportFigure();
        FigureExport export = exchange.figures();
        export.coloursProperty().set(PrintColours.GREY);
        export.formatProperty().set(FigureFormat.PNG);
        export.dpi().set(100);
        assertTrue(export.savable());
        export.save();
        assertFalse(export.openProperty().get());
        assertEquals(List.of("confusion-2026-01-01-120000-base-native.png"), answers.suggested());
        var command = FigureFactory.of(EvaluatedExperiments.of(List.of(experiment), Optional.empty()))
                .headed(FigureKind.CONFUSION, Resolution.NATIVE, Normalisation.ROWS);
        assertArrayEquals(
                FigureFile.png(command, PrintColours.GREY.on(FigureStyle.paper()), 100),
                Files.readAllBytes(folder.resolve("confusion-2026-01-01-120000-base-native.png")));
    }

    @Test
    void everyFigureThatThereIsCanBeMade() {
        exchange.exportFigure();
        FigureExport export = exchange.figures();
        for (FigureKind content : withoutEmbedding()) {
            export.contentProperty().set(content);
            assertNotNull(
                    export.figureProperty().get(),
                    () -> content + ": " + export.problemProperty().get());
        }
        assertEquals("", export.size().replaceFirst("\\d+\\.\\d × \\d+\\.\\d cm", ""));
        export.contentProperty().set(FigureKind.EMBEDDING);
        assertTrue(export.problemProperty().get().startsWith("The embedding "), export.problemProperty()::get);
    }

    /** None is computed for these experiments. */
    private static Set<FigureKind> withoutEmbedding() {
        return EnumSet.complementOf(EnumSet.of(FigureKind.EMBEDDING));
    }

    /** A ticked experiment that does not fit is left out and named; the figure of the others can be saved. */
    @Test
    void anExperimentThatDoesNotFitIsLeftOutOfTheFigureAndNamed() {
        Experiment bare = MadeExperiments.evaluated(workspace.folder(), "other", 8, 3);
        bare.write(MadeExperiments.predictions("validation", Resolution.NATIVE, 8));
        bare.predictionFiles().stream()
                .filter(file -> file.getFileName().toString().startsWith("test"))
                .forEach(file -> file.toFile().delete());
        model.refresh();
        model.experiments().selectedProperty().set(row("base"));
        row("other").tickedProperty().set(true);
        exchange.exportFigure();
        FigureExport export = exchange.figures();
        for (FigureKind content : withoutEmbedding()) {
            export.contentProperty().set(content);
            assertTrue(
                    export.savable(),
                    () -> content + ": " + export.problemProperty().get());
        }
        export.contentProperty().set(FigureKind.CONFUSION);
        assertTrue(export.withoutProperty().get().startsWith("Without other: "), export.withoutProperty()::get);
    }

    /** The heat map shows one experiment: the selected one, where several are ticked. */
    @Test
    void theHeatMapOfSeveralIsThatOfTheFirst() {
        MadeExperiments.evaluated(workspace.folder(), "other", 8, 3);
        model.refresh();
        model.experiments().selectedProperty().set(row("base"));
        row("other").tickedProperty().set(true);
        exchange.exportFigure();
        exchange.figures().contentProperty().set(FigureKind.HEATMAP);
        assertTrue(exchange.figures().savable());
        assertTrue(exchange.figures().withoutProperty().get().startsWith("Without other: "));
    }

    private ExperimentRow row(String name) {
        return model.experiments().all().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void numbersLeaveAsTheTextThatIsShown() throws IOException {
        exchange.exportFigure();
        FigureExport export = exchange.figures();
        export.contentProperty().set(FigureKind.RESOLUTION);
        export.formatProperty().set(FigureFormat.TEX);
        assertTrue(export.text().contains("\\toprule"), export::text);
        String shown = export.text();
        export.save();
        assertEquals(shown, Files.readString(folder.resolve("resolution-2026-01-01-120000-base.tex")));
        assertEquals("", export.size());
    }

    @Test
    void whatCannotBeDrawnSaysWhyAndCannotBeSaved() {
        Predictions bare = MadeExperiments.withoutProbabilities("test", Resolution.NATIVE);
        experiment.write(bare);
        model.refresh();
        exchange.exportFigure();
        exchange.figures().contentProperty().set(FigureKind.RELIABILITY);
        assertNull(exchange.figures().figureProperty().get());
        assertFalse(exchange.figures().savable());
        assertTrue(exchange.figures().problemProperty().get().contains("no probabilities"));
        assertNull(model.shown().figuresProperty().get().figure(FigureKind.RELIABILITY));
        assertNull(model.shown().figuresProperty().get().figure(FigureKind.COVERAGE));
        assertTrue(model.shown().figuresProperty().get().withoutConfidence().contains("no probabilities"));
        exchange.figures().contentProperty().set(FigureKind.CONFUSION);
        assertEquals("", exchange.figures().problemProperty().get());
    }

    @Test
    void percentagesAreImportedIfTheSamplesByClassAreGiven() throws IOException {
        exchange.importFile(Files.writeString(folder.resolve("m.csv"), ",happy,sad\nhappy,80,20\nsad,25,75\n"));
        ImportForm form = exchange.imports();
        assertEquals(ImportKind.MATRIX, form.kindProperty().get());
        assertTrue(form.problemProperty().get().contains("samples per class"), form.problemProperty()::get);
        form.details().samplesByClassProperty().set("many");
        assertTrue(form.problemProperty().get().contains("whole numbers"), form.problemProperty()::get);
        form.details().samplesByClassProperty().set("10, 40");
        assertEquals(50, form.foundProperty().get().predictions().rows().size(), form.problemProperty()::get);
    }

    @Test
    void rowsThatCannotBeReadAreLeftOutOnRequest() throws IOException {
        exchange.importFile(Files.writeString(folder.resolve("a.csv"), "label,pred\nhappy,sad\nsad,\n"));
        ImportForm form = exchange.imports();
        assertTrue(form.problemProperty().get().contains("1 of 2 rows"), form.problemProperty()::get);
        form.details().leavingOutProperty().set(true);
        assertEquals(1, form.foundProperty().get().predictions().rows().size());
    }

    // Reports and bundles

    @Test
    void aReportOnWhatIsShownIsOnePage() throws IOException {
        exchange.exportReport();
        String page = Files.readString(folder.resolve("report.html"));
        assertTrue(page.contains("Limitations"));
        assertTrue(page.contains("Complete recipe"));
    }

    @Test
    void aBundleHasNoImagesUnlessRequestedEachTime() {
        exchange.exportBundle();
        exchange.bundle().imagesProperty().set(true);
        exchange.bundle().openProperty().set(false);
        exchange.exportBundle();
        assertFalse(exchange.bundle().imagesProperty().get());
        exchange.bundle().save();
        Path file = folder.resolve(experiment.id() + ".mafer");
        Experiment opened = Bundle.unpack(file, folder.resolve("opened"));
        assertEquals(2, opened.predictionFiles().size());
        assertTrue(ThumbnailArchive.of(opened).isEmpty());
    }

    // Networks

    @Test
    void aNetworkIsWrittenInTheFormatOfTheChosenExtension() throws IOException {
        Files.createDirectories(experiment.checkpoints());
        Files.copy(
                Path.of("resources/gallery/fer2013-base-17.safetensors"),
                experiment.checkpoints().resolve("best.safetensors"));
        model.refresh();
        assertTrue(exchange.networkProperty().get());
        exchange.exportNetwork();
        assertEquals(List.of(experiment.id() + ".onnx"), answers.suggested());
        String beginning = new String(
                Files.readAllBytes(folder.resolve(experiment.id() + ".onnx")), 0, 64, StandardCharsets.US_ASCII);
        assertTrue(beginning.contains("MAFER Studio"), beginning);
    }

    @Test
    void anImportedNetworkIsAFileAlready() throws IOException {
        Files.write(experiment.checkpoints().resolve(Experiment.IMPORTED), new byte[8]);
        model.refresh();
        assertTrue(exchange.importedProperty().get());
        assertFalse(exchange.networkProperty().get());
        exchange.exportNetwork();
        assertEquals(List.of(), answers.suggested());
    }

    @Test
    void withoutANetworkThereIsNothingToExport() {
        assertFalse(exchange.networkProperty().get());
        exchange.exportNetwork();
        assertEquals(List.of(), answers.suggested());
    }

    // Results of other programs

    @Test
    void theAuthorsTableIsFoundByItsColumnsOnceItsNumbersHaveNames() throws IOException {
        answers.choose(Files.writeString(folder.resolve("authors.csv"), "gt_label,prediction\n0,0\n3,3\n6,0\n"));
        exchange.importResults();
        ImportForm form = exchange.imports();
        assertEquals(ImportKind.PREDICTIONS, form.kindProperty().get());
        assertEquals(List.of("", "gt_label", "prediction"), form.columns());
        assertTrue(form.problemProperty().get().contains("are numbers from 0 to 6"), form.problemProperty()::get);
        assertFalse(form.readyExpression().get());
        form.details().classesProperty().set("anger, disgust, fear, happiness, sadness, surprise, neutral");
        assertEquals("", form.problemProperty().get());
        assertTrue(form.readyExpression().get());
        assertTrue(form.foundProperty().get().notes().get(0).startsWith("Class numbers: 0 = anger"));
        form.nameProperty().set("The authors' base");
        form.save();
        Experiment made = Experiment.open(workbench.experimentProperty().get());
        assertEquals("The authors' base", made.manifest().recipe().name());
        assertEquals(3, made.predictions("test", Resolution.NATIVE).rows().size());
        assertEquals("results", workbench.paneProperty().get());
        assertFalse(form.openProperty().get());
    }

    @Test
    void columnsOfUnusualNamesAreChosenByHand() throws IOException {
        exchange.importFile(Files.writeString(folder.resolve("a.csv"), "what,said\nhappy,sad\nsad,sad\n"));
        ImportForm form = exchange.imports();
        assertTrue(form.problemProperty().get().contains("Specify the column"), form.problemProperty()::get);
        form.details().columnProperty(ImportedPredictions.Column.LABEL).set("what");
        form.details().columnProperty(ImportedPredictions.Column.PREDICTED).set("said");
        assertEquals(2, form.foundProperty().get().predictions().rows().size());
    }

    @Test
    void aMatrixWithTrueClassesInColumnsIsTransposedOnRequest() throws IOException {
        exchange.importFile(Files.writeString(folder.resolve("m.csv"), ",happy,sad\nhappy,5,2\nsad,1,9\n"));
        ImportForm form = exchange.imports();
        assertEquals(ImportKind.MATRIX, form.kindProperty().get());
        assertTrue(form.foundProperty().get().notes().get(0).contains("7 happiness, 10 sadness"));
        form.details().rowsProperty().set(ImportedMatrix.Rows.PREDICTED);
        assertTrue(form.foundProperty().get().notes().get(0).contains("6 happiness, 11 sadness"));
        form.resolutionProperty().set("big");
        assertFalse(form.readyExpression().get());
        assertTrue(form.problemProperty().get().contains("number of pixels"));
    }

    @Test
    void aSecondResolutionJoinsWhatWasImportedBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("m.csv"), ",happy,sad\nhappy,5,2\nsad,1,9\n");
        exchange.importFile(file);
        exchange.imports().save();
        Path first = workbench.experimentProperty().get();
        exchange.importFile(file);
        ImportForm form = exchange.imports();
        assertEquals(2, form.targets().size());
        form.targetProperty().set(form.targets().get(1));
        form.resolutionProperty().set("16");
        form.save();
        assertEquals(2, Experiment.open(first).predictionFiles().size());
    }

    @Test
    void aFileThatIsNeitherIsReported() throws IOException {
        exchange.importFile(Files.writeString(folder.resolve("empty.csv"), ""));
        assertTrue(exchange.imports().openProperty().get());
        assertFalse(exchange.imports().problemProperty().get().isEmpty());
        assertFalse(exchange.imports().readyExpression().get());
    }

    // Damage

    @Test
    void damagedPredictionsOpenWithWhatCanBeReadAndAListOfWhatCannot() throws IOException {
        Path file = experiment.folder().resolve("predictions").resolve("test@8.csv");
        List<String> lines = Files.readAllLines(file);
        String last = lines.get(lines.size() - 1);
        Files.writeString(file, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n" + last.substring(0, 20));
        model.refresh();
        var shown = model.shown().results().get(0);
        assertEquals(Resolution.parseAll("native, 8"), model.shown().resolutions());
        assertEquals(69, shown.at(Resolution.of(8)).orElseThrow().rows().size());
        assertEquals(1, shown.damage().size());
        assertTrue(shown.damage().get(0).startsWith("test@8.csv, line 71: "), shown.damage()::toString);
        Files.writeString(file, "no,predictions\n");
        model.refresh();
        assertEquals(List.of(Resolution.NATIVE), model.shown().resolutions());
        assertTrue(model.shown().results().get(0).damage().get(0).contains("lack a column"));
    }
}
