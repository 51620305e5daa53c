package org.maferstudio.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maferstudio.faces.FaceBounds;
import org.maferstudio.faces.TrackedFace;
import org.maferstudio.network.OutputValue;
import org.maferstudio.schedule.Resolution;

/** The rows of a recording's table: one per face and frame, or one with empty fields for a frame without a face. */
final class FaceTable {
    private static final List<String> COLUMNS =
            List.of("frame", "milliseconds", "resolution", "face", "x", "y", "width", "height", "score", "found");
    /** The columns that a frame without a face has, too. */
    private static final int OF_FRAME = 3;

    private final List<String> columns = new ArrayList<>(COLUMNS);

    /** Creates the table of these networks' predictions. */
    FaceTable(List<LiveNetwork> networks) {
        for (int i = 0; i < networks.size(); i++) {
            for (String label : networks.get(i).contract().labels()) {
                columns.add("p" + (i + 1) + "_" + label);
            }
            for (OutputValue value : networks.get(i).values()) {
                columns.add("v" + (i + 1) + "_" + value.name());
            }
        }
    }

    /** The names of the columns. */
    String header() {
        return String.join(",", columns) + "\n";
    }

    /**
     * The rows of a frame.
     *
     * @param frame counted from 0
     * @param milliseconds since the first frame
     */
    String rows(LiveReading reading, long frame, long milliseconds) {
        String start = frame + "," + milliseconds + "," + new Resolution(reading.resolution()).id();
        if (reading.faces().isEmpty()) {
            return start + ",".repeat(columns.size() - OF_FRAME) + "\n";
        }
        StringBuilder rows = new StringBuilder();
        for (FaceReading face : reading.faces()) {
            rows.append(start).append(row(face)).append('\n');
        }
        return rows.toString();
    }

    private static String row(FaceReading reading) {
        TrackedFace face = reading.face();
        FaceBounds box = face.box();
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT,
                ",%d,%.2f,%.2f,%.2f,%.2f,%.4f,%d",
                face.id(),
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                face.face().score(),
                face.sighting() == TrackedFace.Sighting.FOUND ? 1 : 0));
        for (NetworkReading network : reading.networks()) {
            for (float probability : network.recognition().probabilities()) {
                row.append(String.format(Locale.ROOT, ",%.6f", probability));
            }
            for (float value : network.recognition().values()) {
                row.append(String.format(Locale.ROOT, ",%.6f", value));
            }
        }
        return row.toString();
    }
}
