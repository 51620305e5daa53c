package org.maferstudio.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.Grouping;
import org.maferstudio.degradation.Degradation;
import org.maferstudio.degradation.DegradationKind;
import org.maferstudio.experiment.DatasetMetadata;
import org.maferstudio.experiment.DegradedPredictions;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.History;
import org.maferstudio.experiment.ImportedExperiment;
import org.maferstudio.experiment.SplitDuplicates;
import org.maferstudio.explain.AttributionMap;
import org.maferstudio.explain.Explanation;
import org.maferstudio.fixture.Persons;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.network.onnx.OnnxFixtures;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.recipe.Recipe;
import org.maferstudio.report.figures.Made;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.slices.ColumnsFile;
import org.maferstudio.slices.JoinedTable;
import org.maferstudio.texts.Numbers;

class HtmlReportTest {
    private static final DatasetMetadata DRAWN = new DatasetMetadata(
            "Drawn faces", "drawn", "", Made.SEVEN.names(), Map.of(), List.of(), List.of(), Grouping.NONE);

    @TempDir
    private Path folder;

    @Test
    void personsAreReportedWithoutFiguresOfEach() throws IOException {
        Experiment persons = Experiment.create(folder.resolve("persons"), Recipe.DEFAULT.named("persons"));
        persons.update(manifest -> manifest.withDataset(Persons.facts(8631), null, Map.of(), ""));
        persons.write(Persons.predictions(8631, Resolution.NATIVE, 3));
        persons.write(Persons.predictions(8631, Resolution.of(8), 5));
        Path target = folder.resolve("persons.html");
        HtmlReport.write(target, "Persons", List.of(persons));
        String page = Files.readString(target);
        assertTrue(page.contains("8,631 classes are too many for a confusion matrix"));
        assertTrue(page.contains("8,631 classes have fewer than 30 samples"), "the classes are counted, not listed");
        assertTrue(page.length() < 300_000, "characters: " + page.length());
    }

    @Test
    void twoExperimentsBecomeOnePageThatFetchesNothing() throws IOException {
        Path target = Files.createDirectories(Path.of("target", "figures")).resolve("report.html");
        HtmlReport.write(
                target, "Base and <multi>", List.of(experiment("base", 0.75, 0.2), experiment("multi", 0.72, 0.5)));
        String page = Files.readString(target);
        assertTrue(page.contains("<title>Base and &lt;multi&gt;</title>"));
        assertTrue(
                page.contains("McNemar&#39;s exact test: p") || page.contains("McNemar's exact test: p"),
                "independent samples");
        assertTrue(page.contains("assuming independent samples"));
        assertTrue(page.contains(">Weighted F1 in %<") && page.contains(">MCC<") && page.contains(">Log loss<"));
        assertTrue(page.contains("Limitations"));
        assertTrue(page.contains("Drawn faces are synthetic"));
        assertTrue(page.contains("no effect"));
        assertTrue(page.contains("Calibration"));
        assertTrue(page.contains("Duplicates are not removed"));
        assertFalse(page.contains("<script") || page.contains("src=\"http") || page.contains("@import"));
        assertFalse(page.contains("NaN"));
        assertTrue(page.contains("Trained on cpu, MAFER Studio test, seed 17."));
    }

    @Test
    void numbersWithoutDuplicatesAreShownNextToThoseWithThem() throws IOException {
        Experiment base = experiment("base", 0.75, 0.2);
        Predictions all = base.predictions("test", Resolution.NATIVE);
        Set<String> wrong = all.rows().stream()
                .filter(row -> !row.correct())
                .map(Prediction::sample)
                .collect(Collectors.toSet());
        assertFalse(wrong.isEmpty());
        SplitDuplicates.write(base, Map.of("test", wrong));
        Path target = folder.resolve("report.html");
        HtmlReport.write(target, "One", List.of(base));
        String page = Files.readString(target);
        assertTrue(page.contains("<h2>Results without duplicates</h2>"));
        int left = all.rows().size() - wrong.size();
        assertTrue(page.contains(">" + Numbers.count(left) + "</td>"), "all that is left is correct");
        assertTrue(page.contains(">100.0 ("), "all that is left is correct");
        assertFalse(page.contains("Duplicates are not removed"));
    }

