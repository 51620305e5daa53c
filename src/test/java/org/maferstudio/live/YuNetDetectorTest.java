package org.maferstudio.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maferstudio.fixture.BrightCells;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;

/** With a detector that has YuNet's outputs and takes white cells of 8 x 8 pixels for faces; see make_detector.py. */
class YuNetDetectorTest {
    @TempDir
    private Path folder;

    /** A black picture with white cells, each given by its column and row. */
    private static RasterImage picture(int width, int height, int cell, int[]... cells) {
        byte[] values = new byte[width * height];
        for (int[] place : cells) {
            for (int y = 0; y < cell; y++) {
                for (int x = 0; x < cell; x++) {
                    values[(place[1] * cell + y) * width + place[0] * cell + x] = (byte) 255;
                }
            }
        }
        return new RasterImage(width, height, 1, values);
    }

    private static void assertBox(double x, double y, double side, FaceBounds box) {
        assertEquals(x, box.x(), 0.01);
        assertEquals(y, box.y(), 0.01);
        assertEquals(side, box.width(), 0.01);
        assertEquals(side, box.height(), 0.01);
    }

    @Test
    void eachFaceIsFoundAsASquareOfItsHeightAroundItsMiddle() {
        try (FaceDetector finder = new YuNetDetector(BrightCells.file())) {
            // The network says 24 x 32 pixels around (44, 28), the middle of the cell.
            List<FaceBounds> boxes = finder.find(picture(96, 64, 8, new int[] {5, 3}, new int[] {10, 6}), 320);
            assertEquals(2, boxes.size());
            assertBox(
                    28,
                    12,
                    32,
                    boxes.stream().filter(box -> box.x() < 50).findFirst().orElseThrow());
            assertBox(
                    68,
                    36,
                    32,
                    boxes.stream().filter(box -> box.x() > 50).findFirst().orElseThrow());
        }
    }

    @Test
    void aLargeImageIsReducedAndItsBoxesAreInItsOwnPixels() {
        try (FaceDetector finder = new YuNetDetector(BrightCells.file())) {
            List<FaceBounds> boxes = finder.find(picture(384, 256, 32, new int[] {5, 3}), 96);
            assertEquals(1, boxes.size());
            assertBox(4 * 28, 4 * 12, 4 * 32, boxes.get(0));
        }
    }

    @Test
    void inABlackOrTinyImageNothingIsFound() {
        try (FaceDetector finder = new YuNetDetector(BrightCells.file())) {
            assertEquals(List.of(), finder.find(picture(64, 64, 8), 320));
            assertEquals(List.of(), finder.find(picture(1, 1, 1), 320));
        }
    }

    @Test
    void aFileThatIsNoDetectorIsRejectedInWords() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.onnx"), "not a network");
        Problem foreign =
                assertThrows(Problem.class, () -> FaceDetectorChoice.yuNet(text).check());
        assertTrue(foreign.getMessage().startsWith("notes.onnx is not a YuNet face detector"));
        byte[] whole = Files.readAllBytes(BrightCells.file());
        Path half = folder.resolve("half.onnx");
        Files.write(half, Arrays.copyOf(whole, whole.length / 2));
        assertThrows(Problem.class, () -> FaceDetectorChoice.yuNet(half).check());
        Path missing = folder.resolve("missing.onnx");
        assertTrue(assertThrows(
                        Problem.class, () -> FaceDetectorChoice.yuNet(missing).check())
                .getMessage()
                .startsWith("Cannot read"));
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        Path large = folder.resolve("large.onnx");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(YuNetDetector.LARGEST_MODEL + 1L);
        }
        assertTrue(assertThrows(
                        Problem.class, () -> FaceDetectorChoice.yuNet(large).check())
                .getMessage()
                .contains("too large"));
    }

    @Test
    void theDetectorIsOpenedForTheFileOrTheCascade() {
        FaceDetectorChoice.yuNet(BrightCells.file()).check();
        FaceDetectorChoice.CASCADE.check();
        assertEquals(
                "YuNet, bright-cells.onnx",
                FaceDetectorChoice.yuNet(BrightCells.file()).toString());
    }
}
