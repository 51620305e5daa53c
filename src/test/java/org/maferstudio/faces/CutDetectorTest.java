package org.maferstudio.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maferstudio.image.RasterImage;

class CutDetectorTest {
    private static final int SIDE = 96;

    /** Waves of a scene's own, moved to the left. */
    private static RasterImage scene(int scene, int moved) {
        Random random = new Random(scene);
        double across = 0.02 + 0.1 * random.nextDouble();
        double down = 0.02 + 0.1 * random.nextDouble();
        byte[] values = new byte[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            int x = i % SIDE + moved;
            int y = i / SIDE;
            values[i] = (byte) (128 + 100 * Math.sin(across * x + down * y + scene));
        }
        return new RasterImage(SIDE, SIDE, 1, values);
    }

    private static List<Integer> cuts(List<RasterImage> frames) {
        CutDetector detector = new CutDetector();
        List<Integer> cuts = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            if (detector.isCut(frames.get(i))) {
                cuts.add(i);
            }
        }
        return cuts;
    }

    @Test
    void everyNewSceneBeginsWithACut() {
        List<RasterImage> frames = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            frames.add(scene(i / 10, i));
        }
        assertEquals(List.of(10, 20, 30), cuts(frames));
    }

    @Test
    void aFastPanIsNoCut() {
        List<RasterImage> frames = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            frames.add(scene(1, 15 * i));
        }
        assertEquals(List.of(), cuts(frames));
    }

    @Test
    void theFirstFrameAndOneOfAnotherFormAreNoCut() {
        CutDetector detector = new CutDetector();
        assertFalse(detector.isCut(scene(0, 0)));
        assertFalse(detector.isCut(scene(1, 0).toRgb()));
        assertFalse(detector.isCut(scene(1, 1).toRgb()));
        assertTrue(detector.isCut(scene(2, 0).toRgb()));
    }
}
