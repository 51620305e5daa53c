package org.maferstudio.video;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maferstudio.faces.FaceBounds;

/** The face positions that the recorded source provided, so that a replay needs no detection. */
public final class RecordedBoxes {
    /** One row per frame and provided face; none if the source provided no faces. */
    public static final String TABLE = "known.csv";

    /** Header of {@link #TABLE}. */
    public static final String HEADER = "frame,x,y,width,height\n";

    /** No recorded boxes. */
    public static final RecordedBoxes NONE = new RecordedBoxes(Map.of());

    private final Map<Long, List<FaceBounds>> boxes;

    private RecordedBoxes(Map<Long, List<FaceBounds>> boxes) {
        this.boxes = boxes;
    }

    /**
     * Reads the boxes of a recording; none if its source provided no faces.
     *
     * @throws org.maferstudio.job.Problem if the table cannot be read
     */
    public static RecordedBoxes of(Path recording) {
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

    /** Formats a row of the table in full precision, because a replay must crop the same pixels. */
    public static String row(long frame, FaceBounds box) {
        return frame + "," + box.x() + "," + box.y() + "," + box.width() + "," + box.height() + "\n";
    }

    /** The boxes in this frame; empty if faces have to be detected. */
    Optional<List<FaceBounds>> at(long frame) {
        return Optional.ofNullable(boxes.get(frame)).map(List::copyOf);
    }
}