    @Test
    void resultsBySlicesAreShownWorstFirstAndBounded() throws IOException {
        Experiment base = experiment("base", 0.75, 0.2);
        Predictions all = base.predictions("test", Resolution.NATIVE);
        // The cell of a sample says whether it is correct, and 19 columns more say the same.
        StringBuilder table = new StringBuilder("image");
        IntStream.range(0, 20).forEach(i -> table.append(",light").append(i));
        for (Prediction row : all.rows()) {
            table.append('\n').append(row.sample()).append((row.correct() ? ",bright" : ",dark").repeat(20));
        }
        Path file = Files.writeString(folder.resolve("light.csv"), table + "\n");
        List<String> ids = all.rows().stream().map(Prediction::sample).toList();
        ColumnsFile.add(base, JoinedTable.of(file, ids).columns());
        Path target = folder.resolve("report.html");
        HtmlReport.write(target, "One", List.of(base));
        String page = Files.readString(target);
        assertTrue(page.contains("<h2>Slices</h2>"));
        assertTrue(page.contains("By light0") && page.contains("By light7") && !page.contains("By light8"));
        long correct = all.rows().stream().filter(Prediction::correct).count();
        String slices = page.substring(page.indexOf("By light0"), page.indexOf("By light1"));
        assertTrue(slices.contains(">" + Numbers.count(correct) + "</td>"), slices);
        assertTrue(slices.indexOf("dark") < slices.indexOf("bright"), "worst first");
        assertTrue(slices.contains(">0.0 (") && slices.contains(">100.0 ("), slices);
    }

    @Test
    void degradedImagesHaveASectionIfAnExperimentWasEvaluatedOnThem() throws IOException {
        Experiment base = experiment("base", 0.75, 0.2);
        Experiment multi = experiment("multi", 0.72, 0.5);
        Path target = folder.resolve("report.html");
        HtmlReport.write(target, "Two", List.of(base, multi));
        assertFalse(Files.readString(target).contains("<h2>Robustness</h2>"));
        for (Experiment each : List.of(base, multi)) {
            DegradedPredictions degraded = new DegradedPredictions(each, Optional.empty());
            Predictions low = each.predictions("test", Resolution.of(8));
            degraded.write(
                    new Degradation(DegradationKind.BLUR, 2),
                    new Predictions(low.labels(), "test", Resolution.NATIVE, low.rows()));
        }
        new DegradedPredictions(multi, Optional.empty())
                .write(new Degradation(DegradationKind.JPEG, 10), base.predictions("test", Resolution.NATIVE));
        HtmlReport.write(target, "Two", List.of(base, multi));
        String page = Files.readString(target);
        String robustness = page.substring(page.indexOf("<h2>Robustness</h2>"));
        robustness = robustness.substring(0, robustness.indexOf("<h2>", 5));
        assertEquals(3, robustness.split("<figure class=\"light\">", -1).length, "blur and jpeg");
        assertTrue(robustness.contains("multi minus base"));
        String jpeg = robustness.substring(robustness.indexOf(DegradationKind.JPEG.title()));
        assertTrue(jpeg.contains("<td>multi</td>") && !jpeg.contains("<td>base</td>"), "only one was evaluated");
        assertFalse(robustness.contains("Mean over seeds"), "two recipes with one seed");
    }

    @Test
    void theMapsOfTheNetworksThatAreThereHaveASection() throws IOException {
        Experiment base = experiment("base", 0.75, 0.2);
        Experiment multi = experiment("multi", 0.72, 0.5);
        AttributionMap map = new AttributionMap(List.of(List.of(0.1, 0.2), List.of(0.0, -0.1)), 0, 0, 1, 1);
        RasterImage face = new RasterImage(8, 8, 1, new byte[64]);
        List<Explanation> row = List.of(new Explanation(Resolution.of(12), face, "Fear", 0.5, 10, map));
        Path target = folder.resolve("report.html");
        HtmlReport.write(target, "Two", List.of(base, multi), new ReportMaps(Map.of("multi", List.of(row, row)), 10));
        String page = Files.readString(target);
        String maps = page.substring(page.indexOf("<h2>What the networks look at</h2>"));
        assertTrue(maps.contains("up to 10 random images"));
        assertTrue(maps.contains("Without a network, and so without maps: base."));
        assertTrue(maps.contains("<h3>multi</h3>") && maps.contains("Fear 50 %"));
    }

    @Test
    void aColumnThatRepeatsTheClassHasNoTable() throws IOException {
        Experiment base = experiment("base", 0.75, 0.2);
        Predictions all = base.predictions("test", Resolution.NATIVE);
        StringBuilder table = new StringBuilder("image,folder of the class,light");
        for (Prediction row : all.rows()) {
            String light = row.sample().hashCode() % 2 == 0 ? "dark" : "bright";
            table.append('\n')
                    .append(row.sample())
                    .append(",in ")
                    .append(row.label())
                    .append(',')
                    .append(light);
        }
        Path file = Files.writeString(folder.resolve("light.csv"), table + "\n");
        List<String> ids = all.rows().stream().map(Prediction::sample).toList();
        ColumnsFile.add(base, JoinedTable.of(file, ids).columns());
        Path target = folder.resolve("report.html");
        HtmlReport.write(target, "One", List.of(base));
        String page = Files.readString(target);
        assertTrue(page.contains("By light"));
        assertFalse(page.contains("By folder of the class"));
        assertFalse(page.contains("By class"));
    }

