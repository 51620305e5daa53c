package org.maferstudio.network.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.maferstudio.network.export.ExportedNetworks.INCLUDED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.fixture.OtherProgram;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;
import org.maferstudio.network.Classifier;
import org.maferstudio.network.EngineClassifier;
import org.maferstudio.network.Network;
import org.maferstudio.network.Recognition;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;

/** The programs in the manual predict what this program does. */
@Tag("engine")
class ExportManualTest {
    private static final Path SCRIPTS =
            Path.of("src/test/resources/org/maferstudio/network/export").toAbsolutePath();

    @TempDir
    private Path folder;

    private List<RasterImage> images;
    private List<Object> names;

    @BeforeEach
    void writeFacesAndTheNetwork() {
        images = ExportedNetworks.faces(20).stream()
                .map(face -> Resampling.resize(face.toGrey(), 48, 48, Kernel.BILINEAR))
                .toList();
        names = new ArrayList<>();
        for (RasterImage image : images) {
            String name = names.size() + ".png";
            ImageFile.write(image, folder.resolve(name));
            names.add(name);
        }
        OnnxExport.write(INCLUDED, folder.resolve("net.onnx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"predict_opencv.py", "predict_onnxruntime.py", "predict.js"})
    void theManualShowsTheProgram(String script) throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/export.md"));
        String fence = script.endsWith(".js") ? "```javascript\n" : "```python\n";
        assertTrue(page.contains(fence + Files.readString(SCRIPTS.resolve(script)) + "```\n"), script);
    }

    @Test
    void openCvPredictsTheSame() {
        assertPredictions(OtherProgram.python("cv2, numpy, PIL", "python3-opencv or python3-pil"), "predict_opencv.py");
    }

    @Test
    void onnxRuntimeInPythonPredictsTheSame() {
        assertPredictions(OtherProgram.python("onnxruntime, PIL", "onnxruntime for Python"), "predict_onnxruntime.py");
    }

    @Test
    void onnxRuntimeInJavaScriptPredictsTheSame() {
        assertPredictions(OtherProgram.node("onnxruntime-web", "pngjs"), "predict.js");
    }

    private void assertPredictions(OtherProgram program, String script) {
        List<Object> arguments = new ArrayList<>(List.of(SCRIPTS.resolve(script), "net.onnx"));
        arguments.addAll(names);
        List<String> predicted = predicted();
        assertEquals(
                String.join("\n", predicted),
                program.run(folder, arguments.toArray()).replace("\r", ""));
    }

    private List<String> predicted() {
        List<String> labels = INCLUDED.contract().labels();
        List<String> lines = new ArrayList<>();
        Set<String> several = new TreeSet<>();
        try (Network network = INCLUDED.open(ComputeEngine.load(1).device(DeviceChoice.CPU));
                Classifier classifier = new EngineClassifier(network, INCLUDED.contract())) {
            for (Recognition recognition : classifier.recognise(images)) {
                String label = labels.get(recognition.predicted());
                several.add(label);
                lines.add(names.get(lines.size()) + " " + label);
            }
        }
        assertTrue(several.size() > 3, "the images should show several expressions, got " + several);
        return lines;
    }
}
