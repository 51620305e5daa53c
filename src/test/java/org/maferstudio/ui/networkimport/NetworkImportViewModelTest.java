package org.maferstudio.ui.networkimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.datasets.DatasetSource;
import org.maferstudio.datasets.drawn.DrawnFaces;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.expression.LabelSet;
import org.maferstudio.fixture.ChosenFiles;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.RandomNetworks;
import org.maferstudio.image.Kernel;
import org.maferstudio.job.Problem;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.export.NetworkFormat;
import org.maferstudio.network.input.Alignment;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.input.InputContract.Colour;
import org.maferstudio.network.onnx.OnnxContract.Layout;
import org.maferstudio.network.onnx.OnnxFixtures;
import org.maferstudio.network.onnx.OnnxPreset;
import org.maferstudio.network.onnx.Scaling;
import org.maferstudio.network.onnx.StatedContract;
import org.maferstudio.onnx.OnnxFile;
import org.maferstudio.results.Prediction;
import org.maferstudio.results.Predictions;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.training.evaluation.ContractCheck;
import org.maferstudio.ui.workbench.Workbench;

class NetworkImportViewModelTest {
    @TempDir
    private Path folder;

    private final AtomicReference<Path> chosen = new AtomicReference<>();
    private final MadeUpImporter importer = new MadeUpImporter();
    private final List<Path> imported = new ArrayList<>();
    private Workspace workspace;
    private Workbench workbench;
    private NetworkImportViewModel model;
    private ContractForm form;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("workspace"));
        workbench = new Workbench(workspace);
        model = new NetworkImportViewModel(
                workbench, new DirectJobs(), new ChosenFiles(chosen::get, chosen::get), importer, imported::add);
        form = model.form();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void choose(String network) {
        chosen.set(OnnxFixtures.file(network));
        model.choose();
        assertEquals("", model.problemProperty().get());
    }

    private void state(String network) {
        choose(network);
        chosen.set(OnnxFixtures.FOLDER.resolve(network + ".json"));
        model.loadContract();
        assertEquals("", model.problemProperty().get());
    }

    @Test
    void classesThatAreNoExpressionsAreWarnedOf() {
        form.labels().textProperty().set("anger, boredom, joy");
        // In any spelling, joy is happiness.
        assertTrue(form.classesWarning().get().startsWith("The class boredom is none of the expressions"));
        form.labels().textProperty().set("anger, joy");
        assertEquals("", form.classesWarning().get());
        form.labels().textProperty().set("");
        assertEquals("", form.classesWarning().get());
    }

    @Test
    void onlyWhatTheFileDeclaresIsFilledIn() {
        choose("grey64");
        assertTrue(model.openProperty().get());
        assertEquals("64", form.size().textProperty().get());
        assertEquals(Colour.GREY, form.colourProperty().get());
        assertEquals(Layout.NCHW, form.layoutProperty().get());
        assertEquals(
                "Still missing: Classes, Output logits, Before crop (px), Interpolation, Scaling, Alignment of faces, "
                        + "Face margin.",
                model.missing());
        assertFalse(model.readyExpression().get());
        assertTrue(importer.tried().isEmpty());
    }

    @Test
    void whatIsTypedEqualsTheContractOfTheSameNetwork() {
        choose("keras48");
        assertEquals(Layout.NHWC, form.layoutProperty().get());
        assertNull(form.colourProperty().get());
        form.colourProperty().set(Colour.BGR);
        form.size().textProperty().set("48");
        form.resize().textProperty().set("48");
        form.kernelProperty().set(Kernel.BILINEAR);
        form.scalingProperty().set(Scaling.UNIT);
        form.labels().textProperty().set("Angry, disgust, fear, happy, sad, surprise, neutral");
        form.alignmentProperty().set(Alignment.NONE);
        form.margin().textProperty().set("0.1");
        assertEquals("Still missing: Output dense.", model.missing());
        form.outputs().get(0).roleProperty().set(OutputRole.PROBABILITIES);
        assertEquals("", model.missing());
        assertEquals(
                OnnxFixtures.contract("keras48").toJson(),
                form.contractProperty().get().toJson());
    }

    @Test
    void aPresetTakesTheOutputsThatFitAndAsksForTheRolesOtherwise() {
        choose("heads64");
        model.usePreset(OnnxPreset.OPENCV_ZOO);
        assertEquals("", model.missing());
        assertEquals(
                List.of(OutputRole.LOGITS, OutputRole.UNUSED, OutputRole.FEATURES),
                form.outputs().stream().map(row -> row.roleProperty().get()).toList());
        model.usePreset(OnnxPreset.HSEMOTION_B0);
        assertEquals("", model.problemProperty().get());
        assertTrue(model.noteProperty().get().endsWith("State which output is what."), model.noteProperty()::get);
        assertEquals("Still missing: Output logits, Output affect, Output features.", model.missing());
        assertEquals("224", form.size().textProperty().get());
    }

    @Test
    void aScalingFollowsTheColoursUntilItIsTyped() {
        choose("heads64");
        form.scalingProperty().set(Scaling.IMAGENET);
        assertEquals("", form.mean().textProperty().get());
        form.colourProperty().set(Colour.BGR);
        assertEquals("103.53, 116.28, 123.675", form.mean().textProperty().get());
        form.std().textProperty().set("1, 1, 1");
        assertNull(form.scalingProperty().get());
        form.colourProperty().set(Colour.RGB);
        assertEquals("1, 1, 1", form.std().textProperty().get());
    }

    @Test
    void aWrongNumberOfMeansIsNamed() {
        state("heads64");
        form.mean().textProperty().set("0");
        assertEquals("The mean needs one number per channel: 3.", model.missing());
        form.mean().textProperty().set("0, 0, x");
        assertEquals("Still missing: Scaling.", model.missing());
        assertFalse(form.mean().messageProperty().get().isEmpty());
        assertFalse(model.readyExpression().get());
    }

    @Test
    void aPresetFillsTheFormAndSaysThatItIsUnverified() {
        choose("grey64");
        model.usePreset(OnnxPreset.FERPLUS);
        assertEquals(
                OnnxPreset.FERPLUS.contract(OnnxFile.read(OnnxFixtures.file("grey64"))),
                form.contractProperty().get());
        assertTrue(model.noteProperty().get().contains("unverified"));
        assertTrue(model.readyExpression().get());
    }

    @Test
    void aContractIsLoadedAndSaved() {
        state("mtl224");
        assertEquals(2, form.outputs().size());
        assertEquals("8-9", form.outputs().get(1).columns().textProperty().get());
        assertEquals(OnnxFixtures.contract("mtl224"), form.contractProperty().get());
        Path saved = folder.resolve("saved.json");
        chosen.set(saved);
        model.saveContract();
        assertEquals(OnnxFixtures.contract("mtl224"), StatedContract.read(saved));
    }

    @Test
    void aContractOfAnotherNetworkLeavesTheFormAsItIs() {
        state("heads64");
        StatedContract before = form.contractProperty().get();
        chosen.set(OnnxFixtures.FOLDER.resolve("keras48.json"));
        model.loadContract();
        assertEquals(before, form.contractProperty().get());
        assertTrue(model.problemProperty().get().startsWith("The contract names the output dense"));
    }

    @Test
    void anExportOfThisProgramIsComplete() {
        Path network = folder.resolve("net.onnx");
        InputContract trained = new InputContract(
                32,
                32,
                Kernel.BILINEAR,
                Colour.GREY,
                List.of(127.0),
                0.01,
                LabelSet.fer2013().names(),
                0.1,
                1);
        NetworkFormat.ONNX.write(RandomNetworks.of(new NetworkSpec("se-resnet-18", 1, 8, 0.1), trained), network);
        model.open(network);
        assertEquals("", model.missing());
        assertEquals(trained.labels(), form.contractProperty().get().input().labels());
        assertTrue(model.noteProperty().get().startsWith("MAFER Studio exported"));
    }

    @Test
    void twelveImagesAreTriedWheneverTheContractIsCompleteAndHasChanged() {
        state("grey64");
        assertEquals(1, importer.tried().size());
        ImageCheck first = model.images().imagesProperty().get();
        assertEquals(12, first.faces().size());
        assertEquals(64, first.faces().get(0).shown().width());
        assertEquals("", first.warning());
        form.labels().textProperty().set("");
        assertNull(model.images().imagesProperty().get());
        form.labels().textProperty().set("a, b, c, d, e, f, g, h");
        assertEquals(2, importer.tried().size());
        assertEquals("a", model.images().imagesProperty().get().faces().get(0).predicted());
    }

    @Test
    void aNetworkThatShowsOneClassIsFedWrongly() {
        importer.feedWrongly();
        state("grey64");
        assertEquals(
                "All 12 images are predicted as Neutral. A network that is fed wrongly shows one class: check colours, "
                        + "scaling and layout.",
                model.images().imagesProperty().get().warning());
    }

    @Test
    void aNetworkThatDoesNotMatchItsContractSaysWhy() {
        importer.fail(Problem.input("It has 8 columns. State 8 classes."));
        state("grey64");
        assertNull(model.images().imagesProperty().get());
        assertEquals(
                "It has 8 columns. State 8 classes.",
                model.images().problemProperty().get());
    }

    @Test
    void anotherOrderOfTheClassesIsUsed() {
        openDataset();
        state("four48");
        List<String> turned = new ArrayList<>(LabelSet.fer2013().names());
        Collections.rotate(turned, 1);
        ContractCheck.Variant stated = variant("", form.contractProperty().get().input(), turned);
        importer.answer(new ContractCheck.Result(70, stated, List.of()));
        model.check().start();
        CheckReport report = model.check().reportProperty().get();
        assertEquals(
                "Accuracy on 70 images with this contract: 0.0\u00a0%; classes predicted: 7 of 7.", report.sentence());
        assertEquals(turned, report.order().orElseThrow());
        assertEquals("", report.agreement());
        model.check().useOrder();
        assertEquals(turned, form.contractProperty().get().input().labels());
        assertNull(model.check().reportProperty().get());
        assertEquals(
                "It is in the form now. Check again to confirm it.",
                model.check().noteProperty().get());
    }

    @Test
    void anotherScalingIsUsedWithTheOrderThatFitsThen() {
        openDataset();
        state("four48");
        InputContract now = form.contractProperty().get().input();
        List<String> classes = LabelSet.fer2013().names();
        List<String> one = Collections.nCopies(7, classes.get(0));
        List<String> turned = new ArrayList<>(classes);
        Collections.rotate(turned, 1);
        importer.answer(new ContractCheck.Result(
                70, variant("", now, one), List.of(variant("grey, 0 to 1", Scaling.UNIT.of(now), turned))));
        model.check().start();
        assertTrue(model.check().reportProperty().get().order().isEmpty());
        assertTrue(model.check().reportProperty().get().preparationSentence().contains("grey, 0 to 1"));
        model.check().usePreparation();
        assertEquals(
                Scaling.UNIT.of(now).withLabels(turned),
                form.contractProperty().get().input());
        assertEquals(Scaling.UNIT, form.scalingProperty().get());
    }

    @Test
    void aFailingImportLosesNothing() {
        state("grey64");
        StatedContract before = form.contractProperty().get();
        importer.fail(Problem.failure("The disk is full. Free some space."));
        model.save();
        assertTrue(model.openProperty().get());
        assertEquals(
                "The disk is full. Free some space.", model.problemProperty().get());
        assertEquals(before, form.contractProperty().get());
        importer.succeed();
        model.nameProperty().set("theirs");
        model.save();
        assertFalse(model.openProperty().get());
        assertEquals("theirs", importer.created().get(0).name());
        assertEquals(before, importer.created().get(0).contract());
        assertTrue(imported.get(0).startsWith(workspace.folder()));
        assertEquals(1, workbench.experimentsChangedProperty().get());
    }

    @Test
    void aDamagedFileIsExplainedAndCannotBeImported() throws Exception {
        model.open(Files.writeString(folder.resolve("page.onnx"), "<html>"));
        assertTrue(model.openProperty().get());
        assertTrue(model.problemProperty().get().startsWith("Cannot use the ONNX file"));
        assertFalse(model.readyExpression().get());
    }

    private void openDataset() {
        workbench.datasetSourceProperty().set(DatasetSource.of("drawn"));
        workbench.datasetProperty().set(DrawnFaces.dataset(1));
    }

    /** Ten samples of each class of FER2013, of which each is predicted as another one. */
    private static ContractCheck.Variant variant(String title, InputContract contract, List<String> predicted) {
        LabelSet labels = new LabelSet(contract.labels());
        List<Prediction> rows = new ArrayList<>();
        for (int truth = 0; truth < labels.size(); truth++) {
            for (int i = 0; i < 10; i++) {
                // The network says class k where the truth is the one that is called predicted[k].
                int said = Math.max(predicted.indexOf(labels.name(truth)), 0);
                rows.add(Prediction.withoutProbabilities(truth + "/" + i, "", truth, said));
            }
        }
        return new ContractCheck.Variant(title, contract, new Predictions(labels, "test", Resolution.NATIVE, rows));
    }
}