    @Test
    void eachFigureIsThereForLightAndForDarkReaders() throws IOException {
        Path target = folder.resolve("report.html");
        HtmlReport.write(target, "One", List.of(experiment("base", 0.75, 0.2)));
        String page = Files.readString(target);
        int light = page.split("<figure class=\"light\">", -1).length;
        assertTrue(light > 5, "figures");
        assertEquals(light, page.split("<figure class=\"dark\">", -1).length);
        assertTrue(page.contains("prefers-color-scheme: dark"));
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(new HashSet<>(ids).size(), ids.size(), "an id stands once in a page");
    }

    @Test
    void anImportedNetworkIsReportedAsTheOnnxFileThatItIs() throws IOException {
        StatedContract contract = OnnxFixtures.contract("grey64");
        Experiment network = experiment("network", 0.75, 0.2);
        network.update(
                manifest -> manifest.withImported(contract.input(), contract.onnx(), "0123456789abcdef".repeat(4)));
        Path target = folder.resolve("report.html");
        HtmlReport.write(target, "Imported", List.of(network));
        String page = Files.readString(target);
        assertTrue(page.contains("network (imported ONNX network)"));
        assertTrue(page.contains("imported as an ONNX file with the SHA-256 " + "0123456789abcdef".repeat(4)));
        assertTrue(page.contains("input of 64 × 64 pixels (grey) and the classes "
                + String.join(", ", contract.input().labels())));
        assertTrue(page.contains("network was imported as an ONNX file, so how it was trained"), "limitation");
        assertFalse(page.contains("redictions only"));
    }

    @Test
    void importedPredictionsAreReportedAsSuch() throws IOException {
        Predictions predictions = Made.everything(0.75, 0.2).get(0);
        Experiment imported = ImportedExperiment.add(folder.resolve("imported"), predictions, "file.csv", "");
        Path target = folder.resolve("report.html");
        HtmlReport.write(target, "Imported", List.of(imported));
        String page = Files.readString(target);
        assertTrue(page.contains("file.csv (predictions only)"));
        assertTrue(page.contains("Predictions without a training are reported unchanged."));
        assertFalse(page.contains("ONNX"));
    }

    @Test
    void anExperimentWithoutPredictionsIsAProblem() {
        Experiment bare = Experiment.create(folder.resolve("bare"), Recipe.DEFAULT);
        assertThrows(Problem.class, () -> HtmlReport.write(folder.resolve("r.html"), "t", List.of(bare)));
    }

    @Test
    void eachExperimentsIntervalsAreNamedForWhatTheyAre() throws IOException {
        Experiment images = experiment("images", 0.75, 0.2);
        Experiment persons = experiment("persons", 0.72, 0.5);
        for (Predictions each : Made.everything(0.72, 0.5)) {
            List<Prediction> rows = each.rows().stream()
                    .map(row -> new Prediction(
                            row.sample(),
                            "person " + Math.floorMod(row.sample().hashCode(), 20),
                            row.label(),
                            row.predicted(),
                            row.probabilities()))
                    .toList();
            persons.write(new Predictions(each.labels(), each.split(), each.resolution(), rows));
        }
        Path target = folder.resolve("mixed.html");
        HtmlReport.write(target, "Mixed", List.of(images, persons));
        assertTrue(
                Files.readString(target).contains("persons: bootstrap by group (subject or sequence); images: Wilson"));
        HtmlReport.write(target, "One", List.of(images));
        assertTrue(Files.readString(target).contains("95 % intervals: Wilson"));
        HtmlReport.write(target, "Other", List.of(persons));
        assertTrue(Files.readString(target).contains("95 % intervals: bootstrap by group (subject or sequence)."));
    }

    private Experiment experiment(String name, double best, double worst) {
        Experiment experiment = Experiment.create(folder.resolve(name), Recipe.DEFAULT.named(name));
        experiment.update(manifest -> manifest.withDataset(DRAWN, null, Map.of("program", "test"), "cpu"));
        experiment.write(new History(Made.history(12, best)));
        Made.everything(best, worst).forEach(experiment::write);
        return experiment;
    }
}
