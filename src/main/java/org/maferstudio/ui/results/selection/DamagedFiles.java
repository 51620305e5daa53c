package org.maferstudio.ui.results.selection;

import java.util.ArrayList;
import java.util.List;
import org.maferstudio.experiment.Experiment;
import org.maferstudio.job.Problem;
import org.maferstudio.results.PartiallyRead;
import org.maferstudio.results.Predictions;
import org.maferstudio.results.PredictionsFile;
import org.maferstudio.schedule.Resolution;

/** Reads what can be read of predictions, and remembers what cannot: a file that is lost does not hide the others. */
final class DamagedFiles {
    private final List<String> sentences = new ArrayList<>();

    /**
     * The predictions at each resolution of which anything can be read.
     *
     * @throws Problem if that is none
     */
    List<Predictions> read(Experiment experiment, String split, List<Resolution> resolutions) {
        List<Predictions> read = new ArrayList<>();
        Problem last = null;
        for (Resolution resolution : resolutions) {
            try {
                PartiallyRead salvaged = experiment.readPartially(split, resolution);
                read.add(salvaged.predictions());
                salvaged.skippedRows()
                        .forEach(loss -> sentences.add(PredictionsFile.name(split, resolution) + ", " + loss));
            } catch (Problem e) {
                last = e;
                sentences.add(e.getMessage());
            }
        }
        if (read.isEmpty() && last != null) {
            throw last;
        }
        return List.copyOf(read);
    }

    /** What cannot be read, a sentence each. */
    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
