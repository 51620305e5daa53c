package org.maferstudio.crops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceCrop;
import org.maferstudio.faces.FaceGeometry;
import org.maferstudio.image.RasterImage;
import org.maferstudio.network.input.Alignment;

class FaceSceneTest {
    @ParameterizedTest
    @EnumSource(FaceScene.Background.class)
    void theSquareOfASceneIsTheFace(FaceScene.Background background) {
        RasterImage face = face();
        FaceScene scene = FaceScene.of(face, 96, 0, background, new Random(3));
        RasterImage cut = FaceCrop.cut(
                scene.image(), DetectedFace.known(scene.square()), new FaceGeometry(Alignment.NONE, 0, 1), 48);
        double sum = 0;
        for (int i = 0; i < 48 * 48; i++) {
            sum += Math.abs((cut.values()[i] & 0xff) - (face.values()[i] & 0xff));
        }
        assertTrue(sum / (48 * 48) < 3, "mean difference " + sum / (48 * 48));
    }

    @ParameterizedTest
    @ValueSource(doubles = {30, 90})
    void aTiltedFaceTurnsClockwise(double tilt) {
        FaceScene scene = FaceScene.of(face(), 240, tilt, FaceScene.Background.GREY, new Random(3));
        double radians = Math.toRadians(tilt);
        // To the right of the centre the face is brighter: that side goes down.
        double x = scene.square().centreX() + 90 * Math.cos(radians);
        double y = scene.square().centreY() + 90 * Math.sin(radians);
        assertEquals(5 * (24 + 90 / 5.0), scene.image().value((int) x, (int) y, 0), 6);
    }

    private static RasterImage face() {
        byte[] values = new byte[48 * 48];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (5 * (i % 48));
        }
        return new RasterImage(48, 48, 1, values);
    }
}
