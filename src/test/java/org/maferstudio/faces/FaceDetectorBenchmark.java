package org.maferstudio.faces;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.maferstudio.image.ImageFile;
import org.maferstudio.image.RasterImage;

/**
 * Counts found, missed and false faces of photographs, upright and tilted, by each detector, and measures their time.
 *
 * <p>Arguments: a folder of photographs, and a JSON file with the boxes of their faces from brow to chin, {@code {"file":
 * [{"x": 1, "y": 1, "width": 1, "height": 1}]}}, in pixels.
 */
final class FaceDetectorBenchmark {
    private static final List<Integer> TILTS = List.of(0, 15, 30, 45);
    /** Maximum distance of the centres, in sides of the true face. */
    private static final double NEAR = 0.6;
    /** Maximum ratio of the sides. */
    private static final double SIMILAR = 2.2;

    private final Map<RasterImage, List<FaceBounds>> photographs = new LinkedHashMap<>();

    private FaceDetectorBenchmark(Path folder, Path truth) throws IOException {
        for (Map.Entry<String, JsonElement> entry : JsonParser.parseString(Files.readString(truth))
                .getAsJsonObject()
                .entrySet()) {
            List<FaceBounds> faces = new ArrayList<>();
            for (JsonElement element : entry.getValue().getAsJsonArray()) {
                JsonObject box = element.getAsJsonObject();
                faces.add(new FaceBounds(
                        box.get("x").getAsDouble(),
                        box.get("y").getAsDouble(),
                        box.get("width").getAsDouble(),
                        box.get("height").getAsDouble()));
            }
            photographs.put(ImageFile.read(folder.resolve(entry.getKey())), faces);
        }
    }

    public static void main(String[] args) throws IOException {
        FaceDetectorBenchmark benchmark = new FaceDetectorBenchmark(Path.of(args[0]), Path.of(args[1]));
        int faces = benchmark.photographs.values().stream().mapToInt(List::size).sum();
        System.out.printf(Locale.ROOT, "%d photographs, %d faces%n", benchmark.photographs.size(), faces);
        Map<String, Supplier<FaceDetector>> detectors = new LinkedHashMap<>();
        detectors.put("full range", FullRangeDetector::new);
        detectors.put("full range, tiles", () -> new TiledDetector(new FullRangeDetector()));
        detectors.put("cascade, 320 px", CascadeDetector::new);
        for (Map.Entry<String, Supplier<FaceDetector>> entry : detectors.entrySet()) {
            try (FaceDetector detector = entry.getValue().get()) {
                for (int tilt : TILTS) {
                    benchmark.count(entry.getKey(), detector, tilt);
                }
            }
        }
        benchmark.time(detectors);
    }

    private void count(String name, FaceDetector detector, int tilt) {
        int found = 0;
        int wrong = 0;
        for (Map.Entry<RasterImage, List<FaceBounds>> photograph : photographs.entrySet()) {
            Tilted tilted = new Tilted(photograph.getKey(), tilt);
            List<FaceBounds> left = new ArrayList<>(
                    photograph.getValue().stream().map(tilted::box).toList());
            for (DetectedFace face : detector.detect(tilted.image())) {
                boolean hit = left.stream()
                        .filter(box -> same(box, face.bounds()))
                        .findFirst()
                        .map(left::remove)
                        .orElse(false);
                if (hit) {
                    found++;
                } else {
                    wrong++;
                }
            }
        }
        System.out.printf(Locale.ROOT, "%-18s %2d degrees: %3d found, %2d false%n", name, tilt, found, wrong);
    }

    private static boolean same(FaceBounds truth, FaceBounds box) {
        double side = Math.sqrt(truth.area());
        double ratio = Math.sqrt(box.area()) / side;
        return Math.hypot(truth.centreX() - box.centreX(), truth.centreY() - box.centreY()) < NEAR * side
                && ratio < SIMILAR
                && ratio > 1 / SIMILAR;
    }

    /** On frames of 640 x 480, in turns; the median. */
    private void time(Map<String, Supplier<FaceDetector>> detectors) {
        RasterImage first = photographs.keySet().iterator().next();
        RasterImage frame = new Tilted(first, 0).fitted(640, 480);
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int turn = 0; turn < 5; turn++) {
            for (Map.Entry<String, Supplier<FaceDetector>> entry : detectors.entrySet()) {
                try (FaceDetector detector = entry.getValue().get()) {
                    for (int i = 0; i < 40; i++) {
                        long begun = System.nanoTime();
                        detector.detect(frame);
                        if (i >= 10) {
                            times.computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                                    .add((System.nanoTime() - begun) / 1e6);
                        }
                    }
                }
            }
        }
        times.forEach((name, values) -> System.out.printf(
                Locale.ROOT,
                "%-18s %.1f ms per frame of 640 x 480 (median of %d)%n",
                name,
                values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0),
                values.size()));
    }

    /** An image turned about its centre on a canvas that holds all of it, on grey. */
    private static final class Tilted {
        private final RasterImage source;
        private final double cos;
        private final double sin;
        private final int width;
        private final int height;

        Tilted(RasterImage source, int degrees) {
            this.source = source.toRgb();
            this.cos = Math.cos(Math.toRadians(degrees));
            this.sin = Math.sin(Math.toRadians(degrees));
            this.width = (int) Math.ceil(source.width() * cos + source.height() * sin);
            this.height = (int) Math.ceil(source.width() * sin + source.height() * cos);
        }

        FaceBounds box(FaceBounds box) {
            double x = box.centreX() - source.width() / 2.0;
            double y = box.centreY() - source.height() / 2.0;
            return new FaceBounds(
                    width / 2.0 + cos * x - sin * y - box.width() / 2,
                    height / 2.0 + sin * x + cos * y - box.height() / 2,
                    box.width(),
                    box.height());
        }

        RasterImage image() {
            return fitted(width, height);
        }

        RasterImage fitted(int columns, int rows) {
            byte[] values = new byte[3 * columns * rows];
            Arrays.fill(values, (byte) 0x80);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    double x = (column + 0.5) * width / columns - width / 2.0;
                    double y = (row + 0.5) * height / rows - height / 2.0;
                    int fromX = (int) Math.floor(source.width() / 2.0 + cos * x + sin * y);
                    int fromY = (int) Math.floor(source.height() / 2.0 - sin * x + cos * y);
                    if (fromX >= 0 && fromY >= 0 && fromX < source.width() && fromY < source.height()) {
                        System.arraycopy(
                                source.values(),
                                3 * (fromY * source.width() + fromX),
                                values,
                                3 * (row * columns + column),
                                3);
                    }
                }
            }
            return new RasterImage(columns, rows, 3, values);
        }
    }
}
