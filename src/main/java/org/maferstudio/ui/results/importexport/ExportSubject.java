package org.maferstudio.ui.results.importexport;

import java.nio.file.Path;
import java.util.List;
import org.maferstudio.results.Normalisation;
import org.maferstudio.schedule.Resolution;

/**
 * What is shown, and can be exported.
 *
 * @param folders of the experiments, the selected one first; one to four
 * @param split of their predictions; empty if there are none
 * @param resolutions at which there are predictions, native first
 * @param resolution the selected resolution
 * @param cells normalisation of the matrix
 */
record ExportSubject(
        List<Path> folders, String split, List<Resolution> resolutions, Resolution resolution, Normalisation cells) {
    ExportSubject {
        folders = List.copyOf(folders);
        resolutions = List.copyOf(resolutions);
    }

    /** The same of other experiments. */
    ExportSubject of(List<Path> others) {
        return new ExportSubject(others, split, resolutions, resolution, cells);
    }
}
