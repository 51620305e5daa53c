package org.maferstudio.faces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;
import org.junit.jupiter.api.Test;

/** Against the original file, computed by OpenCV. */
class FullRangeNetworkTest {
    private static final int CELLS = FullRangeNetwork.CELLS * FullRangeNetwork.CELLS;

    @Test
    void scoresAndBoxesAreThoseOfTheOriginalFile() throws IOException {
        float[] image = new float[3 * FullRangeNetwork.SIDE * FullRangeNetwork.SIDE];
        Random random = new Random(17);
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) Math.sin(i * 0.01) * 0.5f + random.nextFloat() - 0.5f;
        }
        float[] scores = new float[CELLS];
        float[] boxes = new float[CELLS * FullRangeNetwork.VALUES];
        original(image, scores, boxes);
        try (FullRangeNetwork network = new FullRangeNetwork()) {
            FullRangeNetwork.Answer answer = network.run(image);
            assertArrayEquals(scores, answer.scores(), 1e-3f);
            assertArrayEquals(boxes, answer.boxes(), 1e-3f);
        }
    }

    private static void original(float[] image, float[] scores, float[] boxes) throws IOException {
        OpenCv.load();
        byte[] file;
        try (InputStream stream =
                FullRangeNetworkTest.class.getResourceAsStream("/faces/face_detection_full_range.tflite")) {
            file = stream.readAllBytes();
        }
        try (BytePointer model = new BytePointer(file);
                Net net = opencv_dnn.readNetFromTFLite(model, model.capacity());
                StringVector names = net.getUnconnectedOutLayersNames();
                Mat input =
                        new Mat(new int[] {1, 3, FullRangeNetwork.SIDE, FullRangeNetwork.SIDE}, opencv_core.CV_32F);
                FloatPointer pixels = new FloatPointer(input.data());
                MatVector outputs = new MatVector(names.size())) {
            pixels.put(image);
            net.setInput(input);
            net.forward(outputs, names);
            assertEquals(2, outputs.size());
            for (int i = 0; i < outputs.size(); i++) {
                try (Mat output = outputs.get(i);
                        FloatPointer found = new FloatPointer(output.data())) {
                    found.get(output.total() == scores.length ? scores : boxes);
                }
            }
        }
    }
}
