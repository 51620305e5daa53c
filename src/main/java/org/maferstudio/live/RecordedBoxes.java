package org.maferstudio.live;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The face positions that the recorded source provided, so that a replay needs no detection. */
final class RecordedBoxes {
    /** One row per frame and provided face; none if the source provided no faces. */
    static final String TABLE = "known.csv";

    /** Of {@link #TABLE}. */
    static final String HEADER = "frame,x,y,width,height\n";

    /** Where no source knew any. */
    static final RecordedBoxes NONE = new RecordedBoxes(Map.of());

    private final Map<Long, List<FaceBounds>> boxes;

    private RecordedBoxes(Map<Long, List<FaceBounds>> boxes) {
        this.boxes = boxes;
    }

    /**
     * Those of a recording; none if its source provided no faces.
     *
     * @throws org.maferstudio.job.Problem if the table cannot be read
     */
    static RecordedBoxes of(Path recording) {
        Path table = recording.resolve(TABLE);
        if (!Files.exists(table)) {
            return NONE;
        }
        Map<Long, List<FaceBounds>> boxes = new HashMap<>();
        RecordedTable.read(
                table, row -> boxes.computeIfAbsent(Long.valueOf(row.get("frame")), frame -> new ArrayList<>())
                        .add(new FaceBounds(
                                Double.parseDouble(row.get("x")),
                                Double.parseDouble(row.get("y")),
                                Double.parseDouble(row.get("width")),
                                Double.parseDouble(row.get("height")))));
        return new RecordedBoxes(boxes);
    }

    /** A row of the table, in full precision: a replay must cut out the very same pixels. */
    static String row(long frame, FaceBounds box) {
        return frame + "," + box.x() + "," + box.y() + "," + box.width() + "," + box.height() + "\n";
    }

    /** In this frame; empty if they have to be detected. */
    Optional<List<FaceBounds>> at(long frame) {
        return Optional.ofNullable(boxes.get(frame)).map(List::copyOf);
    }
}
