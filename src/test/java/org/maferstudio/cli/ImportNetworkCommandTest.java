package org.maferstudio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.experiment.Bundle;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.IncludedExperiments;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;
import org.maferstudio.network.onnx.OnnxFixtures;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;

@Tag("engine")
class ImportNetworkCommandTest {
    /** The levels of brightness that the network brightness8 tells apart, by class. */
    private static final List<String> CLASSES = List.of("anger", "disgust", "fear", "happiness", "sadness");

    @TempDir
    private Path folder;

    private static String file(String name) {
        return OnnxFixtures.file(name).toString();
    }

    private static String contract(String name) {
        return OnnxFixtures.FOLDER.resolve(name + ".json").toString();
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private String brightness(String name) {
        CommandRun run = CommandRun.of(
                "import-network", file("brightness8"), "--contract", contract("brightness8"), "--out", out(name));
        assertEquals(0, run.code(), run.err());
        return out(name);
    }

    /** A test split of plain grey images, each level with a little noise. */
    private String faces() throws IOException {
        return faces("faces", "test");
    }

    private String faces(String set, String split) throws IOException {
        for (int label = 0; label < CLASSES.size(); label++) {
            Path place =
                    Files.createDirectories(folder.resolve(set).resolve(split).resolve(CLASSES.get(label)));
            for (int i = 0; i < 12; i++) {
                BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
                for (int at = 0; at < 256; at++) {
                    int value = 25 + 51 * label + (at * 7 + i * 13) % 9 - 4;
                    image.getRaster().setSample(at % 16, at / 16, 0, value);
                }
                ImageIO.write(image, "png", place.resolve(i + ".png").toFile());
            }
        }
        return folder.resolve(set).toString();
    }

    @Test
    void withoutAContractTheCommandSaysWhatIsToBeStated() {
        CommandRun run = CommandRun.of("import-network", file("heads64"), "--out", out("x"));
        assertEquals(2, run.code());
        assertTrue(run.err().contains("images: float32 [N, 3, 64, 64]"), run.err());
        assertTrue(run.err().contains("affect: float32 [N, 2]"), run.err());
        JsonObject template = JsonParser.parseString(run.out()).getAsJsonObject();
        assertEquals(64, template.get("size").getAsInt());
        assertEquals("nchw", template.get("layout").getAsString());
        assertTrue(template.get("mean").getAsString().startsWith("?"));
        assertEquals(3, template.getAsJsonArray("outputs").size());
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void aContractThatIsNotFilledInIsRefused() throws IOException {
        Path open = folder.resolve("open.json");
        Files.writeString(open, CommandRun.of("import-network", file("heads64")).out());
        CommandRun run =
                CommandRun.of("import-network", file("heads64"), "--contract", open.toString(), "--out", out("x"));
        assertEquals(2, run.code());
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            textBlock =
                    """
            keras48,    deepface,   2
            aligned112, opencv-zoo, 0
            mtl224,     hsemotion-b0-mtl, 0
            heads64,    ferplus,    2
            grey64,     unheard-of, 2
            """)
    void aPresetFitsNetworksOfItsShapeOnly(String name, String preset, int code) {
        CommandRun run = CommandRun.of("import-network", file(name), "--preset", preset, "--out", out("x"));
        assertEquals(code, run.code(), run.err());
        assertEquals(code == 0, Files.exists(folder.resolve("x")), run.err());
        assertTrue(code != 0 || run.err().contains("unverified"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"endless_loop", "custom_domain", "gigantic_expand", "truncated"})
    void aHostileFileLeavesNoExperiment(String name) {
        CommandRun run =
                CommandRun.of("import-network", file("hostile/" + name), "--preset", "opencv-zoo", "--out", out("x"));
        assertEquals(2, run.code());
        assertEquals(
                1, run.err().strip().lines().filter(line -> line.contains(name)).count(), run.err());
        assertFalse(Files.exists(folder.resolve("x")));
    }

    /** Images whose labels of valence and arousal are known, in part. */
    private String affects() throws IOException {
        Path place = Files.createDirectories(folder.resolve("affects"));
        StringBuilder table = new StringBuilder("path,label,split,valence,arousal\n");
        for (int i = 0; i < 12; i++) {
            BufferedImage image = new BufferedImage(48, 48, BufferedImage.TYPE_INT_RGB);
            for (int at = 0; at < 48 * 48; at++) {
                image.setRGB(at % 48, at / 48, (at * (i + 3) * 977) % 0xffffff);
            }
            ImageIO.write(image, "png", place.resolve(i + ".png").toFile());
            String labels = i < 2 ? "-2,-2" : (i - 6) / 10.0 + "," + (i % 3) / 2.0;
            table.append(i)
                    .append(".png,")
                    .append(i % 2 == 0 ? "anger" : "happiness")
                    .append(",test,");
            table.append(labels).append('\n');
        }
        Files.writeString(place.resolve("labels.csv"), table);
        return place.toString();
    }

    @Test
    void valenceAndArousalAreKeptWithThePredictionsAndEvaluatedOnTheirLabels() throws IOException {
        CommandRun made = CommandRun.of(
                "import-network", file("mtl224"), "--contract", contract("mtl224"), "--out", out("affect"));
        assertEquals(0, made.code(), made.err());
        CommandRun run =
                CommandRun.of("evaluate", out("affect"), "--dataset", affects(), "--resolutions", "native,8", "--json");
        assertEquals(0, run.code(), run.err());
        JsonObject result = JsonParser.parseString(run.out()).getAsJsonObject();
        Experiment experiment = Experiment.open(Path.of(out("affect")));
        Predictions predictions = experiment.predictions("test", Resolution.NATIVE);
        assertEquals(List.of("valence", "arousal"), predictions.valueNames());
        assertEquals(12, predictions.rows().size());
        double error = 0;
        for (Prediction row : predictions.rows()) {
            float label = row.values().labels()[0];
            error += Float.isNaN(label)
                    ? 0
                    : Math.pow((double) label - row.values().predicted()[0], 2);
        }
        JsonObject valence =
                result.getAsJsonObject("native").getAsJsonObject("values").getAsJsonObject("valence");
        assertEquals(10, valence.get("n").getAsInt());
        assertEquals(Math.sqrt(error / 10), valence.get("rmse").getAsDouble(), 1e-12);
        assertEquals(2, valence.getAsJsonArray("ccc_interval").size());
        assertTrue(Math.abs(valence.get("pearson").getAsDouble()) <= 1);
        assertTrue(result.getAsJsonObject("8").getAsJsonObject("values").has("arousal"));

        CommandRun text = CommandRun.of("evaluate", out("affect"), "--dataset", affects());
        assertTrue(text.out().contains("\n         valence: CCC "), text.out());
        Path report = folder.resolve("report.html");
        assertEquals(
                0,
                CommandRun.of("report", "--out", report.toString(), out("affect"))
                        .code());
        assertTrue(Files.readString(report).contains("<h2>Values</h2>"));

        String plain = brightness("plain");
        CommandRun without = CommandRun.of("evaluate", plain, "--dataset", affects(), "--json");
        assertFalse(without.out().contains("valence"), without.out());
        assertEquals(
                0,
                CommandRun.of("report", "--out", report.toString(), "--force", plain)
                        .code());
        assertFalse(Files.readString(report).contains("<h2>Values</h2>"));
    }

    @Test
    void aClassThatIsNoExpressionIsAcceptedWithAWarning() throws IOException {
        Path joy = folder.resolve("joy.json");
        Files.writeString(
                joy, Files.readString(Path.of(contract("brightness8"))).replace("happiness", "joy"));
        CommandRun run =
                CommandRun.of("import-network", file("brightness8"), "--contract", joy.toString(), "--out", out("joy"));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("The class joy is none of the expressions (anger, "), run.err());
        assertFalse(CommandRun.of(
                        "import-network",
                        file("brightness8"),
                        "--contract",
                        contract("brightness8"),
                        "--out",
                        out("plain"))
                .err()
                .contains("none of the expressions"));
    }

    @Test
    void aFolderWithAnExperimentIsRefusedAndNotResumed() {
        String there = brightness("there");
        CommandRun run = CommandRun.of(
                "import-network", file("brightness8"), "--contract", contract("brightness8"), "--out", there);
        assertEquals(2, run.code());
        assertTrue(run.err().contains("already contains an experiment"), run.err());
        assertFalse(run.err().contains("resume"), run.err());
    }

    @Test
    void anOnnxFileInPlaceOfAnExperimentIsToBeImported() {
        for (List<String> command : List.of(
                List.of("evaluate", file("brightness8")),
                List.of(
                        "live",
                        "--experiment",
                        file("brightness8"),
                        "--headless",
                        "--source",
                        "src/test/resources/video/b-frames.mp4"))) {
            CommandRun run = CommandRun.of(command.toArray(String[]::new));
            assertEquals(2, run.code());
            assertTrue(run.err().contains("mafer import-network " + file("brightness8")), run.err());
        }
    }

    @Test
    void theFirstDatasetOfAnEvaluationBecomesTheExperimentsOwn() throws IOException {
        String experiment = brightness("bright");
        CommandRun silent = CommandRun.of("evaluate", experiment);
        assertEquals(2, silent.code());
        assertTrue(silent.err().contains("has no dataset yet"), silent.err());

        CommandRun first = CommandRun.of("evaluate", experiment, "--dataset", faces(), "--resolutions", "native,8");
        assertEquals(0, first.code(), first.err());
        assertTrue(first.out().contains("native: accuracy 1.0000"), first.out());
        Experiment made = Experiment.open(Path.of(experiment));
        assertEquals(2, made.predictionFiles().size());
        assertEquals(CLASSES, made.manifest().dataset().labels());
        assertEquals(0, CommandRun.of("evaluate", experiment).code());
        assertEquals(2, made.manifest().testEvaluations());
    }

    @Test
    void theFirstDatasetMayHaveSeveralSplits() throws IOException {
        String experiment = brightness("several");
        faces("both", "train");
        CommandRun first = CommandRun.of("evaluate", experiment, "--dataset", faces("both", "test"));
        assertEquals(0, first.code(), first.err());
        assertEquals(
                Set.of("train", "test"),
                Experiment.open(Path.of(experiment))
                        .manifest()
                        .dataset()
                        .counts()
                        .keySet());
        assertEquals(
                0, CommandRun.of("evaluate", experiment, "--split", "train").code());
    }

    @Test
    void anImportedNetworkIsComparedBundledAndReportedLikeAnyOther() throws IOException {
        String faces = faces();
        String one = brightness("one");
        String other = brightness("other");
        for (String each : List.of(one, other)) {
            assertEquals(0, CommandRun.of("evaluate", each, "--dataset", faces).code());
        }
        CommandRun compared = CommandRun.of("compare", one, other, "--json");
        assertEquals(0, compared.code(), compared.err());
        assertEquals(
                1,
                JsonParser.parseString(compared.out())
                        .getAsJsonObject()
                        .get("mcnemar_p")
                        .getAsDouble());
        assertEquals(0, CommandRun.of("bundle", one, "--out", out("one.mafer")).code());
        assertEquals(0, CommandRun.of("report", one, "--out", out("one.html")).code());
        assertEquals(
                0,
                CommandRun.of("figure", one, "--kind", "confusion", "--out", out("one.csv"))
                        .code());
        CommandRun embedded = CommandRun.of("embed", one);
        assertEquals(2, embedded.code());
        assertTrue(embedded.err().contains("without an output for features"), embedded.err());
        assertEquals(2, CommandRun.of("export", one, "--out", out("again.onnx")).code());
        CommandRun resumed = CommandRun.of("resume", one);
        assertEquals(2, resumed.code());
        assertTrue(resumed.err().contains("was imported as an ONNX file"), resumed.err());
    }

    @Test
    void anExportedNetworkNeedsNoContractAndPredictsTheSame() {
        Experiment included = IncludedExperiments.entries().stream()
                .filter(IncludedExperiments.Entry::network)
                .findFirst()
                .map(entry -> IncludedExperiments.open(entry, folder.resolve("included")))
                .orElseThrow();
        CommandRun.of("export", included.folder().toString(), "--out", out("net.onnx"));
        CommandRun run = CommandRun.of("import-network", out("net.onnx"), "--out", out("back"));
        assertEquals(0, run.code(), run.err());
        String images = "src/test/resources/faces";
        assertEquals(
                0,
                CommandRun.of("features", "--weights", out("back"), "--images", images, "--out", out("b.csv"))
                        .code());
        assertEquals(
                0,
                CommandRun.of(
                                "features",
                                "--weights",
                                included.folder().toString(),
                                "--images",
                                images,
                                "--out",
                                out("a.csv"))
                        .code());
        List<List<String>> imported = cells(folder.resolve("b.csv"));
        List<List<String>> own = cells(folder.resolve("a.csv"));
        assertEquals(own.get(0), imported.get(0));
        for (int row = 1; row < own.size(); row++) {
            for (int column = 1; column < own.get(0).size(); column++) {
                assertEquals(
                        Double.parseDouble(own.get(row).get(column)),
                        Double.parseDouble(imported.get(row).get(column)),
                        1e-4);
            }
        }
    }

    @Test
    void aBundleContainsAnImportedNetworkOnlyOnRequest() {
        String experiment = brightness("bright");
        assertEquals(
                0,
                CommandRun.of("bundle", experiment, "--out", out("without.mafer"))
                        .code());
        assertEquals(
                0,
                CommandRun.of("bundle", experiment, "--network", "--out", out("with.mafer"))
                        .code());
        Experiment without = Bundle.unpack(folder.resolve("without.mafer"), folder.resolve("without"));
        Experiment with = Bundle.unpack(folder.resolve("with.mafer"), folder.resolve("with"));
        assertFalse(without.hasNetwork());
        assertTrue(with.hasNetwork());
        try (Classifier classifier = with.classifier(ComputeEngine.load(1).device(DeviceChoice.CPU))) {
            assertEquals(CLASSES, classifier.contract().labels());
        }
        Experiment included = IncludedExperiments.entries().stream()
                .findFirst()
                .map(entry -> IncludedExperiments.open(entry, folder.resolve("included")))
                .orElseThrow();
        CommandRun own = CommandRun.of("bundle", included.folder().toString(), "--network", "--out", out("own.mafer"));
        assertEquals(2, own.code());
    }

    private static List<List<String>> cells(Path table) {
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> List.of(line.split(",")))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theCheckFindsAWrongOrderOfLabels() throws IOException {
        Path wrong = folder.resolve("wrong.json");
        Files.writeString(
                wrong,
                Files.readString(Path.of(contract("brightness8")))
                        .replaceAll("(?s)\"anger\",\\s*\"disgust\"", "\"disgust\", \"anger\"")
                        .replaceAll("(?s)\"happiness\",\\s*\"sadness\"", "\"sadness\", \"happiness\""));
        CommandRun run = CommandRun.of(
                "import-network",
                file("brightness8"),
                "--contract",
                wrong.toString(),
                "--out",
                out("x"),
                "--check",
                faces(),
                "--json");
        assertEquals(0, run.code(), run.err());
        JsonObject found = JsonParser.parseString(run.out()).getAsJsonObject();
        assertEquals(0.2, found.get("accuracy").getAsDouble(), 1e-9);
        assertEquals(1, found.get("best_order_accuracy").getAsDouble(), 1e-9);
        assertEquals(
                "[\"anger\",\"disgust\",\"fear\",\"happiness\",\"sadness\"]",
                found.get("best_order").toString());
    }

    @Test
    void theCheckFindsAWrongRangeOfPixels() throws IOException {
        Path wrong = folder.resolve("wrong.json");
        Files.writeString(
                wrong,
                Files.readString(Path.of(contract("brightness8"))).replaceAll("\"scale\": [0-9.]+", "\"scale\": 1"));
        CommandRun run = CommandRun.of(
                "import-network",
                file("brightness8"),
                "--contract",
                wrong.toString(),
                "--out",
                out("x"),
                "--check",
                faces());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("1 of 5 classes are predicted"), run.out());
        assertTrue(run.out().contains("Pixels prepared as \"grey, 0 to 1\" fit much better"), run.out());
    }

    @Test
    void aGoodContractPassesItsCheck() throws IOException {
        CommandRun run = CommandRun.of(
                "import-network",
                file("brightness8"),
                "--contract",
                contract("brightness8"),
                "--out",
                out("x"),
                "--check",
                faces());
        assertTrue(run.out().contains("with this contract: 1.0000; 5 of 5"), run.out());
        assertTrue(run.out().contains("No other preparation of pixels fits much better."), run.out());
        assertFalse(run.out().contains("order"), run.out());
        // The check is no evaluation.
        Experiment made = Experiment.open(folder.resolve("x"));
        assertEquals(List.of(), made.predictionFiles());
        assertEquals(0, made.manifest().testEvaluations());
    }

    @Test
    void probabilitiesOfAnImportedNetworkAreStored() throws IOException {
        String experiment = brightness("bright");
        CommandRun.of("evaluate", experiment, "--dataset", faces());
        Predictions stored = Experiment.open(Path.of(experiment)).predictions("test", Resolution.NATIVE);
        Prediction row = stored.rows().get(0);
        assertTrue(row.confidence() > 0.5 && row.confidence() < 0.999, row::toString);
    }
}
