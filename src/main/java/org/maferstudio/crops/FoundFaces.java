package org.maferstudio.crops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.maferstudio.faces.DetectedFace;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.FacePoints;

/**
 * The faces of one image, as they are kept in files.
 *
 * @param image its id
 * @param width of the image, in pixels; 0 if it is unreadable
 * @param height of the image, in pixels; 0 if it is unreadable
 * @param faces the box, the score and the points of each, as in the columns of the table, the largest first
 * @param error why the image cannot be read; empty if it can
 */
record FoundFaces(String image, int width, int height, List<double[]> faces, String error) {
    /** The columns of a face after its image and number. */
    static final List<String> COLUMNS = Stream.concat(
                    Stream.of("x", "y", "width", "height", "score"),
                    FacePoints.NAMES.stream().flatMap(name -> Stream.of(name + "_x", name + "_y")))
            .toList();

    private static final int SCORE = 4;

    FoundFaces {
        faces = List.copyOf(faces);
    }

    static FoundFaces of(String image, int width, int height, List<DetectedFace> faces) {
        return new FoundFaces(
                image, width, height, faces.stream().map(FoundFaces::values).toList(), "");
    }

    static FoundFaces unreadable(String image, String error) {
        return new FoundFaces(image, 0, 0, List.of(), error);
    }

    private static double[] values(DetectedFace face) {
        FaceBounds box = face.bounds();
        Stream<Double> points = face.points().stream()
                .flatMap(known -> known.list().stream())
                .flatMap(point -> Stream.of(point.x(), point.y()));
        return Stream.concat(Stream.of(box.x(), box.y(), box.width(), box.height(), face.score()), points)
                .mapToDouble(value -> value)
                .toArray();
    }

    /** A line of a table: the image, the number of the face from 1, and its values. */
    List<String> row(int face) {
        List<String> row = new ArrayList<>(List.of(image, Integer.toString(face + 1)));
        double[] values = faces.get(face);
        for (int i = 0; i < COLUMNS.size(); i++) {
            row.add(i < values.length ? String.format(Locale.ROOT, i == SCORE ? "%.4f" : "%.2f", values[i]) : "");
        }
        return row;
    }

    /**
     * The face that the image is of: the largest, unless another is not much smaller and nearer to the centre: the area
     * less twice the squared distance of the centres, as in FaceNet's alignment; empty if there is none.
     */
    Optional<Integer> main() {
        int best = -1;
        double most = 0;
        for (int i = 0; i < faces.size(); i++) {
            double[] box = faces.get(i);
            double right = box[0] + box[2] / 2 - width / 2.0;
            double down = box[1] + box[3] / 2 - height / 2.0;
            double weight = box[2] * box[3] - 2 * (right * right + down * down);
            if (best < 0 || weight > most) {
                best = i;
                most = weight;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    /** Whether it is complete enough to be used again. */
    boolean isSound() {
        return image != null
                && error != null
                && faces.stream()
                        .allMatch(face ->
                                face.length > SCORE && Arrays.stream(face).allMatch(Double::isFinite));
    }
}
