package org.maferstudio.faces;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes and reads the numbers of a tracker's state exactly. */
final class StoredNumbers {
    private static final int MOST = 1 << 16;

    private StoredNumbers() {}

    static void write(DataOutput out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static double[] read(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST) {
            throw new IOException("up to " + MOST + " numbers are stored, got " + length);
        }
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    static void write(DataOutput out, DetectedFace face) throws IOException {
        FaceBounds box = face.bounds();
        List<Double> values = new ArrayList<>(List.of(box.x(), box.y(), box.width(), box.height(), face.score()));
        face.points().ifPresent(points -> points.list().forEach(point -> {
            values.add(point.x());
            values.add(point.y());
        }));
        write(out, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static DetectedFace readFace(DataInput in) throws IOException {
        double[] values = read(in);
        int places = 5 + 2 * FacePoints.NAMES.size();
        try {
            if (values.length != 5 && values.length != places) {
                throw new IOException("a face has 5 or " + places + " numbers, got " + values.length);
            }
            List<FacePoint> points = new ArrayList<>();
            for (int i = 5; i < values.length; i += 2) {
                points.add(new FacePoint(values[i], values[i + 1]));
            }
            return new DetectedFace(
                    new FaceBounds(values[0], values[1], values[2], values[3]),
                    values[4],
                    points.isEmpty() ? Optional.empty() : Optional.of(FacePoints.of(points)));
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }
}
