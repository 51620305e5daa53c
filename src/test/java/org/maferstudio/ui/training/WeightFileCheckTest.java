package org.maferstudio.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.fixture.ChosenFiles;
import org.maferstudio.fixture.DirectJobs;
import org.maferstudio.fixture.RandomNetworks;
import org.maferstudio.image.Kernel;
import org.maferstudio.network.architecture.NetworkSpec;
import org.maferstudio.network.export.NetworkFormat;
import org.maferstudio.network.input.InputContract;
import org.maferstudio.network.weights.LoadReport;
import org.maferstudio.ui.workbench.Workbench;
import org.maferstudio.weights.Safetensors;
import org.maferstudio.weights.Tensor;
import org.maferstudio.weights.WeightFile;

/** Choosing the weight file that a network begins with. */
class WeightFileCheckTest {
    private static final NetworkSpec SPEC = NetworkSpec.of(NetworkSpec.SE_RESNET_18, 1);

    @TempDir
    private Path folder;

    private Workspace workspace;
    private TrainingViewModel model;
    private Path chosen;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("workspace"));
        model = new TrainingViewModel(
                new Workbench(workspace),
                new DirectJobs(),
                new WatchedTrainer(),
                new ChosenFiles(() -> chosen, () -> null));
        model.shown();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aFileWithOtherClassesIsReportedByLayerAndTrainsWithANewClassifier() {
        chosen = write("base.safetensors", 31, "", "");
        model.chooseBase();
        String sentence = model.base().sentenceProperty().get();
        assertTrue(sentence.startsWith("Safetensors: "), sentence);
        assertTrue(sentence.contains(" with another shape"), sentence);
        assertTrue(sentence.endsWith("The classifier is newly initialised."), sentence);
        List<String> layers = model.base().layers();
        assertTrue(layers.get(0).endsWith(": read"), layers.get(0));
        assertTrue(layers.stream().anyMatch(line -> line.contains("[31, ")), layers::toString);
        assertEquals("", model.base().messageProperty().get());
        assertTrue(model.startableProperty().get());
        assertEquals(
                chosen.toString(), model.form().recipeProperty().get().network().base());
        assertEquals("", model.form().changesProperty().get().get("network.base"), "marked against the preset");
    }

    @Test
    void otherNamesAndWhatIsLeftOutAreReported() {
        chosen = write("base.safetensors", 7, "module.", "extra.weight");
        model.chooseBase();
        List<String> layers = model.base().layers();
        assertTrue(layers.get(0).contains("read under other names, starting with module."), layers.get(0));
        assertEquals("extra.weight: only in the file, ignored", layers.get(layers.size() - 1));
    }

    @Test
    void aFileOfAnotherNetworkIsRejectedBeforeTheTraining() {
        Safetensors.write(
                folder.resolve("other.safetensors"),
                WeightFile.of(List.of(Tensor.ofFloats("a", new float[] {1}, 1)), Map.of()));
        chosen = folder.resolve("other.safetensors");
        model.chooseBase();
        assertTrue(
                model.base().messageProperty().get().contains("does not contain the network se-resnet-18"),
                model.base().messageProperty()::get);
        assertFalse(model.startableProperty().get());
    }

    @Test
    void rubbishIsRejectedAndLettingGoOfItHelps() throws java.io.IOException {
        chosen = Files.writeString(folder.resolve("rubbish.pth"), "this is no weight file at all");
        model.chooseBase();
        assertFalse(model.base().messageProperty().get().isEmpty());
        assertFalse(model.startableProperty().get());
        model.form().inputs().of("network.base").textProperty().set("");
        assertEquals("", model.base().messageProperty().get());
        assertTrue(model.startableProperty().get());
    }

    @Test
    void anOnnxFileIsReportedAndOneOfAnotherNetworkIsRefusedByItsFirstLayer() throws URISyntaxException {
        chosen = folder.resolve("base.onnx");
        InputContract contract = new InputContract(
                48, 48, Kernel.BILINEAR, InputContract.Colour.GREY, List.of(127.5), 0.02, List.of("sad", "glad"), 0, 1);
        NetworkFormat.ONNX.write(RandomNetworks.of(SPEC, contract), chosen);
        model.chooseBase();
        assertEquals("", model.base().messageProperty().get());
        String sentence = model.base().sentenceProperty().get();
        assertTrue(sentence.startsWith("Dictionary of tensors (ONNX): "), sentence);

        chosen = Path.of(WeightFileCheckTest.class
                .getResource("/org/maferstudio/network/weights/folded.onnx")
                .toURI());
        model.chooseBase();
        String message = model.base().messageProperty().get();
        assertTrue(message.contains("its layer 1 has weights of the shape [4, 3, 7, 7]"), message);
        assertFalse(model.startableProperty().get());
    }

    private Path write(String name, int classes, String prefix, String extra) {
        List<Tensor> tensors = new ArrayList<>();
        for (LoadReport.Entry entry :
                LoadReport.of(SPEC, classes, WeightFile.of(List.of(), Map.of())).entries()) {
            long[] shape = entry.shape().stream().mapToLong(Long::longValue).toArray();
            int size = (int) entry.shape().stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
            tensors.add(Tensor.ofFloats(prefix + entry.name(), new float[size], shape));
        }
        if (!extra.isEmpty()) {
            tensors.add(Tensor.ofFloats(extra, new float[] {1}, 1));
        }
        Path file = folder.resolve(name);
        Safetensors.write(file, WeightFile.of(tensors, Map.of()));
        return file;
    }
}
