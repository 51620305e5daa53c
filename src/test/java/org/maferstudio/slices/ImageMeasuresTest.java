package org.maferstudio.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.maferstudio.datasets.Sample;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;
import org.maferstudio.job.Problem;
import org.maferstudio.job.Progress;

class ImageMeasuresTest {
    private static Sample sample(String id, Sample.Pixels pixels) {
        return new Sample(id, Sample.TEST, 0, "", pixels);
    }

    @Test
    void greyValuesAreMeasuredAsByNumPyAndOpenCv() {
        byte[] values = new byte[63];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (37 * i);
        }
        RasterImage image = new RasterImage(9, 7, 1, values);
        SampleColumns columns = ImageMeasures.of(List.of(sample("a", () -> image)), Progress.NONE);
        // src/test/resources/slices/measures.py
        assertEquals("123.00", columns.cell(ImageMeasures.BRIGHTNESS, "a"));
        assertEquals("74.40", columns.cell(ImageMeasures.CONTRAST, "a"));
        assertEquals("93622.86", columns.cell(ImageMeasures.SHARPNESS, "a"));
        assertEquals("7.00", columns.cell(ImageMeasures.SIDE, "a"));
        assertEquals("", columns.cell(ImageMeasures.TILT, "a"));
    }

    @Test
    void theLargestFaceIsMeasured() throws URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(ImageMeasuresTest.class.getResource("/faces/collins.jpg"))
                .toURI());
        SampleColumns columns = ImageMeasures.of(List.of(sample("a", () -> ImageFile.read(file))), Progress.NONE);
        assertTrue(Double.parseDouble(columns.cell(ImageMeasures.TILT, "a")) < 20);
        assertTrue(Double.parseDouble(columns.cell(ImageMeasures.FACE_SIDE, "a")) > 100);
    }

    @Test
    void unreadableAndTinyImagesHaveNoCells() {
        Sample damaged = sample("damaged", () -> {
            throw Problem.input("damaged");
        });
        Sample tiny = sample("tiny", () -> new RasterImage(2, 2, 3, new byte[12]));
        SampleColumns columns = ImageMeasures.of(List.of(damaged, tiny), Progress.NONE);
        assertEquals("", columns.cell(ImageMeasures.BRIGHTNESS, "damaged"));
        assertEquals("0.00", columns.cell(ImageMeasures.BRIGHTNESS, "tiny"));
        assertEquals("", columns.cell(ImageMeasures.SHARPNESS, "tiny"));
    }
}
