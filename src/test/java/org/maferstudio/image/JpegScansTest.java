package org.maferstudio.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.maferstudio.job.Problem;

class JpegScansTest {
    /** Behind the marker of the frame: its length, the bits, then height and width. */
    private static final int HEIGHT_AT = 5;

    private static byte[] jpeg(int mode) throws IOException {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1600; i++) {
            image.setRGB(i % 40, i / 40, i * 7919);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(mode);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The same image, whose last scan comes so many times more. */
    private static byte[] withScans(byte[] jpeg, int more) {
        int last = 0;
        for (int i = 0; i + 1 < jpeg.length; i++) {
            last = (jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xda ? i : last;
        }
        byte[] scan = Arrays.copyOfRange(jpeg, last, jpeg.length - 2);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < more; i++) {
            all.writeBytes(scan);
        }
        all.write(jpeg, jpeg.length - 2, 2);
        return all.toByteArray();
    }

    @Test
    void scansAreCountedWithoutDecoding() throws IOException {
        assertEquals(1, JpegScans.of(jpeg(ImageWriteParam.MODE_DISABLED)));
        byte[] progressive = jpeg(ImageWriteParam.MODE_DEFAULT);
        assertEquals(10, JpegScans.of(progressive), "libjpeg's usual script for colours");
        assertEquals(17, JpegScans.of(withScans(progressive, 7)));
        assertEquals(0, JpegScans.of(ImageFile.png(new RasterImage(2, 2, 1, new byte[4]))));
        assertEquals(0, JpegScans.of(new byte[0]));
    }

    @Test
    void aProgressiveImageIsReadAndOneWithScansBeyondReasonIsRejected() throws IOException {
        byte[] progressive = jpeg(ImageWriteParam.MODE_DEFAULT);
        assertEquals(40, ImageFile.decode(progressive, "a.jpg").width());
        byte[] vast = withScans(progressive, 91);
        for (int i = 0; i + 1 < vast.length; i++) {
            if ((vast[i] & 0xff) == 0xff && (vast[i + 1] & 0xff) == 0xc2) {
                for (int side = 0; side < 2; side++) {
                    vast[i + HEIGHT_AT + 2 * side] = (byte) (9_984 >> 8);
                    vast[i + HEIGHT_AT + 2 * side + 1] = (byte) 9_984;
                }
                break;
            }
        }
        String sentence = assertThrows(Problem.class, () -> ImageFile.decode(vast, "vast.jpg"))
                .getMessage();
        assertTrue(sentence.contains("vast.jpg has 101 scans"), sentence);
    }
}
