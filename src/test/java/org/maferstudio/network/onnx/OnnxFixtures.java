package org.maferstudio.network.onnx;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Progress;
import org.maferstudio.network.engine.ComputeEngine;
import org.maferstudio.network.engine.DeviceChoice;

/** The networks of {@code src/test/resources/onnx}, which {@code make_networks.py} there has made. */
public final class OnnxFixtures {
    public static final Path FOLDER = Path.of("src", "test", "resources", "onnx");

    private OnnxFixtures() {}

    public static Path file(String name) {
        return FOLDER.resolve(name + ".onnx");
    }

    public static StatedContract contract(String name) {
        return StatedContract.read(FOLDER.resolve(name + ".json"));
    }

    public static OnnxClassifier open(String name) {
        StatedContract contract = contract(name);
        return OnnxClassifier.open(
                file(name),
                contract.input(),
                contract.onnx(),
                ComputeEngine.load(2).device(DeviceChoice.CPU),
                Progress.NONE);
    }

    /** The images of the oracle, in colour. */
    static List<RasterImage> images(int count, int size) {
        List<RasterImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] values = new byte[size * size * 3];
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    for (int c = 0; c < 3; c++) {
                        values[(y * size + x) * 3 + c] = (byte) (7 * x + 13 * y + 29 * c + 31 * i + x * y * i);
                    }
                }
            }
            images.add(new RasterImage(size, size, 3, values));
        }
        return images;
    }

    /** PyTorch's results for an output of a network, one row per image. */
    static float[][] oracle(String name, String output) {
        try {
            JsonElement rows = JsonParser.parseString(Files.readString(FOLDER.resolve("oracle.json")))
                    .getAsJsonObject()
                    .getAsJsonObject(name)
                    .get(output);
            float[][] values = new float[rows.getAsJsonArray().size()][];
            for (int i = 0; i < values.length; i++) {
                List<JsonElement> row =
                        rows.getAsJsonArray().get(i).getAsJsonArray().asList();
                values[i] = new float[row.size()];
                for (int j = 0; j < row.size(); j++) {
                    values[i][j] = row.get(j).getAsFloat();
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
