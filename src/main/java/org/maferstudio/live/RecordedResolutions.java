package org.maferstudio.live;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.maferstudio.schedule.Resolution;
import org.maferstudio.video.RecordedTable;
import org.maferstudio.video.RecordingFiles;
import org.maferstudio.video.SourceName;

/** The resolution to which each frame of a recording was downsampled, so that a replay does the same. */
final class RecordedResolutions {
    private final Map<Long, Integer> pixels;

    private RecordedResolutions(Map<Long, Integer> pixels) {
        this.pixels = pixels;
    }

    /**
     * Reads the resolutions of a recording; empty for other sources.
     *
     * @throws org.maferstudio.job.Problem if the recording's table cannot be read
     */
    static Optional<RecordedResolutions> of(SourceName source) {
        if (source.kind() != SourceName.Kind.RECORDING) {
            return Optional.empty();
        }
        Path table = Path.of(source.text()).resolve(RecordingFiles.TABLE);
        Map<Long, Integer> pixels = new HashMap<>();
        RecordedTable.read(table, row -> {
            long frame = Long.parseLong(row.get("frame"));
            Resolution.parse(row.get("resolution")).pixels().ifPresent(lowered -> pixels.put(frame, lowered));
        });
        return Optional.of(new RecordedResolutions(pixels));
    }

    /** In pixels; empty for native. */
    OptionalInt at(long frame) {
        Integer lowered = pixels.get(frame);
        return lowered == null ? OptionalInt.empty() : OptionalInt.of(lowered);
    }
}
