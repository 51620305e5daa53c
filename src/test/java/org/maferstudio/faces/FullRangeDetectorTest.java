package org.maferstudio.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.Kernel;
import org.maferstudio.image.RasterImage;
import org.maferstudio.image.Resampling;

/** Against MediaPipe's own graph, see {@code faces/README.md} among the test resources. */
class FullRangeDetectorTest {
    private static final List<String> POINTS =
            List.of("rightEye", "leftEye", "noseTip", "mouthCentre", "rightEar", "leftEar");
    /** Of the image's longer side: the image is scaled with smoothing here, without in MediaPipe. */
    private static final double NEAR = 0.006;

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(FullRangeDetectorTest.class.getResource("/faces/" + name))
                .toURI());
    }

    @ParameterizedTest
    @ValueSource(strings = {"both.jpg", "collins.jpg", "hopper.jpg"})
    void boxesPointsAndScoresAreThoseOfMediaPipe(String name) throws IOException, URISyntaxException {
        JsonObject expected = JsonParser.parseString(Files.readString(resource("mediapipe.json")))
                .getAsJsonObject()
                .getAsJsonObject(name);
        List<JsonObject> faces = faces(expected.getAsJsonArray("faces"));
        RasterImage image = ImageFile.read(resource(name));
        try (FullRangeDetector detector = new FullRangeDetector()) {
            List<DetectedFace> found = new ArrayList<>(detector.detect(image));
            found.sort(Comparator.comparingDouble(face -> face.bounds().x()));
            assertEquals(faces.size(), found.size());
            for (int i = 0; i < found.size(); i++) {
                compare(faces.get(i), found.get(i), image);
            }
        }
    }

    @Test
    void severalThreadsLoadTheNetworkAtTheSameTime() throws Exception {
        RasterImage image = ImageFile.read(resource("both.jpg"));
        int threads = 4;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counts.add(pool.submit(() -> {
                    together.await();
                    try (FullRangeDetector detector = new FullRangeDetector()) {
                        return detector.detect(image).size();
                    }
                }));
            }
            for (Future<Integer> count : counts) {
                assertEquals(2, count.get());
            }
        } finally {
            pool.shutdown();
        }
    }

    private static List<JsonObject> faces(JsonArray array) {
        List<JsonObject> faces = new ArrayList<>();
        for (JsonElement face : array) {
            faces.add(face.getAsJsonObject());
        }
        faces.sort(Comparator.comparingDouble(
                face -> face.getAsJsonObject("box").get("xCenter").getAsDouble()));
        return faces;
    }

    private static void compare(JsonObject expected, DetectedFace face, RasterImage image) {
        double near = NEAR * Math.max(image.width(), image.height());
        JsonObject box = expected.getAsJsonObject("box");
        FaceBounds bounds = face.bounds();
        assertEquals(box.get("xCenter").getAsDouble() * image.width(), bounds.centreX(), near);
        assertEquals(box.get("yCenter").getAsDouble() * image.height(), bounds.centreY(), near);
        assertEquals(box.get("width").getAsDouble() * image.width(), bounds.width(), 2 * near);
        assertEquals(box.get("height").getAsDouble() * image.height(), bounds.height(), 2 * near);
        assertEquals(expected.get("score").getAsDouble(), face.score(), 0.1);
        List<FacePoint> points = face.points().orElseThrow().list();
        for (int i = 0; i < POINTS.size(); i++) {
            JsonObject point = expected.getAsJsonObject("points").getAsJsonObject(POINTS.get(i));
            assertEquals(
                    point.get("x").getAsDouble() * image.width(), points.get(i).x(), near, POINTS.get(i));
            assertEquals(
                    point.get("y").getAsDouble() * image.height(), points.get(i).y(), near, POINTS.get(i));
        }
    }

    @Test
    void nobodyIsFoundInAPlainImageOfAnySize() {
        try (FullRangeDetector detector = new FullRangeDetector()) {
            assertEquals(List.of(), detector.detect(new RasterImage(640, 480, 3, new byte[640 * 480 * 3])));
            assertEquals(List.of(), detector.detect(new RasterImage(1, 1, 1, new byte[1])));
            assertEquals(List.of(), detector.detect(new RasterImage(4000, 1, 1, new byte[4000])));
        }
    }

    @Test
    void aSmallFaceInALargeImageIsFoundInATile() throws IOException, URISyntaxException {
        RasterImage face = ImageFile.read(resource("collins.jpg"));
        int width = 4000;
        int height = 3000;
        byte[] values = new byte[3 * width * height];
        for (int row = 0; row < face.height(); row++) {
            System.arraycopy(
                    face.toRgb().values(),
                    3 * row * face.width(),
                    values,
                    3 * ((1900 + row) * width + 2700),
                    3 * face.width());
        }
        RasterImage scene = new RasterImage(width, height, 3, values);
        try (FullRangeDetector whole = new FullRangeDetector();
                TiledDetector tiled = new TiledDetector(new FullRangeDetector())) {
            assertEquals(List.of(), whole.detect(scene));
            List<DetectedFace> found = tiled.detect(scene);
            assertEquals(1, found.size());
            FaceBounds box = found.get(0).bounds();
            assertEquals(2700 + 226, box.centreX(), 15);
            assertEquals(1900 + 122, box.centreY(), 15);
            FacePoint nose = found.get(0).points().orElseThrow().nose();
            assertTrue(Math.abs(nose.x() - box.centreX()) < 10, nose.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100})
    void theBoxOfASmallFaceIsAsRightAsThatOfALargeOne(int side) throws IOException, URISyntaxException {
        RasterImage portrait = ImageFile.read(resource("collins.jpg")).toRgb();
        try (TiledDetector detector = new TiledDetector(new FullRangeDetector())) {
            FaceBounds large = detector.detect(portrait).get(0).bounds();
            double scale = side / large.height();
            RasterImage small = Resampling.resize(
                    portrait,
                    (int) Math.round(scale * portrait.width()),
                    (int) Math.round(scale * portrait.height()),
                    Kernel.BILINEAR);
            byte[] values = new byte[3 * 640 * 480];
            for (int row = 0; row < Math.min(460, small.height()); row++) {
                System.arraycopy(
                        small.values(),
                        3 * row * small.width(),
                        values,
                        3 * ((row + 20) * 640 + 200),
                        3 * Math.min(440, small.width()));
            }
            List<DetectedFace> found = detector.detect(new RasterImage(640, 480, 3, values));
            assertEquals(1, found.size());
            FaceBounds box = found.get(0).bounds();
            assertEquals(200 + scale * large.centreX(), box.centreX(), 0.05 * side);
            assertEquals(20 + scale * large.centreY(), box.centreY(), 0.05 * side);
            assertEquals(side, box.height(), 0.06 * side);
        }
    }

    @Test
    void tilesCoverALengthAndOverlap() {
        assertEquals(List.of(0), TiledDetector.starts(400, 480));
        List<Integer> starts = TiledDetector.starts(3000, 500);
        assertEquals(0, starts.get(0));
        assertEquals(2500, starts.get(starts.size() - 1));
        for (int i = 1; i < starts.size(); i++) {
            assertTrue(starts.get(i) - starts.get(i - 1) <= 350, starts.toString());
        }
    }
}
