package org.maferstudio.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.fixture.PillowPictures;
import org.maferstudio.job.Problem;

class ImageFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.maferstudio.fixture.PillowPictures#decoded")
    void decodesWhatPillowDecodes(PillowPictures.Decoded decoded) {
        RasterImage expected = decoded.expected();
        RasterImage actual = ImageFile.decode(PillowPictures.bytes("image/decode/" + decoded.file()), decoded.file());
        // Lossless formats and grey JPEG are exact; two JPEG libraries may turn YCbCr into RGB with other roundings.
        int tolerance = decoded.file().endsWith(".jpg") && expected.channels() == 3 ? 2 : 0;
        // The WebP reader repeats the colour of half resolution where libwebp interpolates it; this image is all noise.
        tolerance = decoded.file().equals("lossy.webp") ? 20 : tolerance;
        int most = tolerance;
        assertTrue(
                PillowPictures.largestDifference(expected, actual) <= most,
                () -> "differs by " + PillowPictures.largestDifference(expected, actual));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        float.tif, Save it with 8 bits
        """)
    void refusesWhatItCannotShowRightly(String file, String wayOut) {
        Problem problem =
                assertThrows(Problem.class, () -> ImageFile.decode(PillowPictures.bytes("image/decode/" + file), file));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains(file) && problem.getMessage().contains(wayOut), problem.getMessage());
    }

    static Stream<String> wholeFiles() {
        return PillowPictures.decoded().stream().map(PillowPictures.Decoded::file);
    }

    @ParameterizedTest
    @MethodSource("wholeFiles")
    void anImageCutAnywhereIsAProblemUnlessAllItsPixelsAreThere(String file) {
        byte[] whole = PillowPictures.bytes("image/decode/" + file);
        RasterImage expected = ImageFile.decode(whole, file);
        for (int length = 0; length < whole.length; length += 1 + whole.length / 60) {
            byte[] part = Arrays.copyOf(whole, length);
            try {
                assertEquals(expected, ImageFile.decode(part, file), "cut after " + length + " of " + whole.length);
            } catch (Problem problem) {
                assertEquals(Problem.Kind.INPUT, problem.kind());
                assertTrue(problem.getMessage().contains(file), problem.getMessage());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("wholeFiles")
    void anImageCutInHalfIsAProblem(String file) {
        byte[] whole = PillowPictures.bytes("image/decode/" + file);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertThrows(Problem.class, () -> ImageFile.decode(half, file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour.jpg", "colour-420.jpg", "grey.jpg", "grey-progressive.jpg"})
    void aJpegImageWhoseDataEndEarlyIsAProblemAlthoughItHasAnEnd(String file) {
        byte[] whole = PillowPictures.bytes("image/decode/" + file);
        for (int tenths = 6; tenths <= 9; tenths++) {
            byte[] ended = Arrays.copyOf(whole, whole.length * tenths / 10);
            ended[ended.length - 2] = (byte) 0xff;
            ended[ended.length - 1] = (byte) 0xd9;
            Problem problem = assertThrows(Problem.class, () -> ImageFile.decode(ended, file), tenths + " tenths");
            assertTrue(problem.getMessage().contains("damaged or truncated"), problem.getMessage());
        }
    }

    @Test
    void aPlainJpegImageIsRead() throws IOException {
        BufferedImage black = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(black, "jpeg", bytes);
        RasterImage read = ImageFile.decode(bytes.toByteArray(), "plain.jpg");
        assertEquals("20x20 colour", read.toString());
        assertTrue(read.isBlank());
    }

    @ParameterizedTest
    @MethodSource("wholeFiles")
    void damageIsAProblemOrAnImageAndNothingElse(String file) {
        byte[] whole = PillowPictures.bytes("image/decode/" + file);
        Random random = new Random(17);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            for (int n = 0; n < 3; n++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                ImageFile.decode(damaged, file);
            } catch (Problem problem) {
                assertEquals(Problem.Kind.INPUT, problem.kind());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00ff\u00d8\u00ff", "BM", "hello, I am no picture at all"})
    void whatIsNoPictureIsAProblem(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        Problem problem = assertThrows(Problem.class, () -> ImageFile.decode(bytes, "face.png"));
        assertTrue(problem.getMessage().contains("face.png"));
    }

    @Test
    void tooManyPixelsAreRejectedBeforeTheyAreDecoded() throws IOException {
        byte[] bomb = pngHeader(20_000, 5_001);
        Problem problem = assertThrows(Problem.class, () -> ImageFile.decode(bomb, "huge.png"));
        assertTrue(problem.getMessage().contains("20000x5001"), problem.getMessage());
    }

    @Test
    void anOrientationIsReadWhereEachFormatHasIt() {
        assertEquals(
                List.of(Orientation.values()),
                IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> Orientation.of(PillowPictures.bytes("image/decode/exif-" + i + ".png")))
                        .toList());
        for (String file : List.of("exif-6.jpg", "exif-6.webp")) {
            assertEquals(
                    Orientation.ROTATED_90_CLOCKWISE, Orientation.of(PillowPictures.bytes("image/decode/" + file)));
        }
        assertEquals(Orientation.NORMAL, Orientation.of(PillowPictures.bytes("image/decode/colour.jpg")));
        assertEquals(Orientation.NORMAL, Orientation.of(new byte[0]));
    }

    @Test
    void tooManyBytesAreRejected() {
        byte[] bytes = new byte[(int) ImageFile.MAX_BYTES + 1];
        Problem problem = assertThrows(Problem.class, () -> ImageFile.decode(bytes, "huge.bmp"));
        assertTrue(problem.getMessage().contains("64 MB"), problem.getMessage());
    }

    @Test
    void severalThreadsDecodeTheSame() throws Exception {
        byte[] bytes = PillowPictures.bytes("image/decode/grey.jpg");
        RasterImage expected = ImageFile.decode(bytes, "grey.jpg");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<RasterImage>> work = IntStream.range(0, 400)
                    .mapToObj(i -> (Callable<RasterImage>) () -> ImageFile.decode(bytes, "grey.jpg"))
                    .toList();
            for (Future<RasterImage> decoded : threads.invokeAll(work)) {
                assertEquals(expected, decoded.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatIsWrittenIsReadAgain(int channels) {
        byte[] values = new byte[7 * 5 * channels];
        new Random(17).nextBytes(values);
        RasterImage image = new RasterImage(7, 5, channels, values);
        Path file = folder.resolve("picture.png");
        ImageFile.write(image, file);
        assertEquals(image, ImageFile.read(file));
        assertArrayEquals(new String[] {"picture.png"}, folder.toFile().list());
    }

    @Test
    void aMissingFileIsAProblem() {
        Path file = folder.resolve("none.png");
        Problem problem = assertThrows(Problem.class, () -> ImageFile.read(file));
        assertEquals(Problem.Kind.INPUT, problem.kind());
    }

    @Test
    void aFolderIsAProblem() {
        assertThrows(Problem.class, () -> ImageFile.read(folder));
    }

    @Test
    void aMissingFolderToWriteToIsAProblem() {
        Path file = folder.resolve("none").resolve("picture.png");
        RasterImage image = new RasterImage(1, 1, 1, new byte[1]);
        Problem problem = assertThrows(Problem.class, () -> ImageFile.write(image, file));
        assertEquals(Problem.Kind.FAILURE, problem.kind());
        assertTrue(Files.notExists(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_3BYTE_BGR})
    void imagesOfJavaTurnIntoPictures(int type) {
        BufferedImage image = new BufferedImage(2, 1, type);
        image.setRGB(0, 0, 0xff_0a141e);
        image.setRGB(1, 0, 0xff_fffefd);
        RasterImage expected = new RasterImage(2, 1, 3, new byte[] {10, 20, 30, -1, -2, -3});
        assertEquals(expected, BufferedImages.read(image, "image"));
    }

    private static byte[] pngHeader(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504e470d0a1a0aL);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeBytes("IHDR");
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.toByteArray());
        out.writeInt(13);
        out.write(header.toByteArray());
        out.writeInt((int) crc.getValue());
        return bytes.toByteArray();
    }
}
